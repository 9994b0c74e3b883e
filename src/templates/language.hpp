#pragma once

// The languages that pages can be had in. English is what templates and the code say; every other
// language is a catalogue of messages (languages/*.po) whose keys are the English. Catalogues are
// built into the program. Decision: docs/adr/0020-languages-are-gettext-catalogues.md
//
// The language of an answer belongs to the thread that makes it, for as long as a Speaking lives:
// the macros of GOV.UK Frontend see nothing of the page that calls them. Without one, and for
// whatever a catalogue does not have, it is English.
//
// Shape of a key: a sentence as it stands in the template, white space as one space, what is
// filled in as {name}, tags inside it as <1>...</1>. Numbers in words that come from code are
// {1}, {2} ...: "3 May 2026" is "{1} May {2}".

#include "templates/error.hpp"
#include "templates/value.hpp"

#include <initializer_list>
#include <locale>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace throughline::templates {

struct Language {
  std::string_view code;  // as in HTML's lang: "ur"
  std::string_view name;  // its own, in its own script
  std::string_view english_name;
  bool right_to_left = false;
};

[[nodiscard]] const Language& english() noexcept;
// Those with a catalogue; English is not among them.
[[nodiscard]] std::span<const Language> other_languages() noexcept;
// Nothing when there is no such language.
[[nodiscard]] const Language* find_language(std::string_view code) noexcept;

// The language of this thread's answers, until it goes.
class Speaking {
 public:
  explicit Speaking(const Language& language);
  ~Speaking();
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  const Language* before_;
};
[[nodiscard]] const Language& spoken() noexcept;

struct Slot {
  std::string_view name;  // "{council}" or "<1>"
  std::string filled;
};

// Words in the language spoken; the English itself when there is none.
[[nodiscard]] std::string in_language(std::string_view english);
// One of two, by how many: the language's own rule says which of its forms.
[[nodiscard]] std::string in_language(std::string_view one, std::string_view many, int count);
// A sentence whose places, "{day}", are filled in.
[[nodiscard]] std::string in_language(std::string_view english, std::initializer_list<Slot> slots);
// Every "text", and what "hint" and "label" hold, in lists and fields like those that the macros
// of GOV.UK Frontend take.
[[nodiscard]] Value every_text_in_language(const Value& value);

// Whether a page says all its sentences in every language; written by scripts/templates.
[[nodiscard]] bool in_every_language(std::string_view template_name) noexcept;

// For generated code. The message for a key, or nullptr: say the English.
[[nodiscard]] const char* message_for(std::string_view key);
[[nodiscard]] Value message_or(std::string_view english);
void write_message(std::string& out, std::string_view message, std::initializer_list<Slot> slots);

namespace filters {
// {{ words | t }}: in the language spoken.
[[nodiscard]] Value translate(Place place, const Value& value);
// Undefined on an English page: for what GOV.UK Frontend says in English by itself.
[[nodiscard]] Value unless_english(Place place, const Value& value);
}  // namespace filters

}  // namespace throughline::templates
