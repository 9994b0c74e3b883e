#pragma once

// One choice of a select or of radios.

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>

namespace throughline::web {

struct OptionView {
  std::string value;
  std::string text;
  bool checked = false;   // the word that radios ask for
  bool selected = false;  // the word that selects ask for
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (value, text, checked, selected))

[[nodiscard]] inline OptionView option(std::string_view value, std::string_view text,
                                       std::string_view chosen) {
  const bool is_chosen = value == chosen;
  return {std::string(value), std::string(text), is_chosen, is_chosen};
}

}  // namespace throughline::web
