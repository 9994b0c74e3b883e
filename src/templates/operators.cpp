#include "templates/operators.hpp"

#include "templates/convert.hpp"

#include <cmath>

namespace throughline::templates {
namespace {

using Kind = Value::Kind;

// Text is compared as text, everything else as numbers.
template <typename Compare>
bool ordered(const Value& left, const Value& right, Compare compare) {
  if (is_textual(left) && is_textual(right)) return compare(left.as_text(), right.as_text());
  return compare(number_of(left), number_of(right));
}

}  // namespace

const Value& empty_text() noexcept {
  static const Value empty{std::string_view()};
  return empty;
}

bool same(const Value& left, const Value& right) {
  if (is_textual(left) && is_textual(right)) return left.as_text() == right.as_text();
  if (left.kind() != right.kind()) return false;
  switch (left.kind()) {
    case Kind::boolean:
      return left.as_boolean() == right.as_boolean();
    case Kind::number:
      return left.as_number() == right.as_number();
    case Kind::list:
    case Kind::fields:
      return left.shares(right);
    default:
      return true;
  }
}

bool equal(const Value& left, const Value& right) {
  if (is_absent(left) || is_absent(right)) return is_absent(left) && is_absent(right);
  if (left.kind() == right.kind() || (is_textual(left) && is_textual(right)))
    return same(left, right);
  return number_of(left) == number_of(right);
}

bool equal(const Value& left, std::string_view right) {
  return is_textual(left) ? left.as_text() == right : equal(left, Value(right));
}

bool same(const Value& left, std::string_view right) {
  return is_textual(left) && left.as_text() == right;
}

bool less(const Value& left, const Value& right) {
  return ordered(left, right, [](auto a, auto b) { return a < b; });
}
bool more(const Value& left, const Value& right) {
  return less(right, left);
}
bool at_most(const Value& left, const Value& right) {
  return ordered(left, right, [](auto a, auto b) { return a <= b; });
}
bool at_least(const Value& left, const Value& right) {
  return at_most(right, left);
}

bool contains(Place place, const Value& whole, const Value& sought) {
  switch (whole.kind()) {
    case Kind::list:
      for (const auto& item : whole.as_list()) {
        if (same(item, sought)) return true;
      }
      return false;
    case Kind::text:
    case Kind::safe:
      return whole.as_text().find(text_of(sought)) != std::string_view::npos;
    case Kind::fields:
      for (const auto& [name, value] : whole.as_fields()) {
        if (name == sought.as_text()) return true;
      }
      return false;
    default:
      throw TemplateError(
          place, std::string("\"in\" needs a list, text or named fields, not ") + kind_name(whole));
  }
}

Value add(const Value& left, const Value& right) {
  const auto joins = [](const Value& value) {
    return is_textual(value) || value.kind() == Kind::list || value.kind() == Kind::fields;
  };
  if (joins(left) || joins(right)) return concat(left, right);
  return Value(number_of(left) + number_of(right));
}

Value concat(const Value& left, const Value& right) {
  return Value(text_of(left) + text_of(right));
}
Value subtract(const Value& left, const Value& right) {
  return Value(number_of(left) - number_of(right));
}
Value multiply(const Value& left, const Value& right) {
  return Value(number_of(left) * number_of(right));
}
// By zero too, as in JavaScript: infinite, or not a number.
__attribute__((no_sanitize("float-divide-by-zero"))) Value divide(const Value& left,
                                                                  const Value& right) {
  return Value(number_of(left) / number_of(right));
}
Value floor_divide(const Value& left, const Value& right) {
  return Value(std::floor(divide(left, right).as_number()));
}
Value remainder(const Value& left, const Value& right) {
  return Value(std::fmod(number_of(left), number_of(right)));
}
Value power(const Value& left, const Value& right) {
  return Value(std::pow(number_of(left), number_of(right)));
}
Value negate(const Value& value) {
  return Value(-number_of(value));
}
Value to_number(const Value& value) {
  return Value(number_of(value));
}

const Value& element(const Value& whole, const Value& index) {
  if (whole.kind() == Kind::fields) {
    return is_textual(index) ? whole.get(index.as_text()) : whole.get(text_of(index));
  }
  const double position = number_of(index);
  const auto& items = whole.as_list();
  const bool there = position >= 0 && position < static_cast<double>(items.size()) &&
                     position == std::trunc(position);
  return there ? items[static_cast<std::size_t>(position)] : undefined();
}

Value length_of(const Value& value) {
  if (is_textual(value)) return Value(length_of_text(value.as_text()));
  if (value.kind() == Kind::list) return Value(value.as_list().size());
  return value.get("length");
}

Value val_of(const Value& value) {
  return value.kind() == Kind::safe ? Value(value.as_text()) : value.get("val");
}

Value range(Place place, const Value& first, const Value& stop, const Value& step) {
  const double from = stop.defined() ? number_of(first) : 0;
  const double to = stop.defined() ? number_of(stop) : number_of(first);
  const double by = step.truthy() ? number_of(step) : 1;
  if (!(std::fabs((to - from) / by) < 1e6)) throw TemplateError(place, "range needs numbers");
  List numbers;
  for (double number = from; by > 0 ? number < to : number > to; number += by) {
    numbers.emplace_back(number);
  }
  return Value(std::move(numbers));
}

namespace tests {

bool is_at_least(const Value& value, const Value& other) {
  return at_least(value, other);
}
bool is_at_most(const Value& value, const Value& other) {
  return at_most(value, other);
}
bool is_defined(const Value& value) {
  return value.defined();
}
bool is_different(const Value& value, const Value& other) {
  return !same(value, other);
}
bool is_divisible_by(const Value& value, const Value& other) {
  return remainder(value, other).as_number() == 0;
}
bool is_escaped(const Value& value) {
  return value.kind() == Kind::safe;
}
bool is_even(const Value& value) {
  return std::fmod(number_of(value), 2) == 0;
}
bool is_falsy(const Value& value) {
  return !value.truthy();
}
bool is_iterable(const Value& value) {
  return is_textual(value) || value.kind() == Kind::list;
}
bool is_less(const Value& value, const Value& other) {
  return less(value, other);
}
// In JavaScript safe markup is an object, so it counts; templates ask "and is not escaped".
bool is_mapping(const Value& value) {
  return value.kind() == Kind::fields || value.kind() == Kind::safe;
}
bool is_more(const Value& value, const Value& other) {
  return more(value, other);
}
bool is_null(const Value& value) {
  return value.kind() == Kind::null;
}
bool is_number(const Value& value) {
  return value.kind() == Kind::number;
}
bool is_odd(const Value& value) {
  return std::fmod(number_of(value), 2) == 1;
}
bool is_same(const Value& value, const Value& other) {
  return same(value, other);
}
bool is_string(const Value& value) {
  return value.kind() == Kind::text;
}
bool is_truthy(const Value& value) {
  return value.truthy();
}
bool is_undefined(const Value& value) {
  return !value.defined();
}

}  // namespace tests
}  // namespace throughline::templates
