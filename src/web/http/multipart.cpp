#include "web/http/multipart.hpp"

#include "web/http/url.hpp"
#include "web/http/words.hpp"

#include <utility>

namespace throughline::web::http {

using base::ErrorKind;
using base::refuse;

namespace {

constexpr std::size_t max_part_headers = 8 * 1024;

// Browsers write these three, and only these three, as escapes in names.
std::string without_browser_escapes(std::string_view name) {
  std::string plain;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view three = name.substr(i, 3);
    if (three == "%22" || three == "%0D" || three == "%0A") {
      plain += three == "%22" ? '"' : three == "%0D" ? '\r' : '\n';
      i += 2;
    } else {
      plain += name[i];
    }
  }
  return plain;
}

// "UTF-8''caf%C3%A9.txt" of a filename* parameter.
std::optional<std::string> extended_name(std::string_view value) {
  const std::size_t first = value.find('\'');
  if (first == std::string_view::npos || !same_word(value.substr(0, first), "utf-8")) return {};
  const std::size_t second = value.find('\'', first + 1);
  if (second == std::string_view::npos) return {};
  auto decoded = percent_decode(value.substr(second + 1), Plus::itself);
  if (!decoded) return {};
  return std::move(*decoded);
}

struct PartHeaders {
  std::optional<Parameters> disposition;
  std::string content_type;
};

base::Result<PartHeaders> read_part_headers_text(std::string_view text) {
  PartHeaders part;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 2, text.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
      return refuse(ErrorKind::invalid, "A part of the form has a broken heading.");
    }
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_word(name, "content-disposition")) {
      if (part.disposition) return refuse(ErrorKind::invalid, "A part of the form has two names.");
      part.disposition = read_parameters(value);
    } else if (same_word(name, "content-type")) {
      part.content_type = value;
    } else if (same_word(name, "content-transfer-encoding")) {
      if (!same_word(value, "binary") && !same_word(value, "8bit") && !same_word(value, "7bit")) {
        return refuse(ErrorKind::invalid, "A part of the form is encoded in a way not taken here.");
      }
    }
  }
  if (!part.disposition || part.disposition->value != "form-data" ||
      !part.disposition->named.contains("name")) {
    return refuse(ErrorKind::invalid, "A part of the form has no name.");
  }
  return part;
}

}  // namespace

MultipartParser::MultipartParser(std::string_view boundary, MultipartLimits limits,
                                 std::filesystem::path directory)
    : delimiter_("\r\n--" + std::string(boundary)),
      limits_(limits),
      directory_(std::move(directory)) {}

base::Result<void> MultipartParser::take(std::string_view piece) {
  held_ += piece;
  for (;;) {
    const auto stepped = step();
    if (!stepped) return tl::make_unexpected(stepped.error());
    if (!*stepped) break;
  }
  held_.erase(0, at_);
  at_ = 0;
  return {};
}

base::Result<bool> MultipartParser::step() {
  switch (state_) {
    case State::preamble: {
      const std::size_t found = held_.find(delimiter_, at_);
      if (found == std::string::npos) {
        if (held_.size() - at_ > delimiter_.size()) at_ = held_.size() - delimiter_.size();
        return false;
      }
      at_ = found + delimiter_.size();
      state_ = State::boundary_end;
      return true;
    }
    case State::boundary_end:
      return read_boundary_end();
    case State::part_headers:
      return read_part_headers();
    case State::content:
      return read_content();
    case State::epilogue:
      at_ = held_.size();
      return false;
  }
  return false;
}

base::Result<bool> MultipartParser::read_boundary_end() {
  const std::string_view text = rest();
  if (text.size() < 2) return false;
  if (text.starts_with("--")) {
    state_ = State::epilogue;
    return true;
  }
  std::size_t spaces = text.find_first_not_of(" \t");
  if (spaces == std::string_view::npos) spaces = text.size();
  if (spaces + 2 > text.size() && spaces < 256) return false;
  if (text.substr(std::min(spaces, text.size()), 2) != "\r\n") {
    return refuse(ErrorKind::invalid, "The form's boundary is ambiguous.");
  }
  // The line break stays: it ends the headers of a part that has none.
  at_ += spaces;
  state_ = State::part_headers;
  return true;
}

base::Result<bool> MultipartParser::read_part_headers() {
  const std::string_view text = rest();
  const std::size_t end = text.find("\r\n\r\n");
  if (std::min(end, text.size()) > max_part_headers) {
    return refuse(ErrorKind::too_large, "A part of the form has too long a heading.");
  }
  if (end == std::string_view::npos) return false;
  if (end == 0) return refuse(ErrorKind::invalid, "A part of the form has no name.");
  const auto opened = open_part(text.substr(2, end - 2));
  if (!opened) return tl::make_unexpected(opened.error());
  // The last line break may be the first half of a delimiter, when the content is empty.
  at_ += end + 2;
  unread_break_ = 2;
  state_ = State::content;
  return true;
}

base::Result<bool> MultipartParser::read_content() {
  const std::size_t found = held_.find(delimiter_, at_);
  const bool whole = found != std::string::npos;
  // A delimiter may have begun in the last bytes.
  const std::size_t end =
      whole ? found : held_.size() - std::min(held_.size(), delimiter_.size() - 1);
  const std::size_t begin = at_ + unread_break_;
  if (end > begin) {
    const auto kept = keep(std::string_view(held_).substr(begin, end - begin));
    if (!kept) return tl::make_unexpected(kept.error());
    at_ = end;
    unread_break_ = 0;
  }
  if (!whole) return false;
  at_ = found + delimiter_.size();
  const auto closed = close_part();
  if (!closed) return tl::make_unexpected(closed.error());
  state_ = State::boundary_end;
  return true;
}

base::Result<void> MultipartParser::open_part(std::string_view headers) {
  auto part = read_part_headers_text(headers);
  if (!part) return tl::make_unexpected(part.error());
  auto& named = part->disposition->named;
  auto name = form_text(without_browser_escapes(named["name"]));
  if (!name) return tl::make_unexpected(name.error());
  name_ = std::move(*name);
  text_.clear();
  upload_.reset();
  if (!named.contains("filename") && !named.contains("filename*")) {
    if (form_.entries().size() == limits_.fields) {
      return refuse(ErrorKind::too_large, "The form has more fields than this service takes.");
    }
    field_bytes_ += name_.size();
    return {};
  }
  if (uploads_.size() == limits_.files) {
    return refuse(ErrorKind::too_large, "The form has more files than this service takes.");
  }
  auto file_name = form_text(without_browser_escapes(named["filename"]));
  if (!file_name) return tl::make_unexpected(file_name.error());
  if (named.contains("filename*")) {
    if (auto extended = extended_name(named["filename*"])) *file_name = std::move(*extended);
  }
  upload_.emplace();
  upload_->field = name_;
  upload_->content_type = part->content_type;
  // A file field left empty comes as a part with no file name and no content.
  if (!file_name->empty()) upload_->file_name = base_name(*file_name);
  return {};
}

base::Result<void> MultipartParser::keep(std::string_view content) {
  if (upload_) {
    if (!file_) file_ = std::make_shared<TemporaryFile>(directory_);
    file_->append(content);
    return {};
  }
  field_bytes_ += content.size();
  if (field_bytes_ > limits_.field_bytes) {
    return refuse(ErrorKind::too_large,
                  "The words of the form are longer than this service takes.");
  }
  text_ += content;
  return {};
}

base::Result<void> MultipartParser::close_part() {
  if (!upload_) {
    auto value = form_text(std::move(text_));
    if (!value) return tl::make_unexpected(value.error());
    form_.add(std::move(name_), std::move(*value));
    return {};
  }
  if (!file_ && upload_->file_name.empty()) return {};
  if (!file_) file_ = std::make_shared<TemporaryFile>(directory_);
  if (upload_->file_name.empty()) upload_->file_name = base_name("");
  file_->close();
  upload_->path = file_->path();
  upload_->size = file_->size();
  upload_->keeper = std::move(file_);
  uploads_.push_back(std::move(*upload_));
  upload_.reset();
  return {};
}

base::Result<void> MultipartParser::finish(Form& form, std::vector<Upload>& uploads) {
  if (state_ != State::epilogue) {
    return refuse(ErrorKind::invalid, "The form did not arrive whole. Send it again.");
  }
  form = std::move(form_);
  uploads = std::move(uploads_);
  return {};
}

}  // namespace throughline::web::http
