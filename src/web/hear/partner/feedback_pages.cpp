#include "web/hear/partner/feedback_pages.hpp"

#include "base/digits.hpp"
#include "base/random.hpp"
#include "hear/partner/feedback.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/idea/idea_words.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/result_list.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct OwnPartnerView {
  bool known = false;  // they sign in for an organisation
  std::string name;
  std::string sort;
  std::string services;
  std::string days;
  std::string count;
  std::vector<ListedResultView> told;
  std::string previous;
  std::string next;
};
BOOST_DESCRIBE_STRUCT(OwnPartnerView, (),
                      (known, name, sort, services, days, count, told, previous, next))

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

struct FeedbackListView {
  std::vector<OptionView> states;
  std::vector<OptionView> partners;
  std::string count;
  std::vector<ListedResultView> told;
  std::string previous;
  std::string next;
};
BOOST_DESCRIBE_STRUCT(FeedbackListView, (), (states, partners, count, told, previous, next))

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

ListedResultView line_of(const hear::Feedback& feedback, base::Date today, bool with_partner) {
  auto facts = reply_words(feedback);
  if (with_partner) facts += ". " + feedback.partner_name;
  if (!feedback.escalated_at.empty() && !feedback.replied()) facts += ". Leaders were told";
  return {feedback.found.ref, hear::title(feedback.found), facts, reply_tag(feedback, today),
          reply_tag_class(feedback, today)};
}

template <typename View>
void fill_told(View& view, store::Reader& reader, const Call& call,
               const hear::FeedbackFilter& filter, const std::string& address, bool with_partner) {
  const NumberedPage asked(call.request.query);
  const auto count = hear::count_feedback(reader, call.work, filter);
  view.count = count == 0 ? "Nothing told yet"
                          : std::to_string(count) + (count == 1 ? " thing told" : " things told");
  asked.fill(view, count, address + (address.find('?') == std::string::npos ? "?" : "&"));
  for (const auto& each :
       hear::list_feedback(reader, call.work, filter, asked.offset(), NumberedPage::size)) {
    view.told.push_back(line_of(each, call.work.today(), with_partner));
  }
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

http::Response no_organisation(Call& call) {
  return page(call, "hear/partner/own.html", templates::to_value(OwnPartnerView{}));
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

hear::IdeaState state_of(const std::string& word) {
  if (word == "owed") return hear::IdeaState::owed;
  if (word == "overdue") return hear::IdeaState::overdue;
  return word == "replied" ? hear::IdeaState::replied : hear::IdeaState::all;
}

}  // namespace

http::Response own_partner_page(Call& call) {
  OwnPartnerView view;
  call.database.read([&](store::Reader& reader) {
    const auto partner = hear::partner_of(reader, call.authority.id, call.work.actor.user_ref);
    if (!partner) return;
    view.known = true;
    view.name = partner->name;
    view.sort = label(partner->sort);
    for (const auto& service : record::services(reader, call.authority.id)) {
      if (std::ranges::find(partner->service_refs, service.ref) == partner->service_refs.end()) {
        continue;
      }
      view.services += (view.services.empty() ? "" : ", ") + service.name;
    }
    view.days = std::to_string(hear::reply_days(reader, call.authority.id));
    fill_told(view, reader, call, {hear::IdeaState::all, partner->ref}, "/partner", false);
  });
  return page(call, "hear/partner/own.html", templates::to_value(view));
}

http::Response new_feedback_page(Call& call) {
  http::Form fresh;
  fresh.add("submission_key", base::new_token(call.work.random));
  const auto view = feedback_form(call, fresh);
  if (view.partner.empty()) return no_organisation(call);
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

http::Response feedback_list_page(Call& call) {
  const auto& query = call.request.query;
  const hear::FeedbackFilter filter{state_of(query.get("state")), query.get("partner")};
  FeedbackListView view;
  const auto chosen = query.get("state");
  view.states = {option("", "All", chosen), option("owed", "Owed a reply", chosen),
                 option("overdue", "Overdue", chosen), option("replied", "Replied", chosen)};
  http::Form kept;
  if (!chosen.empty()) kept.add("state", chosen);
  if (!filter.partner_ref.empty()) kept.add("partner", filter.partner_ref);
  const auto address = "/partner-feedback?" + http::encode_form(kept);
  call.database.read([&](store::Reader& reader) {
    view.partners.push_back(option("", "Any organisation", filter.partner_ref));
    for (const auto& each : hear::partners(reader, call.authority.id)) {
      view.partners.push_back(option(each.ref, each.name, filter.partner_ref));
    }
    fill_told(view, reader, call, filter, address, true);
  });
  return page(call, "hear/partner/feedback_list.html", templates::to_value(view));
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
