// The first four questions: what kind, their words, which service, who they are to it.

#include "hear/hear.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/tell_us.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

constexpr std::string_view not_one_service = "none";
constexpr std::string_view not_sure = "not_sure";

struct QuestionView {
  std::string back;
  std::string from;
  std::vector<ChoiceView> items;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (back, from, items, errors))

struct WordsView {
  std::string back;
  std::string from;
  std::string kind;
  std::string words;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(WordsView, (), (back, from, kind, words, errors))

templates::Value errors_of(std::vector<base::Problem> problems) {
  return form_errors({base::ErrorKind::invalid, "There is a problem", std::move(problems)});
}

QuestionView asked(const Call& call, Question question) {
  return {back_from(call, question), came_from(call), {}, no_errors()};
}

http::Response show_words(Call& call, const hear::Draft& draft, const std::string& words,
                          std::vector<base::Problem> problems) {
  WordsView view{back_from(call, Question::words), came_from(call),
                 draft.given.kind ? std::string(hear::to_text(*draft.given.kind)) : "", words,
                 no_errors()};
  // A browser drops the first line break of a text box; one more keeps the person's own.
  if (view.words.starts_with('\n') || view.words.starts_with('\r')) view.words.insert(0, "\n");
  if (problems.empty()) return page(call, "hear/tell_us_words.html", templates::to_value(view));
  view.errors = errors_of(std::move(problems));
  return page(call, "hear/tell_us_words.html", templates::to_value(view), 400);
}

QuestionView service_question(Call& call, std::string_view chosen) {
  auto view = asked(call, Question::service);
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services_offered(reader, call.authority.id); });
  view.items = service_choices(services, chosen);
  view.items.push_back(
      choice(not_one_service, "It is not about one service", chosen == not_one_service));
  view.items.push_back(choice(not_sure, "I am not sure", chosen == not_sure));
  return view;
}

}  // namespace

http::Response kind_page(Call& call) {
  const auto draft = draft_of(call);
  auto view = asked(call, Question::kind);
  view.items = kind_choices(draft.given.kind ? hear::to_text(*draft.given.kind) : "");
  return page(call, "hear/tell_us_kind.html", templates::to_value(view));
}

http::Response receive_kind(Call& call) {
  const auto kind = hear::kind_from_text(call.request.form.get("kind"));
  if (!kind) {
    auto view = asked(call, Question::kind);
    view.items = kind_choices("");
    view.errors = errors_of({{"kind", "Choose what you want to tell us about"}});
    return page(call, "hear/tell_us_kind.html", templates::to_value(view), 400);
  }
  auto draft = draft_of(call);
  draft.given.kind = kind;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::kind, draft));
}

http::Response words_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::words, draft))
    return http::Response::redirect(*place);
  return show_words(call, draft, draft.given.words, {});
}

http::Response receive_words(Call& call) {
  const auto words = call.request.form.get("words");
  auto draft = draft_of(call);
  if (auto problems = hear::problems_of_words(words); !problems.empty()) {
    return show_words(call, draft, words, std::move(problems));
  }
  draft.given.words = words;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::words, draft));
}

http::Response service_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::service, draft)) {
    return http::Response::redirect(*place);
  }
  std::string chosen = draft.given.service_ref;
  if (chosen.empty() && draft.service_answered) chosen = not_one_service;
  return page(call, "hear/tell_us_service.html",
              templates::to_value(service_question(call, chosen)));
}

http::Response receive_service(Call& call) {
  const auto chosen = call.request.form.get("service");
  auto view = service_question(call, chosen);
  bool known = false;
  for (const auto& item : view.items) known = known || item.value == chosen;
  if (!known) {
    view.errors = errors_of({{"service", "Choose the service, or say that you are not sure"}});
    return page(call, "hear/tell_us_service.html", templates::to_value(view), 400);
  }
  auto draft = draft_of(call);
  draft.given.service_ref = chosen == not_one_service || chosen == not_sure ? "" : chosen;
  draft.service_answered = true;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::service, draft));
}

http::Response you_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::you, draft)) return http::Response::redirect(*place);
  auto view = asked(call, Question::you);
  view.items = own_relationship_choices(
      draft.given.relationship ? hear::to_text(*draft.given.relationship) : "");
  return page(call, "hear/tell_us_you.html", templates::to_value(view));
}

http::Response receive_you(Call& call) {
  const auto who = hear::relationship_from_text(call.request.form.get("relationship"));
  if (!who) {
    auto view = asked(call, Question::you);
    view.items = own_relationship_choices("");
    view.errors = errors_of({{"relationship", "Choose which describes you best"}});
    return page(call, "hear/tell_us_you.html", templates::to_value(view), 400);
  }
  auto draft = draft_of(call);
  draft.given.relationship = who;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::you, draft));
}

}  // namespace throughline::web
