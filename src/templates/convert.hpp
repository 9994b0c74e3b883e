#pragma once

// Values as text, numbers and escaped markup, by the rules of JavaScript, which Nunjucks follows.
// For the runtime and filters.

#include "templates/error.hpp"
#include "templates/value.hpp"

#include <string>
#include <string_view>

namespace throughline::templates {

// What `+` and `~` make of a value: undefined is "undefined", a list is its items with commas.
// Errors: throws std::logic_error for fields, which have no text.
[[nodiscard]] std::string text_of(const Value& value);
// As JavaScript prints a number: 3, not 3.0.
void append_number(std::string& out, double number);
[[nodiscard]] double number_of(const Value& value);

[[nodiscard]] bool is_textual(const Value& value) noexcept;
// Undefined, null: what prints as nothing.
[[nodiscard]] bool is_absent(const Value& value) noexcept;
// "text", "a list" ...: for messages.
[[nodiscard]] const char* kind_name(const Value& value) noexcept;

void append_escaped(std::string& out, std::string_view text);

// Characters as JavaScript counts them (UTF-16 units).
[[nodiscard]] std::size_t length_of_text(std::string_view text) noexcept;
// The bytes that hold the first `count` characters.
[[nodiscard]] std::size_t bytes_of(std::string_view text, std::size_t count) noexcept;

}  // namespace throughline::templates
