#pragma once

// What a template is given: text, numbers, yes or no, lists and named fields. A page makes one from
// its view struct with to_value (described.hpp); templates never see anything else.
//
// Text is escaped wherever it is printed, unless it is marked safe, which only the template
// runtime and code that makes markup itself (charts, highlights) may do.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace throughline::templates {

class Value;
using List = std::vector<Value>;
using Fields = std::vector<std::pair<std::string, Value>>;  // in order; a name stands once

class Value {
 public:
  Value() = default;  // undefined
  Value(std::nullptr_t) {}
  Value(bool yes) : held_(yes) {}
  Value(int number) : held_(static_cast<double>(number)) {}
  Value(std::int64_t number) : held_(static_cast<double>(number)) {}
  Value(std::size_t number) : held_(static_cast<double>(number)) {}
  Value(double number) : held_(number) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(List list);
  Value(Fields fields);
  // Markup that is printed as it is.
  [[nodiscard]] static Value safe(std::string markup);

  // (The compiler of templates adds what its generated code needs.)

 private:
  struct Safe {
    std::string markup;
  };
  std::variant<std::monostate, bool, double, std::string, Safe, std::shared_ptr<List>,
               std::shared_ptr<Fields>>
      held_;
};

// Renders a template by its path under templates/: "hear/case_list.html". Throws std::out_of_range
// for a name that was not compiled in.
[[nodiscard]] std::string render(std::string_view name, const Value& view);

}  // namespace throughline::templates
