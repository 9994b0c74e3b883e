#include "templates/runtime.hpp"

#include "templates/convert.hpp"

#include <stdexcept>

namespace throughline::templates {
namespace {

// Most pages fit, so that their text grows in place.
constexpr std::size_t usual_page = 16 * 1024;

}  // namespace

const Value& Context::get(std::string_view name) const noexcept {
  for (const auto& [key, value] : set_) {
    if (key == name) return value;
  }
  return view_->get(name);
}

bool Context::has(std::string_view name) const noexcept {
  for (const auto& [key, value] : set_) {
    if (key == name) return value.defined();
  }
  return false;
}

void Context::set(std::string_view name, Value value) {
  for (auto& [key, held] : set_) {
    if (key != name) continue;
    held = std::move(value);
    return;
  }
  set_.emplace_back(name, std::move(value));
}

void Context::block(std::string_view name, std::string& out) {
  write_block(page_, name, out);
}

void Context::block_above(const Page& page, std::string_view name, std::string& out) {
  write_block(page.above, name, out);
}

void Context::write_block(const Page* from, std::string_view name, std::string& out) {
  for (const Page* page = from; page; page = page->above) {
    for (const auto& block : page->blocks) {
      if (block.name == name) return block.write(out, *this);
    }
  }
  throw TemplateError({page_->name, 1},
                      "no template above has a block \"" + std::string(name) + "\"");
}

std::string render_page(const Page* const* pages, std::string_view name, const Value& view) {
  for (; *pages; ++pages) {
    if (name != (*pages)->name) continue;
    Context context(view, **pages);
    std::string out;
    out.reserve(usual_page);
    for (const Page* page = *pages; page; page = page->above) page->top(out, context);
    return out;
  }
  throw std::out_of_range("no template was compiled in as " + std::string(name));
}

void print(std::string& out, const Value& value, Place place) {
  switch (value.kind()) {
    case Value::Kind::undefined:
    case Value::Kind::null:
      return;
    case Value::Kind::text:
      return append_escaped(out, value.as_text());
    case Value::Kind::safe:
      out.append(value.as_text());
      return;
    case Value::Kind::number:
      return append_number(out, value.as_number());
    case Value::Kind::boolean:
      out.append(value.as_boolean() ? "true" : "false");
      return;
    case Value::Kind::list:
    case Value::Kind::fields:
      break;
  }
  try {
    append_escaped(out, text_of(value));
  } catch (const std::logic_error& problem) {
    throw TemplateError(place, problem.what());
  }
}

ListOf& ListOf::add(Value value) {
  items_.push_back(std::move(value));
  return *this;
}

FieldsOf& FieldsOf::add(std::string_view name, Value value) {
  fields_.emplace_back(name, std::move(value));
  return *this;
}

void Caller::write(std::string& out, Arguments arguments) const {
  if (run_) run_(body_, out, arguments);
}

Loop::Loop(const Value& over, std::size_t names, Place place) {
  if (over.kind() == Value::Kind::list) {
    list_ = &over.as_list();
    length_ = list_->size();
  } else if (over.kind() == Value::Kind::fields && names == 2) {
    fields_ = &over.as_fields();
    length_ = fields_->size();
    take_key();
  } else if (over.kind() == Value::Kind::fields) {
    throw TemplateError(place, "a loop over named fields needs two names: for name, value in ...");
  } else if (over.truthy()) {
    throw TemplateError(place,
                        std::string("a loop needs a list or named fields, not ") + kind_name(over));
  }
}

void Loop::next() {
  ++index_;
  take_key();
}

void Loop::take_key() {
  if (fields_ && index_ < length_) key_ = Value((*fields_)[index_].first);
}

const Value& Loop::part(std::size_t position) const {
  if (fields_) return position == 0 ? key_ : (*fields_)[index_].second;
  const auto& parts = item().as_list();
  return position < parts.size() ? parts[position] : undefined();
}

}  // namespace throughline::templates
