#pragma once

// The operators and tests of templates, by the rules of JavaScript. For generated code only.

#include "templates/error.hpp"
#include "templates/value.hpp"

#include <string_view>

namespace throughline::templates {

[[nodiscard]] const Value& empty_text() noexcept;

// a or b, a and b: one of the two, as in JavaScript.
template <typename Later>
Value either(Value first, const Later& later) {
  return first.truthy() ? std::move(first) : later();
}
template <typename Later>
Value both(Value first, const Later& later) {
  return first.truthy() ? later() : std::move(first);
}

[[nodiscard]] bool equal(const Value& left, const Value& right);      // ==
[[nodiscard]] bool equal(const Value& left, std::string_view right);  // ==
[[nodiscard]] bool same(const Value& left, const Value& right);       // ===
[[nodiscard]] bool same(const Value& left, std::string_view right);   // ===
[[nodiscard]] bool less(const Value& left, const Value& right);       // <
[[nodiscard]] bool more(const Value& left, const Value& right);       // >
[[nodiscard]] bool at_most(const Value& left, const Value& right);    // <=
[[nodiscard]] bool at_least(const Value& left, const Value& right);   // >=
// `sought in whole`: an item of a list, a part of text, the name of a field.
[[nodiscard]] bool contains(Place place, const Value& whole, const Value& sought);

[[nodiscard]] Value add(const Value& left, const Value& right);
[[nodiscard]] Value concat(const Value& left, const Value& right);
[[nodiscard]] Value subtract(const Value& left, const Value& right);
[[nodiscard]] Value multiply(const Value& left, const Value& right);
[[nodiscard]] Value divide(const Value& left, const Value& right);
[[nodiscard]] Value floor_divide(const Value& left, const Value& right);
[[nodiscard]] Value remainder(const Value& left, const Value& right);
[[nodiscard]] Value power(const Value& left, const Value& right);
[[nodiscard]] Value negate(const Value& value);
[[nodiscard]] Value to_number(const Value& value);

// whole[index]: an item of a list by its number, or a field by its name.
[[nodiscard]] const Value& element(const Value& whole, const Value& index);
[[nodiscard]] Value length_of(const Value& value);  // value.length
[[nodiscard]] Value val_of(const Value& value);     // value.val: the text of safe markup
[[nodiscard]] Value range(Place place, const Value& first, const Value& stop = undefined(),
                          const Value& step = undefined());

namespace tests {

[[nodiscard]] bool is_at_least(const Value& value, const Value& other);
[[nodiscard]] bool is_at_most(const Value& value, const Value& other);
[[nodiscard]] bool is_defined(const Value& value);
[[nodiscard]] bool is_different(const Value& value, const Value& other);
[[nodiscard]] bool is_divisible_by(const Value& value, const Value& other);
[[nodiscard]] bool is_escaped(const Value& value);
[[nodiscard]] bool is_even(const Value& value);
[[nodiscard]] bool is_falsy(const Value& value);
[[nodiscard]] bool is_iterable(const Value& value);
[[nodiscard]] bool is_less(const Value& value, const Value& other);
[[nodiscard]] bool is_mapping(const Value& value);
[[nodiscard]] bool is_more(const Value& value, const Value& other);
[[nodiscard]] bool is_null(const Value& value);
[[nodiscard]] bool is_number(const Value& value);
[[nodiscard]] bool is_odd(const Value& value);
[[nodiscard]] bool is_same(const Value& value, const Value& other);
[[nodiscard]] bool is_string(const Value& value);
[[nodiscard]] bool is_truthy(const Value& value);
[[nodiscard]] bool is_undefined(const Value& value);

}  // namespace tests
}  // namespace throughline::templates
