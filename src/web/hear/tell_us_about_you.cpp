// The two questions about the person: how to reach them, if at all, and the optional equality
// questions.

#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/tell_us.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct ContactView {
  std::string back;
  std::string from;
  bool complaint = false;
  std::string contact_by;
  std::string name;
  std::string email;
  std::string phone;
  std::string address;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ContactView, (),
                      (back, from, complaint, contact_by, name, email, phone, address, errors))

struct AnswerGroupView {
  std::string label;  // empty where the question has no groups
  std::string id;
  std::vector<ChoiceView> items;
};
BOOST_DESCRIBE_STRUCT(AnswerGroupView, (), (label, id, items))

struct EqualityQuestionView {
  std::string field;
  std::string label;
  std::string hint;
  std::vector<AnswerGroupView> groups;
};
BOOST_DESCRIBE_STRUCT(EqualityQuestionView, (), (field, label, hint, groups))

struct EqualityView {
  std::string back;
  std::string from;
  std::vector<EqualityQuestionView> questions;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EqualityView, (), (back, from, questions, errors))

constexpr std::string_view no_contact = "no";

ContactView contact_question(const Call& call, const hear::Draft& draft,
                             const hear::Contact& contact) {
  return {back_from(call, Question::contact),
          came_from(call),
          draft.given.kind == hear::Kind::complaint,
          std::string(hear::to_text(contact.by)),
          contact.name,
          contact.email,
          contact.phone,
          contact.address,
          no_errors()};
}

std::string answer_to(const hear::EqualityAnswers& answers, std::string_view field) {
  for (const auto& [question, answer] : answers) {
    if (question == field) return answer;
  }
  return "";
}

EqualityQuestionView question_view(const hear::EqualityQuestion& question,
                                   const std::string& chosen) {
  EqualityQuestionView view{
      std::string(question.field), std::string(question.label), std::string(question.hint), {}};
  for (const auto& option : question.options) {
    if (view.groups.empty() || view.groups.back().label != option.group) {
      auto id = view.field;
      if (!view.groups.empty()) id += "-" + std::to_string(view.groups.size() + 1);
      view.groups.push_back({std::string(option.group), id, {}});
    }
    view.groups.back().items.push_back(choice(option.text, option.label, option.text == chosen));
  }
  return view;
}

EqualityView equality_view(const Call& call, const hear::EqualityAnswers& answers) {
  EqualityView view{back_from(call, Question::equality), came_from(call), {}, no_errors()};
  for (const auto& question : hear::equality_questions()) {
    view.questions.push_back(question_view(question, answer_to(answers, question.field)));
  }
  return view;
}

}  // namespace

http::Response contact_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::contact, draft)) {
    return http::Response::redirect(*place);
  }
  auto view = contact_question(call, draft, draft.given.identity.contact);
  if (view.contact_by.empty() && draft.contact_answered) view.contact_by = no_contact;
  return page(call, "hear/tell_us_contact.html", templates::to_value(view));
}

http::Response receive_contact(Call& call) {
  const auto& form = call.request.form;
  const auto way = form.get("contact_by");
  hear::Contact contact;
  contact.by = hear::contact_by_from_text(way);
  contact.name = form.get("name");
  // Only what belongs to the chosen way is kept: boxes that were hidden again do not count.
  if (contact.by == hear::ContactBy::email) contact.email = form.get("email");
  if (contact.by == hear::ContactBy::phone) contact.phone = form.get("phone");
  if (contact.by == hear::ContactBy::post) contact.address = form.get("address");
  contact.consents = contact.by != hear::ContactBy::none;

  auto draft = draft_of(call);
  auto problems = hear::problems_of(contact);
  if (contact.by == hear::ContactBy::none && way != no_contact) {
    problems.insert(problems.begin(),
                    {"contact_by", "Choose how to contact you, or that you do not want to be"});
  }
  if (!problems.empty()) {
    auto view = contact_question(call, draft, contact);
    view.contact_by = way;
    view.email = form.get("email");
    view.phone = form.get("phone");
    view.address = form.get("address");
    view.errors = form_errors({base::ErrorKind::invalid, "", std::move(problems)});
    return page(call, "hear/tell_us_contact.html", templates::to_value(view), 400);
  }
  draft.given.identity.contact = contact;
  draft.anonymous = contact.empty();
  draft.contact_answered = true;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::contact, draft));
}

http::Response equality_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::equality, draft)) {
    return http::Response::redirect(*place);
  }
  return page(call, "hear/tell_us_equality.html",
              templates::to_value(equality_view(call, draft.given.identity.equality)));
}

http::Response receive_equality(Call& call) {
  const auto& form = call.request.form;
  hear::EqualityAnswers given;
  if (!form.has("skip")) {
    for (const auto& question : hear::equality_questions()) {
      given.emplace_back(question.field, form.get(question.field));
    }
  }
  const auto answers = hear::equality_answers(given);
  if (!answers) {
    auto view = equality_view(call, given);
    view.errors = form_errors(answers.error());
    return page(call, "hear/tell_us_equality.html", templates::to_value(view), 400);
  }
  auto draft = draft_of(call);
  draft.given.identity.equality = *answers;
  draft.equality_answered = true;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::equality, draft));
}

}  // namespace throughline::web
