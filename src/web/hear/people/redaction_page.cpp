#include "web/hear/people/redaction_page.hpp"

#include "base/date.hpp"
#include "base/digits.hpp"
#include "hear/hear.hpp"
#include "hear/redaction/redaction.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <sstream>

namespace throughline::web {

namespace {

struct SegmentView {
  std::string text;
  std::string number;  // of the suggestion that marks it; empty: plain
};
BOOST_DESCRIBE_STRUCT(SegmentView, (), (text, number))

struct SuggestionView {
  std::string id;
  std::string number;
  std::string value;  // "12-20-phone"
  std::string words;
  std::string kind;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (), (id, number, value, words, kind, checked))

struct RedactionView {
  std::string ref;
  std::string title;
  std::string words_hash;
  std::vector<SegmentView> segments;
  std::vector<SuggestionView> suggestions;
  std::string phrases;
  bool previewed = false;
  std::string preview;
  std::string confirmed_words;
  std::string confirmed_by;
  std::string confirmed_at;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(RedactionView, (),
                      (ref, title, words_hash, segments, suggestions, phrases, previewed, preview,
                       confirmed_words, confirmed_by, confirmed_at, errors))

std::string value_of(const text::PersonalSpan& span) {
  return std::to_string(span.from) + "-" + std::to_string(span.to) + "-" +
         std::string(text::to_text(span.kind));
}

// What value_of wrote; nothing for what it did not.
std::optional<text::PersonalSpan> span_of(const std::string& value) {
  const auto first = value.find('-');
  const auto second = value.find('-', first == value.npos ? first : first + 1);
  if (second == value.npos) return std::nullopt;
  const auto from = base::digits(std::string_view(value).substr(0, first));
  const auto to = base::digits(std::string_view(value).substr(first + 1, second - first - 1));
  const auto kind = text::personal_kind_from_text(std::string_view(value).substr(second + 1));
  if (!from || !to || !kind) return std::nullopt;
  return text::PersonalSpan{static_cast<std::size_t>(*from), static_cast<std::size_t>(*to), *kind};
}

hear::RedactionChoice choice_in(const http::Form& form) {
  hear::RedactionChoice choice;
  choice.words_hash = form.get("words_hash");
  for (const auto& value : form.all("span")) {
    // What is no span of ours becomes one that no words have, and is refused with the rest.
    choice.spans.push_back(span_of(value).value_or(text::PersonalSpan{1, 0, {}}));
  }
  std::istringstream lines(form.get("phrases"));
  for (std::string line; std::getline(lines, line);) choice.phrases.push_back(line);
  return choice;
}

bool overlap(const text::PersonalSpan& a, const text::PersonalSpan& b) {
  return a.from < b.to && b.from < a.to;
}

// Before anybody chose: every suggestion, or what was confirmed before.
hear::RedactionChoice standing_choice(const hear::RedactionDraft& draft) {
  hear::RedactionChoice choice;
  choice.words_hash = draft.words_hash;
  const bool stands = draft.confirmed && draft.confirmed->words_hash == draft.words_hash;
  if (!stands) {
    choice.spans = draft.suggested;
    return choice;
  }
  for (const auto& span : draft.confirmed->spans) {
    const bool suggested = std::ranges::any_of(
        draft.suggested, [&](const text::PersonalSpan& each) { return overlap(each, span); });
    if (suggested) {
      choice.spans.push_back(span);
    } else {
      choice.phrases.push_back(draft.words.substr(span.from, span.to - span.from));
    }
  }
  return choice;
}

void fill_words(RedactionView& view, const hear::RedactionDraft& draft,
                const hear::RedactionChoice& choice) {
  std::size_t at = 0;
  int number = 0;
  for (const auto& span : draft.suggested) {
    if (span.from > at) view.segments.push_back({draft.words.substr(at, span.from - at), ""});
    const auto numbered = std::to_string(++number);
    const auto words = draft.words.substr(span.from, span.to - span.from);
    view.segments.push_back({words, numbered});
    const bool checked = std::ranges::any_of(
        choice.spans, [&](const text::PersonalSpan& each) { return overlap(each, span); });
    view.suggestions.push_back({"span-" + numbered, numbered, value_of(span), words,
                                std::string(text::label(span.kind)), checked});
    at = span.to;
  }
  if (at < draft.words.size()) view.segments.push_back({draft.words.substr(at), ""});
  for (const auto& phrase : choice.phrases) {
    if (!phrase.empty()) view.phrases += (view.phrases.empty() ? "" : "\n") + phrase;
  }
}

struct Opened {
  hear::RedactionDraft draft;
  std::string title;
};

base::Result<Opened> open(Call& call) {
  return call.database.read([&](store::Reader& reader) -> base::Result<Opened> {
    const auto& ref = call.parameter("ref");
    auto draft = hear::draft_redaction(reader, call.authority.id, ref);
    if (!draft) return tl::make_unexpected(draft.error());
    const auto found = hear::find_case(reader, call.authority.id, ref);
    return Opened{*std::move(draft), found ? hear::title(*found) : ref};
  });
}

RedactionView view_of(const Opened& opened, const hear::RedactionChoice& choice) {
  RedactionView view;
  view.ref = opened.draft.case_ref;
  view.title = opened.title;
  view.words_hash = opened.draft.words_hash;
  fill_words(view, opened.draft, choice);
  if (opened.draft.confirmed) {
    view.confirmed_words = opened.draft.confirmed->words;
    view.confirmed_by = opened.draft.confirmed->by_name;
    if (const auto at = base::instant_from_text(opened.draft.confirmed->confirmed_at)) {
      view.confirmed_at = base::to_london_text(*at);
    }
  }
  return view;
}

http::Response show(Call& call, const RedactionView& view, int status = 200) {
  return page(call, "hear/people/redaction.html", templates::to_value(view), status);
}

http::Response refuse(Call& call, RedactionView view, const base::Error& error) {
  view.errors = form_errors(error);
  return show(call, view, error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response redaction_page(Call& call) {
  const auto opened = open(call);
  if (!opened) return error_page(call, opened.error());
  return show(call, view_of(*opened, standing_choice(opened->draft)));
}

http::Response receive_redaction(Call& call) {
  const auto choice = choice_in(call.request.form);
  const auto opened = open(call);
  if (!opened) return error_page(call, opened.error());
  auto view = view_of(*opened, choice);
  const auto spans = hear::spans_of(opened->draft, choice);
  if (!spans) return refuse(call, std::move(view), spans.error());
  if (call.request.form.get("step") != "confirm") {
    view.previewed = true;
    view.preview = text::redacted(opened->draft.words, *spans);
    return show(call, view);
  }
  const auto confirmed = call.database.write([&](store::Writer& writer) {
    return hear::confirm_redaction(writer, call.work, call.parameter("ref"), choice);
  });
  if (!confirmed) return refuse(call, std::move(view), confirmed.error());
  return redirect_with_message(call, "/cases/" + call.parameter("ref"),
                               "Redacted. This version may be quoted and shown");
}

}  // namespace throughline::web
