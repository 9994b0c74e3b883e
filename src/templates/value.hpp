#pragma once

// What a template is given: text, numbers, yes or no, lists and named fields. A page makes one from
// its view struct with to_value (described.hpp); templates never see anything else.
//
// Text is escaped wherever it is printed, unless it is marked safe, which only the template
// runtime and code that makes markup itself (charts, highlights) may do.
//
// A value is cheap to copy: lists and fields are shared, and never change once they are in one.

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace throughline::templates {

class Value;
using List = std::vector<Value>;
using Fields = std::vector<std::pair<std::string, Value>>;  // in order; a name stands once

class Value {
 public:
  enum class Kind { undefined, null, boolean, number, text, safe, list, fields };

  constexpr Value() noexcept = default;  // undefined
  Value(std::nullptr_t) : held_(Null{}) {}
  template <std::same_as<bool> T>
  Value(T yes) : held_(yes) {}
  template <typename T>
  requires(std::is_arithmetic_v<T> && !std::same_as<T, bool>) Value(T number)
      : held_(static_cast<double>(number)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(List list);
  Value(Fields fields);
  // Markup that is printed as it is.
  [[nodiscard]] static Value safe(std::string markup);

  [[nodiscard]] Kind kind() const noexcept { return static_cast<Kind>(held_.index()); }
  [[nodiscard]] bool defined() const noexcept { return kind() != Kind::undefined; }
  // Whether {% if %} takes it for true: not undefined, null, false, 0 or empty text.
  [[nodiscard]] bool truthy() const noexcept;

  // A field by its name; undefined when there is no such field, or these are no fields.
  [[nodiscard]] const Value& get(std::string_view name) const noexcept;
  // Each of these is empty (0, false) when the value is of another kind. Safe markup is text.
  [[nodiscard]] const List& as_list() const noexcept;
  [[nodiscard]] const Fields& as_fields() const noexcept;
  [[nodiscard]] std::string_view as_text() const noexcept;
  [[nodiscard]] double as_number() const noexcept;
  [[nodiscard]] bool as_boolean() const noexcept;
  // Whether two values are one and the same list or fields, not merely equal.
  [[nodiscard]] bool shares(const Value& other) const noexcept;

 private:
  struct Null {};
  struct Safe {
    std::string markup;
  };
  std::variant<std::monostate, Null, bool, double, std::string, Safe, std::shared_ptr<const List>,
               std::shared_ptr<const Fields>>
      held_;
};

// The value of whatever is not there.
[[nodiscard]] const Value& undefined() noexcept;

// Renders a template by its path under templates/: "hear/case_list.html". Throws std::out_of_range
// for a name that was not compiled in, and TemplateError (error.hpp) for a fault in the template.
[[nodiscard]] std::string render(std::string_view name, const Value& view);

}  // namespace throughline::templates
