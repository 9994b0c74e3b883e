// The end of easy read: the answers with their pictures, sending them, and the reference.

#include "hear/point/point.hpp"
#include "hear/written_in.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"
#include "web/hear/tell_us.hpp"

namespace throughline::web {

namespace {

using templates::in_language;

struct EasyAnswerView {
  std::string heading;
  std::string change;
  std::vector<EasyChoiceView> said;
};
BOOST_DESCRIBE_STRUCT(EasyAnswerView, (), (heading, change, said))

struct EasyCheckView {
  std::string back;
  std::vector<EasyAnswerView> answers;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EasyCheckView, (), (back, answers, errors))

struct EasyThanksView {
  std::string receipt;
  std::string kind;
  std::vector<std::string> pieces;  // of the reference, one a card
};
BOOST_DESCRIBE_STRUCT(EasyThanksView, (), (receipt, kind, pieces))

EasyAnswerView answer(std::string heading, EasyStep step) {
  return {std::move(heading), path_of(step) + "?from=check", {}};
}

EasyAnswerView service_answer(Call& call, const hear::Draft& draft) {
  auto view = answer("The service", EasyStep::service);
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services(reader, call.authority.id); });
  for (const auto& each : services) {
    if (each.ref == draft.given.service_ref) {
      view.said.push_back({each.ref, each.name, picture_of_service(each.name), false});
    }
  }
  return view;
}

EasyAnswerView talk_answer(const hear::Draft& draft) {
  auto view = answer("Talking to you", EasyStep::talk);
  const auto& contact = draft.given.identity.contact;
  if (draft.anonymous) {
    view.said.push_back({"", in_language("Do not ask who I am"), "lock", false});
    return view;
  }
  const auto whom =
      in_language(draft.easy_read->supporter ? "Talk to the person who helps me" : "Talk to me");
  view.said.push_back({"", whom, draft.easy_read->supporter ? "supporter" : "phone", false});
  view.said.push_back(
      {"", (contact.name.empty() ? "" : contact.name + ", ") + contact.phone, "phone", false});
  return view;
}

EasyAnswerView you_answer(const hear::Draft& draft) {
  auto view = answer("Who you are", EasyStep::you);
  switch (*draft.given.relationship) {
    case hear::Relationship::person:
      view.said.push_back({"", in_language("I get care or support"), "me", false});
      break;
    case hear::Relationship::unpaid_carer:
      view.said.push_back({"", in_language("I look after someone"), "carer", false});
      break;
    case hear::Relationship::family:
      view.said.push_back({"", in_language("I am family or a friend"), "family", false});
      break;
    case hear::Relationship::advocate:
      view.said.push_back({"", in_language("I am an advocate"), "speech", false});
      break;
    default:
      break;
  }
  return view;
}

EasyCheckView check_view(Call& call, const hear::Draft& draft) {
  const auto& told = *draft.easy_read;
  EasyCheckView view;
  view.back = path_of(EasyStep::talk);
  auto about = answer("What it is about", EasyStep::about);
  about.said.push_back(
      {"", in_language(hear::label(*told.topic)), std::string(hear::to_text(*told.topic)), false});
  auto what = answer("What you picked", EasyStep::what);
  for (const auto& each : hear::picks_of(*told.topic)) {
    if (told.picked(each.text)) {
      what.said.push_back({"", in_language(each.sentence), std::string(each.picture), false});
    }
  }
  auto feeling = answer("How you felt", EasyStep::feeling);
  if (told.face > 0) {
    feeling.said.push_back({"", in_language(hear::feeling_sentence(told.face)),
                            "face-" + std::to_string(told.face), false});
  }
  auto words = answer("Your words", EasyStep::words);
  if (!told.own_words.empty()) words.said.push_back({"", told.own_words, "pencil", false});
  view.answers = {
      std::move(about), service_answer(call, draft), std::move(what),   std::move(feeling),
      std::move(words), you_answer(draft),           talk_answer(draft)};
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
    return once();  // pressed twice at one moment: the other has made the case
  }
}

}  // namespace

http::Response easy_check_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return http::Response::redirect(path_of(EasyStep::about));
  return page(call, "hear/easy_read/check.html", templates::to_value(check_view(call, *draft)));
}

http::Response send_easy_read(Call& call) {
  const auto draft = easy_draft(call);
  const auto received = send(call);
  if (received) {
    call.keep_visitor = true;
    return http::Response::redirect("/easy-read/thanks");
  }
  if (received.error().kind == base::ErrorKind::not_found || !draft) {
    return page(call, "hear/easy_read/gone.html", templates::Fields{{"back", "/easy-read"}}, 410);
  }
  auto view = check_view(call, *draft);
  view.errors = form_errors(received.error());
  return page(call, "hear/easy_read/check.html", templates::to_value(view), 400);
}

http::Response easy_thanks_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<EasyThanksView> {
    const auto sent = hear::sent_draft(reader, call.work, call.visitor);
    if (!sent) return std::nullopt;
    const auto found = hear::find_case(reader, call.authority.id, sent->ref);
    if (!found) return std::nullopt;
    EasyThanksView thanks{found->receipt, std::string(hear::to_text(found->kind)), {""}};
    for (const char each : found->receipt) {
      if (each == '-') {
        thanks.pieces.emplace_back();
      } else {
        thanks.pieces.back() += each;
      }
    }
    return thanks;
  });
  if (!view) return http::Response::redirect("/easy-read");
  return page(call, "hear/easy_read/thanks.html", templates::to_value(*view));
}

}  // namespace throughline::web
