#pragma once

// A request and its answer, as pages see them. Nothing below this header knows sockets; nothing
// above it does either.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::web::http {

// A file that came with a form: kept in a temporary file that is removed with the request.
struct Upload {
  std::string field;
  std::string file_name;     // as the browser gave it; never a path on this machine
  std::string content_type;  // as the browser claims
  std::filesystem::path path;
  std::uint64_t size = 0;
  std::shared_ptr<const void> keeper;  // the file is removed when its last keeper goes
};

// Names and values in the order they came; a name may stand more than once (check boxes). People's
// words are valid UTF-8 without NUL and otherwise exactly as typed, but for one thing: browsers
// send a line break as CR LF whatever the system, and here it is LF.
class Form {
 public:
  void add(std::string name, std::string value);
  [[nodiscard]] std::string get(std::string_view name) const;  // the first; "" when absent
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& entries() const {
    return entries_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

struct Request {
  std::string method;  // "GET", "POST"; HEAD arrives as GET
  std::string path;    // decoded, without the query: "/cases/CASE-1042"
  std::string raw_query;
  Form query;
  Form form;  // application/x-www-form-urlencoded or the fields of multipart/form-data
  std::vector<Upload> uploads;
  std::string body;  // only when the content type is neither form
  std::string content_type;
  std::map<std::string, std::string, std::less<>> headers;  // names in lower case
  std::map<std::string, std::string, std::less<>> cookies;
  std::string remote_address;
  bool secure = false;  // came over TLS, by itself or through a proxy that is trusted to say so

  [[nodiscard]] std::string header(std::string_view lower_case_name) const;
  [[nodiscard]] std::string cookie(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  // Called on a worker thread until it returns false, each time adding the next piece after `body`.
  // When it adds nothing it is asked again after a rest, which holds no worker. Calls may be on
  // different threads, never two at once. When it throws, the browser sees a broken download.
  std::function<bool(std::string& piece)> more;

  [[nodiscard]] static Response html(std::string body, int status = 200);
  [[nodiscard]] static Response json(std::string body, int status = 200);
  [[nodiscard]] static Response text(std::string body, int status = 200);
  [[nodiscard]] static Response redirect(const std::string& to);  // 303
  // A file that the browser saves; the name is made safe.
  [[nodiscard]] static Response download(std::string body, std::string content_type,
                                         const std::string& file_name);
  // The same, for `more`.
  [[nodiscard]] static Response stream(std::function<bool(std::string& piece)> more,
                                       std::string content_type, const std::string& file_name);
  // Replaces a header of that name; Set-Cookie is added instead. Throws when a name or value could
  // not stand in a header (a line break in it, say): a bug, never a visitor's doing.
  void set_header(std::string name, std::string value);
};

using Handler = std::function<Response(Request&)>;

}  // namespace throughline::web::http
