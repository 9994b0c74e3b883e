#pragma once

// multipart/form-data, read as it arrives: files go to disk piece by piece, fields stay in memory
// and are bounded. However the bytes are cut up, the answer is the same. Nested multiparts and
// transfer encodings, which no browser sends, are refused.

#include "base/result.hpp"
#include "web/http/message.hpp"
#include "web/http/temporary_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web::http {

struct MultipartLimits {
  std::uint64_t field_bytes = 2 * 1024 * 1024;  // all text fields together
  std::size_t fields = 1000;
  std::size_t files = 50;
};

class MultipartParser {
 public:
  MultipartParser(std::string_view boundary, MultipartLimits limits,
                  std::filesystem::path directory);

  // Errors: invalid, too_large; after one, nothing more may be given.
  [[nodiscard]] base::Result<void> take(std::string_view piece);
  // Errors: invalid when the last boundary never came.
  [[nodiscard]] base::Result<void> finish(Form& form, std::vector<Upload>& uploads);

 private:
  enum class State { preamble, boundary_end, part_headers, content, epilogue };

  base::Result<bool> step();  // false: more bytes are needed
  base::Result<bool> read_boundary_end();
  base::Result<bool> read_part_headers();
  base::Result<bool> read_content();
  base::Result<void> open_part(std::string_view headers);
  base::Result<void> keep(std::string_view content);
  base::Result<void> close_part();
  [[nodiscard]] std::string_view rest() const { return std::string_view(held_).substr(at_); }

  std::string delimiter_;  // CR LF, two dashes and the boundary
  MultipartLimits limits_;
  std::filesystem::path directory_;
  State state_ = State::preamble;
  // The first boundary need not follow a line break; this one stands in for it.
  std::string held_ = "\r\n";
  std::size_t at_ = 0;            // what lies before is done with
  std::size_t unread_break_ = 0;  // of what follows, the line break that ended the part's headers
  std::uint64_t field_bytes_ = 0;
  Form form_;
  std::vector<Upload> uploads_;
  // The part being read.
  std::string name_;
  std::string text_;
  std::optional<Upload> upload_;
  std::shared_ptr<TemporaryFile> file_;
};

// The boundary of a Content-Type, when it is one that may be used.
[[nodiscard]] std::optional<std::string> multipart_boundary(std::string_view content_type);

// The last part of what a browser calls a file, fit to show and to store: no folders, no control
// characters, at most 200 bytes; "file" when nothing is left.
[[nodiscard]] std::string base_name(std::string_view file_name);

}  // namespace throughline::web::http
