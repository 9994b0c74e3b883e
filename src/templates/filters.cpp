#include "templates/filters.hpp"

#include "templates/convert.hpp"

#include <cmath>
#include <cstdlib>

namespace throughline::templates::filters {
namespace {

std::string printed(Place place, const Value& value) {
  if (is_absent(value)) return {};
  if (value.kind() == Value::Kind::fields) {
    throw TemplateError(place, "named fields cannot be printed: print one of them");
  }
  return text_of(value);
}

std::string url_encoded(std::string_view text) {
  static constexpr char hex[] = "0123456789ABCDEF";
  static constexpr std::string_view plain = "-_.!~*'()";
  std::string encoded;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter || (byte >= '0' && byte <= '9') || plain.find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      encoded += {'%', hex[code >> 4], hex[code & 15]};
    }
  }
  return encoded;
}

// The number that text opens with, as parseFloat reads it.
double leading_number(Place place, const Value& value) {
  const std::string text = printed(place, value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return end == text.c_str() ? std::nan("") : number;
}

}  // namespace

Value default_to(Place, const Value& value, const Value& otherwise, const Value& when_falsy) {
  const bool stands = when_falsy.truthy() ? value.truthy() : value.defined();
  return stands ? value : otherwise;
}

Value escape(Place place, const Value& value) {
  return value.kind() == Value::Kind::safe ? value : force_escape(place, value);
}

Value force_escape(Place place, const Value& value) {
  std::string escaped;
  if (is_textual(value)) {
    append_escaped(escaped, value.as_text());
  } else {
    append_escaped(escaped, printed(place, value));
  }
  return Value::safe(std::move(escaped));
}

Value length(Place, const Value& value) {
  if (is_textual(value)) return Value(length_of_text(value.as_text()));
  if (value.kind() == Value::Kind::fields) return Value(value.as_fields().size());
  return Value(value.as_list().size());
}

Value safe(Place place, const Value& value) {
  return value.kind() == Value::Kind::safe ? value : Value::safe(printed(place, value));
}

Value string(Place place, const Value& value) {
  if (value.kind() == Value::Kind::safe) return value;
  if (is_absent(value))
    throw TemplateError(place, std::string("string was given ") + kind_name(value));
  return Value(printed(place, value));
}

Value url_encode(Place place, const Value& value) {
  if (value.kind() != Value::Kind::fields) return Value(url_encoded(printed(place, value)));
  std::string query;
  for (const auto& [name, held] : value.as_fields()) {
    if (!query.empty()) query += '&';
    query += url_encoded(name) + "=" + url_encoded(printed(place, held));
  }
  return Value(std::move(query));
}

Value abs(Place, const Value& value) {
  return Value(std::fabs(number_of(value)));
}

Value round(Place place, const Value& value, const Value& precision, const Value& method) {
  const double factor = std::pow(10.0, precision.truthy() ? number_of(precision) : 0.0);
  const double scaled = number_of(value) * factor;
  if (method.defined() && method.as_text() != "ceil" && method.as_text() != "floor" &&
      method.as_text() != "common") {
    throw TemplateError(place, "round knows ceil, floor and common");
  }
  if (method.as_text() == "ceil") return Value(std::ceil(scaled) / factor);
  if (method.as_text() == "floor") return Value(std::floor(scaled) / factor);
  return Value(std::floor(scaled + 0.5) / factor);  // a half goes up, below zero too
}

Value to_float(Place place, const Value& value, const Value& otherwise) {
  const double number = leading_number(place, value);
  return std::isnan(number) ? otherwise : Value(number);
}

Value to_int(Place place, const Value& value, const Value& otherwise) {
  const double number = leading_number(place, value);
  return std::isnan(number) ? otherwise : Value(std::trunc(number));
}

}  // namespace throughline::templates::filters
