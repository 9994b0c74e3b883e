#pragma once

// The filters of templates, {{ value | filter }}, as Nunjucks has them. For generated code only;
// scripts/templates/vocabulary.mjs holds the same list. Each throws TemplateError, with its place,
// for a value that it cannot use.

#include "templates/error.hpp"
#include "templates/value.hpp"

namespace throughline::templates::filters {

// Any value.
[[nodiscard]] Value default_to(Place place, const Value& value, const Value& otherwise,
                               const Value& when_falsy = undefined());
[[nodiscard]] Value escape(Place place, const Value& value);
[[nodiscard]] Value force_escape(Place place, const Value& value);
[[nodiscard]] Value length(Place place, const Value& value);
[[nodiscard]] Value safe(Place place, const Value& value);
[[nodiscard]] Value string(Place place, const Value& value);
[[nodiscard]] Value url_encode(Place place, const Value& value);

// Numbers.
[[nodiscard]] Value abs(Place place, const Value& value);
[[nodiscard]] Value round(Place place, const Value& value, const Value& precision = undefined(),
                          const Value& method = undefined());
[[nodiscard]] Value to_float(Place place, const Value& value, const Value& otherwise = undefined());
[[nodiscard]] Value to_int(Place place, const Value& value, const Value& otherwise = undefined());

// Text. Undefined, null and false count as empty text, except to trim and replace. Capital letters
// are those of ASCII.
[[nodiscard]] Value capitalize(Place place, const Value& value);
[[nodiscard]] Value indent(Place place, const Value& value, const Value& width = undefined(),
                           const Value& first = undefined());
[[nodiscard]] Value line_breaks(Place place, const Value& value);
[[nodiscard]] Value lower(Place place, const Value& value);
[[nodiscard]] Value replace(Place place, const Value& value, const Value& old, const Value& with,
                            const Value& most = undefined());
[[nodiscard]] Value title(Place place, const Value& value);
[[nodiscard]] Value trim(Place place, const Value& value);
[[nodiscard]] Value truncate(Place place, const Value& value, const Value& length = undefined(),
                             const Value& inside_words = undefined(),
                             const Value& end = undefined());
[[nodiscard]] Value upper(Place place, const Value& value);
[[nodiscard]] Value word_count(Place place, const Value& value);

// Lists.
using Test = bool (*)(const Value&);
[[nodiscard]] Value batch(Place place, const Value& value, const Value& size,
                          const Value& fill = undefined());
[[nodiscard]] Value first(Place place, const Value& value);
[[nodiscard]] Value group_by(Place place, const Value& value, const Value& field);
[[nodiscard]] Value join(Place place, const Value& value, const Value& between = undefined(),
                         const Value& field = undefined());
[[nodiscard]] Value last(Place place, const Value& value);
[[nodiscard]] Value reject(Place place, const Value& value, Test test);
[[nodiscard]] Value reject_by(Place place, const Value& value, const Value& field);
[[nodiscard]] Value reverse(Place place, const Value& value);
[[nodiscard]] Value select(Place place, const Value& value, Test test);
[[nodiscard]] Value select_by(Place place, const Value& value, const Value& field);
[[nodiscard]] Value sort(Place place, const Value& value, const Value& backwards = undefined(),
                         const Value& by_case = undefined(), const Value& field = undefined());
[[nodiscard]] Value sum(Place place, const Value& value, const Value& field = undefined(),
                        const Value& start = undefined());

}  // namespace throughline::templates::filters
