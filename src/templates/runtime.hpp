#pragma once

// What compiled templates are made of. Included by generated code (scripts/templates) and by
// nothing else; pages use value.hpp and described.hpp.

#include "templates/error.hpp"
#include "templates/filters.hpp"
#include "templates/operators.hpp"
#include "templates/value.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::templates {

class Context;

struct Block {
  const char* name;
  void (*write)(std::string& out, Context& context);
};

// A template as a page: what it extends, the statements at its top, and its blocks.
struct Page {
  const char* name;
  const Page* above;
  void (*top)(std::string& out, Context& context);
  std::span<const Block> blocks;
};

// The names that a page and its blocks share: the view's fields, and what the page sets.
class Context {
 public:
  Context() = default;  // for an imported macro: no view, no blocks
  Context(const Value& view, const Page& page) : view_(&view), page_(&page) {}

  [[nodiscard]] const Value& get(std::string_view name) const noexcept;
  [[nodiscard]] bool has(std::string_view name) const noexcept;
  void set(std::string_view name, Value value);

  // Writes the block of this name that stands lowest: the page's own before the layout's.
  void block(std::string_view name, std::string& out);
  // Writes the block that the one in `page` takes the place of.
  void block_above(const Page& page, std::string_view name, std::string& out);

 private:
  void write_block(const Page* from, std::string_view name, std::string& out);

  std::vector<std::pair<std::string_view, Value>> set_;
  const Value* view_ = &undefined();
  const Page* page_ = nullptr;
};

// Finds a page by name in a table that ends with nullptr, and renders it.
[[nodiscard]] std::string render_page(const Page* const* pages, std::string_view name,
                                      const Value& view);

inline void write(std::string& out, std::string_view markup) {
  out.append(markup);
}
void print(std::string& out, const Value& value, Place place);

// What a macro writes, as a value: safe.
template <typename Body>
Value markup(const Body& body) {
  std::string out;
  body(out);
  return Value::safe(std::move(out));
}

// What {% set name %}...{% endset %} holds: text, which is escaped unless it is printed with safe.
template <typename Body>
Value captured(const Body& body) {
  std::string out;
  body(out);
  return Value(std::move(out));
}

// Lists and fields that are written out in a template.
class ListOf {
 public:
  explicit ListOf(std::size_t size) { items_.reserve(size); }
  ListOf& add(Value value);
  [[nodiscard]] Value done() { return Value(std::move(items_)); }
  [[nodiscard]] std::span<const Value> items() const { return items_; }

 private:
  List items_;
};

class FieldsOf {
 public:
  explicit FieldsOf(std::size_t size) { fields_.reserve(size); }
  FieldsOf& add(std::string_view name, Value value);
  [[nodiscard]] Value done() { return Value(std::move(fields_)); }

 private:
  Fields fields_;
};

// An argument of a macro that has a value of its own when it is not given.
class Given {
 public:
  Given() = default;
  explicit Given(Value value) : value_(std::move(value)), given_(true) {}
  [[nodiscard]] bool given() const { return given_; }
  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
  bool given_ = false;
};

using Arguments = std::span<const Value>;
[[nodiscard]] inline const Value& argument(Arguments given, std::size_t position) {
  return position < given.size() ? given[position] : undefined();
}

// The body of a {% call %} block, for as long as the macro that it is given to runs.
class Caller {
 public:
  Caller() = default;
  template <typename Body>
  explicit Caller(const Body& body)
      : body_(std::addressof(body)), run_([](const void* held, std::string& out, Arguments given) {
          (*static_cast<const Body*>(held))(out, given);
        }) {}
  [[nodiscard]] bool given() const { return run_ != nullptr; }
  void write(std::string& out, Arguments arguments = {}) const;

 private:
  const void* body_ = nullptr;
  void (*run_)(const void*, std::string&, Arguments) = nullptr;
};

// The turns of a {% for %}: over a list, or over fields when there are two names.
class Loop {
 public:
  Loop(const Value& over, std::size_t names, Place place);
  [[nodiscard]] bool more() const { return index_ < length_; }
  void next();
  [[nodiscard]] const Value& item() const { return (*list_)[index_]; }
  [[nodiscard]] const Value& part(std::size_t position) const;

  [[nodiscard]] std::size_t index() const { return index_ + 1; }
  [[nodiscard]] std::size_t index0() const { return index_; }
  [[nodiscard]] std::size_t revindex() const { return length_ - index_; }
  [[nodiscard]] std::size_t revindex0() const { return length_ - index_ - 1; }
  [[nodiscard]] bool first() const { return index_ == 0; }
  [[nodiscard]] bool last() const { return index_ + 1 == length_; }
  [[nodiscard]] std::size_t length() const { return length_; }

 private:
  void take_key();

  const List* list_ = nullptr;
  const Fields* fields_ = nullptr;
  Value key_;
  std::size_t index_ = 0;
  std::size_t length_ = 0;
};

}  // namespace throughline::templates
