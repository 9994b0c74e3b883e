#include "web/http/multipart.hpp"
#include "web/http/words.hpp"

#include <algorithm>

namespace throughline::web::http {

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  const auto parameters = read_parameters(content_type);
  if (!parameters || parameters->value != "multipart/form-data") return std::nullopt;
  const auto found = parameters->named.find("boundary");
  if (found == parameters->named.end()) return std::nullopt;
  const std::string& boundary = found->second;
  const bool fits =
      !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
      std::all_of(boundary.begin(), boundary.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (!fits) return std::nullopt;
  return boundary;
}

std::string base_name(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  std::string name;
  for (const char c : file_name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) name += c;
  }
  constexpr std::size_t longest = 200;
  if (name.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  if (name.find_first_not_of(". ") == std::string::npos) return "file";
  return name;
}

}  // namespace throughline::web::http
