#include "hear/paper_form/paper_form.hpp"

#include "hear/entry.hpp"
#include "hear/equality.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::array forms = {
    Entry{PaperForm::standard, "standard", "Standard print"},
    Entry{PaperForm::large_print, "large-print", "Large print, 18 point"},
    Entry{PaperForm::easy_read, "easy-read", "Easy read, with pictures"},
};

constexpr std::array<std::string_view, 6> asked = {"kind",         "words",   "service",
                                                   "relationship", "contact", "details"};
// Easy read asks with pictures what happened (3) and how it felt (4) before the person's own words.
constexpr std::array<std::string_view, 7> asked_with_pictures = {
    "kind", "service", "picks", "feeling", "words", "relationship", "contact"};

template <typename All>
int place(const All& all, std::string_view field) {
  const auto found = std::ranges::find(all, field);
  return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
}

}  // namespace

std::string_view to_text(PaperForm form) {
  return entry(forms, form).text;
}

std::string_view label(PaperForm form) {
  return entry(forms, form).label;
}

std::optional<PaperForm> paper_form_from_text(std::string_view text) {
  return from_text(forms, text);
}

std::string paper_code(PaperForm form) {
  constexpr std::array letters = {"S", "L", "E"};
  return letters.at(static_cast<std::size_t>(form)) + std::to_string(paper_form_version);
}

WayIn way_of_form(PaperForm form) {
  if (form == PaperForm::easy_read) return WayIn::paper_easy_read;
  return form == PaperForm::large_print ? WayIn::large_print : WayIn::paper;
}

EasyTopic easy_topic_of(Kind kind) {
  if (kind == Kind::compliment) return EasyTopic::happy;
  return kind == Kind::suggestion || kind == Kind::idea ? EasyTopic::idea : EasyTopic::sad;
}

int number_on_paper(WayIn way, std::string_view field) {
  if (way == WayIn::easy_read) return 0;
  if (way == WayIn::paper_easy_read) return place(asked_with_pictures, field);
  if (const int number = place(asked, field); number > 0) return number;
  int number = static_cast<int>(asked.size());
  for (const auto& each : equality_questions()) {
    ++number;
    if (each.field == field) return number;
  }
  return 0;
}

}  // namespace throughline::hear
