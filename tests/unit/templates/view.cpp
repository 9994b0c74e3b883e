#include "unit/templates/view.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <iterator>

namespace throughline::templates {
namespace {

Value value_of(const boost::json::value& held) {
  if (held.is_null()) return Value(nullptr);
  if (held.is_bool()) return Value(held.as_bool());
  if (held.is_string()) return Value(std::string(held.as_string()));
  if (held.is_array()) {
    List list;
    for (const auto& item : held.as_array()) list.push_back(value_of(item));
    return Value(std::move(list));
  }
  if (held.is_object()) {
    Fields fields;
    for (const auto& [key, item] : held.as_object()) fields.emplace_back(key, value_of(item));
    return Value(std::move(fields));
  }
  return Value(held.to_number<double>());
}

}  // namespace

Value value_from_json(const std::string& text) {
  return value_of(boost::json::parse(text));
}

Value shared_view() {
  std::ifstream file("tests/templates/view.json");
  return value_from_json(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace throughline::templates
