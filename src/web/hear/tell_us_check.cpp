// The end of "Tell us": the answers to check, sending them, and the receipt.

#include "hear/written_in.hpp"
#include "record/service.hpp"
#include "store/database.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/tell_us.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

using templates::in_language;

struct AnswerView {
  std::string question;
  std::string answer;
  bool own_words = false;
  std::string change;   // the address of the question
  std::string changes;  // what changing it changes, for people who hear the page
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (question, answer, own_words, change, changes))

struct CheckView {
  std::string back;
  std::vector<AnswerView> answers;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (back, answers, errors))

struct SentView {
  std::string receipt;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(SentView, (), (receipt, kind))

std::string contact_answer(const hear::Draft& draft) {
  const auto& contact = draft.given.identity.contact;
  switch (contact.by) {
    case hear::ContactBy::email:
      return in_language("By email") + ": " + contact.email;
    case hear::ContactBy::phone:
      return in_language("By phone") + ": " + contact.phone;
    case hear::ContactBy::post:
      return in_language("By post") + ":\n" + contact.address;
    case hear::ContactBy::none:
      break;
  }
  return in_language("Stay anonymous");
}

std::string equality_answer(const hear::Draft& draft) {
  const auto answered = static_cast<int>(draft.given.identity.equality.size());
  if (answered == 0) return in_language("Not answered");
  return in_language("{1} question answered", "{1} questions answered", answered);
}

std::string service_answer(Call& call, const hear::Draft& draft) {
  const auto none = in_language("Not about one service, or not sure");
  if (draft.given.service_ref.empty()) return none;
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services(reader, call.authority.id); });
  for (const auto& service : services) {
    if (service.ref == draft.given.service_ref) return service.name;
  }
  return none;
}

std::string relationship_answer(const hear::Draft& draft) {
  const auto chosen = hear::to_text(*draft.given.relationship);
  for (const auto& each : own_relationship_choices(chosen)) {
    if (each.checked) return in_language(each.text);
  }
  return "";
}

CheckView check_view(Call& call, const hear::Draft& draft) {
  const auto change = [](Question question) { return path_of(question) + "?from=check"; };
  CheckView view;
  view.back = path_of(Question::equality);
  view.answers = {
      {"What it is", in_language(hear::label(*draft.given.kind)), false, change(Question::kind),
       "what it is"},
      {"What you want to tell us", draft.given.words, true, change(Question::words),
       "what you want to tell us"},
      {"Service", service_answer(call, draft), false, change(Question::service), "the service"},
      {"Who you are", relationship_answer(draft), false, change(Question::you), "who you are"},
      {"Your name",
       draft.given.identity.contact.name.empty() ? in_language("Not given")
                                                 : draft.given.identity.contact.name,
       false, change(draft.anonymous ? Question::contact : Question::details), "your name"},
      {"How to contact you", contact_answer(draft), false, change(Question::contact),
       "how to contact you"},
      {"Questions about you", equality_answer(draft), false, change(Question::equality),
       "the answers to questions about you"},
  };
  return view;
}

base::Result<hear::Received> send(Call& call) {
  const auto once = [&] {
    return call.database.write([&](store::Writer& writer) {
      auto received = hear::send_draft(writer, call.work, call.visitor);
      const auto& language = templates::spoken();
      if (received && language.code != templates::english().code) {
        hear::note_language(writer, call.work, received->ref, std::string(language.code));
      }
      return received;
    });
  };
  try {
    return once();
  } catch (const store::UniqueViolation&) {
    // The button was pressed twice and both arrived at one moment: the other has made the case.
    return once();
  }
}

}  // namespace

http::Response check_page(Call& call) {
  const auto draft = draft_of(call);
  if (const auto place = first_unanswered(draft); place != "/tell-us/check") {
    return http::Response::redirect(place);
  }
  return page(call, "hear/tell_us_check.html", templates::to_value(check_view(call, draft)));
}

http::Response send_feedback(Call& call) {
  const auto received = send(call);
  if (received) {
    call.keep_visitor = true;
    return http::Response::redirect("/tell-us/sent");
  }
  if (received.error().kind == base::ErrorKind::not_found) {
    return page(call, "hear/tell_us_gone.html", templates::Fields{{"back", "/tell-us"}}, 410);
  }
  const auto draft = draft_of(call);
  if (first_unanswered(draft) != "/tell-us/check") {
    return http::Response::redirect(first_unanswered(draft));
  }
  auto view = check_view(call, draft);
  view.errors = form_errors(received.error());
  return page(call, "hear/tell_us_check.html", templates::to_value(view), 400);
}

http::Response sent_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<SentView> {
    const auto sent = hear::sent_draft(reader, call.work, call.visitor);
    if (!sent) return std::nullopt;
    const auto found = hear::find_case(reader, call.authority.id, sent->ref);
    if (!found) return std::nullopt;
    return SentView{found->receipt, std::string(hear::to_text(found->kind))};
  });
  if (!view) return http::Response::redirect("/tell-us");
  return page(call, "hear/tell_us_sent.html", templates::to_value(*view));
}

}  // namespace throughline::web
