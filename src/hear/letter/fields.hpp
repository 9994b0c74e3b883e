#pragma once

// The merge fields of a letter: "{{ complainant_name }}" in a template becomes "Joan Hill" in a
// letter. A field is a name and nothing else: there are no conditions, loops or code. What is not
// known is left as "[enter the person's name]", for the officer to fill in.

#include "base/result.hpp"
#include "hear/letter/kinds.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear::letter {

struct Field {
  std::string_view name;        // "complainant_name"
  std::string_view means;       // "the person's name"
  std::string_view example;     // "Joan Hill"
  std::vector<Kind> only = {};  // the letters that have it; empty: all
};

// In the order in which the page lists them.
[[nodiscard]] std::span<const Field> all_fields();
[[nodiscard]] std::vector<Field> fields_for(Kind kind);

// By the name of their field. What is empty or not there is not known.
using Values = std::map<std::string, std::string, std::less<>>;
// The example of every field, for a preview.
[[nodiscard]] Values example_values();

// What is wrong with the text of a template, under the field "text": a name that is no field of
// this kind of letter, or braces that do not close, each with its line.
[[nodiscard]] std::vector<base::Problem> problems_of_template(Kind kind, std::string_view text);

// Puts the values in. A value is never read for fields again.
[[nodiscard]] std::string merge(std::string_view text, const Values& values);

// What an officer still has to fill in: "[enter the person's name]"; each once, in their order.
[[nodiscard]] std::vector<std::string> left_to_enter(std::string_view text);

}  // namespace throughline::hear::letter
