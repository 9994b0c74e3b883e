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
  std::vector<ChoiceView> items;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (back, from, complaint, items, errors))

struct DetailsView {
  std::string back;
  std::string from;
  std::string contact_by;
  std::string name;
  std::string email;
  std::string phone;
  std::string address;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(DetailsView, (),
                      (back, from, contact_by, name, email, phone, address, errors))

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

ContactView contact_question(const Call& call, const hear::Draft& draft, std::string_view chosen) {
  ContactView view{back_from(call, Question::contact),
                   came_from(call),
                   draft.given.kind == hear::Kind::complaint,
                   {},
                   no_errors()};
  for (const auto by : {hear::ContactBy::email, hear::ContactBy::phone, hear::ContactBy::post}) {
    view.items.push_back(choice(hear::to_text(by), hear::label(by), chosen == hear::to_text(by)));
  }
  view.items.push_back(choice(no_contact, "No, I want to stay anonymous", chosen == no_contact,
                              "You can still read what we did, with your reference"));
  return view;
}

DetailsView details_question(const Call& call, const hear::Contact& contact) {
  return {back_from(call, Question::details),
          came_from(call),
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
  std::string_view chosen = hear::to_text(draft.given.identity.contact.by);
  if (draft.anonymous) chosen = no_contact;
  return page(call, "hear/tell_us_contact.html",
              templates::to_value(contact_question(call, draft, chosen)));
}

http::Response receive_contact(Call& call) {
  const auto way = call.request.form.get("contact_by");
  const auto by = hear::contact_by_from_text(way);
  auto draft = draft_of(call);
  if (by == hear::ContactBy::none && way != no_contact) {
    auto view = contact_question(call, draft, "");
    view.errors = form_errors(
        {base::ErrorKind::invalid,
         "",
         {{"contact_by", "Choose how we may contact you, or that you want to stay anonymous"}}});
    return page(call, "hear/tell_us_contact.html", templates::to_value(view), 400);
  }
  // Only what belongs to the chosen way is kept.
  auto& contact = draft.given.identity.contact;
  if (by != hear::ContactBy::email) contact.email.clear();
  if (by != hear::ContactBy::phone) contact.phone.clear();
  if (by != hear::ContactBy::post) contact.address.clear();
  contact.by = by;
  contact.consents = by != hear::ContactBy::none;
  draft.anonymous = by == hear::ContactBy::none;
  if (draft.anonymous) contact = {};
  draft.contact_answered = true;
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::contact, draft));
}

http::Response details_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = instead_of(Question::details, draft)) {
    return http::Response::redirect(*place);
  }
  if (draft.anonymous) return http::Response::redirect(path_of(Question::contact));
  return page(call, "hear/tell_us_details.html",
              templates::to_value(details_question(call, draft.given.identity.contact)));
}

http::Response receive_details(Call& call) {
  const auto& form = call.request.form;
  auto draft = draft_of(call);
  if (const auto place = instead_of(Question::details, draft)) {
    return http::Response::redirect(*place);
  }
  auto& contact = draft.given.identity.contact;
  contact.name = form.get("name");
  if (contact.by == hear::ContactBy::email) contact.email = form.get("email");
  if (contact.by == hear::ContactBy::phone) contact.phone = form.get("phone");
  if (contact.by == hear::ContactBy::post) contact.address = form.get("address");
  if (auto problems = hear::problems_of(contact); !problems.empty()) {
    auto view = details_question(call, contact);
    view.errors = form_errors({base::ErrorKind::invalid, "", std::move(problems)});
    return page(call, "hear/tell_us_details.html", templates::to_value(view), 400);
  }
  keep_draft(call, draft);
  return http::Response::redirect(next_after(call, Question::details, draft));
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
