#pragma once

// Turns a view struct into what a template reads, field by field:
//   struct CaseView { std::string ref; bool open; std::vector<HistoryView> history; };
//   BOOST_DESCRIBE_STRUCT(CaseView, (), (ref, open, history))
//   page(call, "hear/case.html", templates::to_value(view));

#include "templates/value.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace throughline::templates {

inline Value to_value(const Value& value) {
  return value;
}
inline Value to_value(const std::string& text) {
  return Value(text);
}
inline Value to_value(std::string_view text) {
  return Value(text);
}
inline Value to_value(const char* text) {
  return Value(text);
}
inline Value to_value(bool yes) {
  return Value(yes);
}
template <typename T>
requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) Value to_value(T number) {
  return Value(static_cast<double>(number));
}
template <typename T>
Value to_value(const std::optional<T>& held);
template <typename T>
Value to_value(const std::vector<T>& items);

template <typename T>
requires boost::describe::has_describe_members<T>::value Value to_value(const T& view) {
  Fields fields;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) { fields.emplace_back(member.name, to_value(view.*member.pointer)); });
  return Value(std::move(fields));
}

template <typename T>
Value to_value(const std::optional<T>& held) {
  return held ? to_value(*held) : Value();
}

template <typename T>
Value to_value(const std::vector<T>& items) {
  List list;
  list.reserve(items.size());
  for (const auto& item : items) list.push_back(to_value(item));
  return Value(std::move(list));
}

}  // namespace throughline::templates
