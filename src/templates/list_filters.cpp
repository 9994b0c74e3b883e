#include "templates/convert.hpp"
#include "templates/filters.hpp"
#include "templates/operators.hpp"

#include <algorithm>

namespace throughline::templates::filters {
namespace {

// A list to work on; nothing and null are an empty list.
const List& items_of(Place place, const Value& value, const char* filter) {
  if (value.kind() == Value::Kind::list || is_absent(value)) return value.as_list();
  throw TemplateError(place, std::string(filter) + " needs a list, not " + kind_name(value));
}

template <typename Keep>
Value kept(const List& items, const Keep& keep) {
  List chosen;
  std::copy_if(items.begin(), items.end(), std::back_inserter(chosen), keep);
  return Value(std::move(chosen));
}

Value lowered(const Value& value) {
  return value.kind() == Value::Kind::text ? lower({"", 0}, value) : value;
}

}  // namespace

Value batch(Place place, const Value& value, const Value& size, const Value& fill) {
  const auto& items = items_of(place, value, "batch");
  if (!(number_of(size) >= 1)) throw TemplateError(place, "batch needs a size of at least 1");
  const auto width = static_cast<std::size_t>(number_of(size));
  List rows;
  for (std::size_t from = 0; from < items.size(); from += width) {
    const auto count = std::min(width, items.size() - from);
    const auto start = items.begin() + static_cast<List::difference_type>(from);
    List row(start, start + static_cast<List::difference_type>(count));
    if (fill.truthy()) row.resize(width, fill);
    rows.emplace_back(std::move(row));
  }
  return Value(std::move(rows));
}

Value first(Place place, const Value& value) {
  const auto& items = items_of(place, value, "first");
  return items.empty() ? Value() : items.front();
}

Value last(Place place, const Value& value) {
  const auto& items = items_of(place, value, "last");
  return items.empty() ? Value() : items.back();
}

Value group_by(Place place, const Value& value, const Value& field) {
  std::vector<std::pair<std::string, List>> groups;
  for (const auto& item : items_of(place, value, "groupby")) {
    const auto key = text_of(element(item, field));
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& each) { return each.first == key; });
    if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
    group->second.push_back(item);
  }
  Fields fields;
  for (auto& [key, items] : groups) fields.emplace_back(key, Value(std::move(items)));
  return Value(std::move(fields));
}

Value join(Place place, const Value& value, const Value& between, const Value& field) {
  std::string joined;
  const auto& items = items_of(place, value, "join");
  for (const auto& item : items) {
    const Value& part = field.truthy() ? element(item, field) : item;
    if (&item != &items.front() && between.truthy()) joined += text_of(between);
    if (!is_absent(part)) joined += text_of(part);
  }
  return Value(std::move(joined));
}

Value reject(Place place, const Value& value, Test test) {
  return kept(items_of(place, value, "reject"), [&](const Value& item) { return !test(item); });
}

Value reject_by(Place place, const Value& value, const Value& field) {
  return kept(items_of(place, value, "rejectattr"),
              [&](const Value& item) { return !element(item, field).truthy(); });
}

Value select(Place place, const Value& value, Test test) {
  return kept(items_of(place, value, "select"), test);
}

Value select_by(Place place, const Value& value, const Value& field) {
  return kept(items_of(place, value, "selectattr"),
              [&](const Value& item) { return element(item, field).truthy(); });
}

Value reverse(Place place, const Value& value) {
  const auto& items = items_of(place, value, "reverse");
  return Value(List(items.rbegin(), items.rend()));
}

Value sort(Place place, const Value& value, const Value& backwards, const Value& by_case,
           const Value& field) {
  List sorted = items_of(place, value, "sort");
  const auto key = [&](const Value& item) {
    const Value& held = field.truthy() ? element(item, field) : item;
    return by_case.truthy() ? held : lowered(held);
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Value& left, const Value& right) {
    return backwards.truthy() ? less(key(right), key(left)) : less(key(left), key(right));
  });
  return Value(std::move(sorted));
}

Value sum(Place place, const Value& value, const Value& field, const Value& start) {
  double total = start.truthy() ? number_of(start) : 0;
  for (const auto& item : items_of(place, value, "sum")) {
    total += number_of(field.truthy() ? element(item, field) : item);
  }
  return Value(total);
}

}  // namespace throughline::templates::filters
