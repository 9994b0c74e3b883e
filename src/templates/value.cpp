#include "templates/value.hpp"

namespace throughline::templates {
namespace {

constinit const Value nothing;

}  // namespace

Value::Value(List list) : held_(std::make_shared<const List>(std::move(list))) {}
Value::Value(Fields fields) : held_(std::make_shared<const Fields>(std::move(fields))) {}

Value Value::safe(std::string markup) {
  Value value;
  value.held_ = Safe{std::move(markup)};
  return value;
}

const Value& undefined() noexcept {
  return nothing;
}

bool Value::truthy() const noexcept {
  switch (kind()) {
    case Kind::undefined:
    case Kind::null:
      return false;
    case Kind::boolean:
      return as_boolean();
    case Kind::number: {
      const double number = as_number();
      return number < 0 || number > 0;  // neither 0 nor not-a-number
    }
    case Kind::text:
    case Kind::safe:
      return !as_text().empty();
    case Kind::list:
    case Kind::fields:
      return true;
  }
  return false;
}

const Value& Value::get(std::string_view name) const noexcept {
  if (const auto* fields = std::get_if<std::shared_ptr<const Fields>>(&held_)) {
    for (const auto& [key, value] : **fields) {
      if (key == name) return value;
    }
  }
  return nothing;
}

const List& Value::as_list() const noexcept {
  static const List none;
  const auto* list = std::get_if<std::shared_ptr<const List>>(&held_);
  return list ? **list : none;
}

const Fields& Value::as_fields() const noexcept {
  static const Fields none;
  const auto* fields = std::get_if<std::shared_ptr<const Fields>>(&held_);
  return fields ? **fields : none;
}

std::string_view Value::as_text() const noexcept {
  if (const auto* text = std::get_if<std::string>(&held_)) return *text;
  if (const auto* safe = std::get_if<Safe>(&held_)) return safe->markup;
  return {};
}

double Value::as_number() const noexcept {
  const auto* number = std::get_if<double>(&held_);
  return number ? *number : 0.0;
}

bool Value::as_boolean() const noexcept {
  const auto* yes = std::get_if<bool>(&held_);
  return yes && *yes;
}

bool Value::shares(const Value& other) const noexcept {
  if (kind() != other.kind()) return false;
  if (kind() == Kind::list) return &as_list() == &other.as_list();
  return kind() == Kind::fields && &as_fields() == &other.as_fields();
}

}  // namespace throughline::templates
