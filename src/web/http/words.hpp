#pragma once

// The small grammar that headers share: tokens, white space, parameters, case.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web::http {

[[nodiscard]] std::string_view trimmed(std::string_view text);  // of spaces and tabs
[[nodiscard]] bool is_token(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view ascii);
[[nodiscard]] bool same_word(std::string_view one, std::string_view other);  // whatever the case

// "form-data; name=\"a\"" as its value in lower case, and its parameters by name in lower case.
struct Parameters {
  std::string value;
  std::map<std::string, std::string, std::less<>> named;
};

// Nothing when it cannot be read one way only: a parameter twice, an open quote. In quotes only
// \" and \\ are escapes; any other backslash is itself, as browsers send it in file names.
[[nodiscard]] std::optional<Parameters> read_parameters(std::string_view header);

}  // namespace throughline::web::http
