#include "web/hear/partner/feedback_pages.hpp"

#include "base/digits.hpp"
#include "base/random.hpp"
#include "hear/partner/feedback.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/idea/idea_words.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct NewFeedbackView {
  std::string partner;
  std::string submission_key;
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> services;
  std::string words;
  std::string days;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NewFeedbackView, (),
                      (partner, submission_key, kinds, services, words, days, errors))

struct LedView {
  std::string title;
  std::string href;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(LedView, (), (title, href, state))

struct FeedbackView {
  std::string ref;
  std::string title;
  std::string back;
  std::string back_text;
  std::string partner;
  std::string partner_href;
  std::string by;
  std::string tag;
  std::string tag_class;
  std::string reply_when;
  std::string escalated;
  std::string words;
  bool replied = false;
  std::string outcome;
  std::string answer;
  std::string version;
  std::vector<ChoiceView> outcomes;
  std::string typed_answer;
  std::vector<ChoiceView> listened;
  std::string listened_said;
  std::vector<LedView> led_to;
  bool ours = false;  // the reader signs in for the organisation that said it
  bool may_reply = false;
  bool may_raise = false;
  bool may_open_case = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(FeedbackView, (),
                      (ref, title, back, back_text, partner, partner_href, by, tag, tag_class,
                       reply_when, escalated, words, replied, outcome, answer, version, outcomes,
                       typed_answer, listened, listened_said, led_to, ours, may_reply, may_raise,
                       may_open_case, errors))

bool replies_to_partners(const Call& call) {
  return call.may("POST", "/partner-feedback/{ref}/reply");
}

NewFeedbackView feedback_form(Call& call, const http::Form& form) {
  NewFeedbackView view;
  view.submission_key = form.get("submission_key");
  const auto kind = form.get("kind");
  view.kinds = {choice("compliment", "Something that works well", kind == "compliment"),
                choice("concern", "Something that does not work, or worries us", kind == "concern"),
                choice("suggestion", "Something that would help", kind == "suggestion")};
  view.words = form.get("words");
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  call.database.read([&](store::Reader& reader) {
    const auto partner = hear::partner_of(reader, call.authority.id, call.work.actor.user_ref);
    if (partner) view.partner = partner->name;
    view.services =
        service_choices(record::services_offered(reader, call.authority.id), form.get("service"));
    view.days = std::to_string(hear::reply_days(reader, call.authority.id));
  });
  view.services.insert(view.services.begin(), choice("", "Not about one service", false));
  return view;
}

// A partner sees what its own organisation said, and nothing of any other.
std::optional<FeedbackView> feedback_view(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<FeedbackView> {
    const auto& council = call.authority.id;
    const auto feedback = hear::find_feedback(reader, council, call.parameter("ref"));
    if (!feedback) return std::nullopt;
    FeedbackView view;
    const bool staff = replies_to_partners(call);
    if (!staff) {
      const auto partner = hear::partner_of(reader, council, call.work.actor.user_ref);
      if (!partner || partner->ref != feedback->partner_ref) return std::nullopt;
      view.ours = true;
    }
    const auto today = call.work.today();
    view.ref = feedback->found.ref;
    view.title = hear::title(feedback->found);
    view.back = staff ? "/partner-feedback" : "/partner";
    view.back_text = staff ? "What partners told us" : "Your organisation";
    view.partner = feedback->partner_name;
    if (staff) view.partner_href = "/partners/" + feedback->partner_ref;
    view.by = feedback->by_name;
    view.tag = reply_tag(*feedback, today);
    view.tag_class = reply_tag_class(*feedback, today);
    view.reply_when = reply_words(*feedback);
    if (const auto at = base::instant_from_text(feedback->escalated_at);
        at && !feedback->escalated_at.empty()) {
      view.escalated = base::to_london_text(*at);
    }
    view.words = feedback->found.words;
    view.replied = feedback->replied();
    if (view.replied) {
      view.outcome = hear::answer_heading(feedback->found.outcome);
      view.answer = feedback->found.answer;
    }
    view.version = std::to_string(feedback->found.version);
    view.outcomes = choices(hear::all_outcomes, {});
    view.listened = listened_choices(feedback->listened);
    view.listened_said = listened_words(feedback->listened);
    view.may_reply = staff && !view.replied;
    view.may_raise = call.may("GET", "/actions/new");
    view.may_open_case = call.may("GET", "/cases/{ref}");
    if (!staff) return view;
    for (const auto& link : record::links_from(reader, council, view.ref)) {
      if (link.relation != record::Relation::raised) continue;
      if (const auto node = record::find_node(reader, council, link.to)) {
        view.led_to.push_back({node->title, record::page_of(link.to), node->state});
      }
    }
    return view;
  });
}

http::Response no_such_feedback(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such feedback", {}});
}

http::Response feedback_again(Call& call, FeedbackView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "hear/partner/feedback.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response new_feedback_page(Call& call) {
  http::Form fresh;
  fresh.add("submission_key", base::new_token(call.work.random));
  const auto view = feedback_form(call, fresh);
  if (view.partner.empty()) return own_partner_page(call);
  return page(call, "hear/partner/new.html", templates::to_value(view));
}

http::Response receive_feedback(Call& call) {
  const auto& form = call.request.form;
  const hear::NewFeedback given{hear::kind_from_text(form.get("kind")), form.get("words"),
                                form.get("service"), form.get("submission_key")};
  const auto told = call.database.write(
      [&](store::Writer& writer) { return hear::tell_as_partner(writer, call.work, given); });
  if (told) {
    return redirect_with_message(call, "/partner-feedback/" + *told,
                                 "Thank you. You will get a reply here");
  }
  if (told.error().kind == base::ErrorKind::conflict) return error_page(call, told.error());
  auto view = feedback_form(call, form);
  view.errors = form_errors(told.error());
  return page(call, "hear/partner/new.html", templates::to_value(view), 400);
}

http::Response feedback_page(Call& call) {
  const auto view = feedback_view(call);
  if (!view) return no_such_feedback(call);
  return page(call, "hear/partner/feedback.html", templates::to_value(*view));
}

http::Response receive_feedback_reply(Call& call) {
  const auto& form = call.request.form;
  auto view = feedback_view(call);
  if (!view) return no_such_feedback(call);
  const auto version = base::digits(form.get("version")).value_or(0);
  const hear::Closing closing{hear::outcome_from_text(form.get("outcome")), form.get("answer")};
  const auto replied = call.database.write([&](store::Writer& writer) {
    return hear::close(writer, call.work, view->ref, version, closing);
  });
  if (replied) {
    return redirect_with_message(call, "/partner-feedback/" + view->ref,
                                 "Replied. The organisation can read it");
  }
  view->outcomes = choices(hear::all_outcomes, {form.get("outcome")});
  view->typed_answer = closing.answer;
  return feedback_again(call, *std::move(view), replied.error());
}

http::Response receive_feedback_listened(Call& call) {
  auto view = feedback_view(call);
  if (!view) return no_such_feedback(call);
  const auto listened = hear::fixed_from_text(call.request.form.get("listened"));
  if (!listened) {
    return feedback_again(
        call, *std::move(view),
        {base::ErrorKind::invalid, "", {{"listened", "Choose yes, partly or no"}}});
  }
  const auto said = call.database.write([&](store::Writer& writer) {
    return hear::partner_says_listened(writer, call.work, view->ref, *listened);
  });
  if (!said) return error_page(call, said.error());
  return redirect_with_message(call, "/partner-feedback/" + view->ref, "Thank you for telling us");
}

}  // namespace throughline::web
