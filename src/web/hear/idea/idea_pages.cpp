#include "web/hear/idea/idea_pages.hpp"

#include "base/random.hpp"
#include "hear/idea/idea.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/idea/idea_words.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

#include <charconv>

namespace throughline::web {

namespace {

struct NewIdeaView {
  std::string submission_key;
  std::vector<ChoiceView> sorts;
  std::string words;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> names;
  std::string days;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NewIdeaView, (),
                      (submission_key, sorts, words, services, names, days, errors))

struct LedToView {
  std::string title;
  std::string href;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(LedToView, (), (title, href, state))

struct IdeaView {
  std::string ref;
  std::string title;
  std::string tag;
  std::string tag_class;
  std::string reply_when;
  std::string words;
  std::string raiser;
  bool in_confidence = false;
  bool mine = false;
  bool replied = false;
  std::string outcome;
  std::string answer;
  std::string escalated;
  std::string version;
  std::vector<ChoiceView> outcomes;
  std::string typed_answer;
  std::vector<ChoiceView> listened;
  std::string listened_said;
  std::vector<LedToView> led_to;
  std::vector<HistoryView> history;
  std::string reason;
  std::string shown_raiser;
  bool may_reply = false;
  bool may_look = false;
  bool may_raise = false;
  bool may_open_case = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(IdeaView, (),
                      (ref, title, tag, tag_class, reply_when, words, raiser, in_confidence, mine,
                       replied, outcome, answer, escalated, version, outcomes, typed_answer,
                       listened, listened_said, led_to, history, reason, shown_raiser, may_reply,
                       may_look, may_raise, may_open_case, errors))

NewIdeaView form_view(Call& call, const http::Form& form) {
  NewIdeaView view;
  view.submission_key = form.get("submission_key");
  const auto sort = form.get("sort");
  view.sorts = {choice("idea", "An idea", sort == "idea", "Something that could be better"),
                choice("gap", "A gap", sort == "gap",
                       "Something that is missing, or that people fall through")};
  view.words = form.get("words");
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  const bool hidden = form.get("named") == "no";
  view.names = {choice("yes", "Show my name with it", !hidden),
                choice("no", "Keep my name in confidence", hidden,
                       "Only a quality lead can look who raised it, and has to say why")};
  call.database.read([&](store::Reader& reader) {
    view.services =
        service_choices(record::services_offered(reader, call.authority.id), form.get("service"));
    view.days = std::to_string(hear::reply_days(reader, call.authority.id));
  });
  view.services.insert(view.services.begin(), choice("", "Not about one service", false));
  return view;
}

void fill_line(IdeaView& view, store::Reader& reader, const std::string& council) {
  for (const auto& link : record::links_from(reader, council, view.ref)) {
    if (link.relation != record::Relation::raised) continue;
    const auto node = record::find_node(reader, council, link.to);
    if (node) view.led_to.push_back({node->title, record::page_of(link.to), node->state});
  }
  view.history = history_views(record::history(reader, council, view.ref));
}

// Staff see what they raised themselves and nothing of anyone else's.
std::optional<IdeaView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<IdeaView> {
    const auto& council = call.authority.id;
    const auto idea = hear::find_idea(reader, council, call.parameter("ref"));
    if (!idea) return std::nullopt;
    IdeaView view;
    view.mine = hear::raised_by(reader, council, idea->found.ref, call.work.actor.user_ref);
    const bool replies = call.may("POST", "/ideas/{ref}/reply");
    if (!view.mine && !replies) return std::nullopt;
    const auto today = call.work.today();
    view.ref = idea->found.ref;
    view.title = hear::title(*idea);
    view.tag = reply_tag(*idea, today);
    view.tag_class = reply_tag_class(*idea, today);
    view.reply_when = reply_words(*idea);
    view.words = idea->found.words;
    view.raiser = idea->raiser;
    view.in_confidence = idea->in_confidence;
    view.replied = idea->replied();
    if (view.replied) {
      view.outcome = hear::answer_heading(idea->found.outcome);
      view.answer = idea->found.answer;
    }
    if (const auto at = base::instant_from_text(idea->escalated_at);
        at && !idea->escalated_at.empty()) {
      view.escalated = base::to_london_text(*at);
    }
    view.version = std::to_string(idea->found.version);
    view.outcomes = choices(hear::all_outcomes, {});
    view.typed_answer = view.replied ? "" : idea->found.answer;
    view.listened = listened_choices(idea->listened);
    view.listened_said = listened_words(idea->listened);
    fill_line(view, reader, council);
    view.may_reply = replies && !view.replied;
    view.may_look = idea->in_confidence && call.may("POST", "/ideas/{ref}/raiser");
    view.may_raise = call.may("GET", "/actions/new");
    view.may_open_case = call.may("GET", "/cases/{ref}");
    return view;
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such idea", {}});
}

http::Response show_again(Call& call, IdeaView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "hear/idea/idea.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response new_idea_page(Call& call) {
  http::Form fresh;
  fresh.add("submission_key", base::new_token(call.work.random));
  return page(call, "hear/idea/new.html", templates::to_value(form_view(call, fresh)));
}

http::Response receive_idea(Call& call) {
  const auto& form = call.request.form;
  const hear::NewIdea given{hear::idea_sort_from_text(form.get("sort")), form.get("words"),
                            form.get("service"), form.get("named") == "no",
                            form.get("submission_key")};
  const auto raised = call.database.write(
      [&](store::Writer& writer) { return hear::raise_idea(writer, call.work, given); });
  if (raised) {
    return redirect_with_message(call, "/ideas/" + *raised, "Raised. You will get a reply here");
  }
  auto view = form_view(call, form);
  view.errors = form_errors(raised.error());
  return page(call, "hear/idea/new.html", templates::to_value(view), 400);
}

http::Response idea_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return not_found(call);
  return page(call, "hear/idea/idea.html", templates::to_value(*view));
}

http::Response receive_idea_reply(Call& call) {
  const auto& form = call.request.form;
  auto view = view_of(call);
  if (!view) return not_found(call);
  std::int64_t version = 0;
  const auto typed = form.get("version");
  std::from_chars(typed.data(), typed.data() + typed.size(), version);
  const hear::Closing closing{hear::outcome_from_text(form.get("outcome")), form.get("answer")};
  const auto replied = call.database.write([&](store::Writer& writer) {
    return hear::close(writer, call.work, view->ref, version, closing);
  });
  if (replied) {
    return redirect_with_message(call, "/ideas/" + view->ref,
                                 "Replied. Whoever raised it can read it");
  }
  view->outcomes = choices(hear::all_outcomes, {form.get("outcome")});
  view->typed_answer = closing.answer;
  return show_again(call, *std::move(view), replied.error());
}

http::Response receive_idea_listened(Call& call) {
  const auto listened = hear::fixed_from_text(call.request.form.get("listened"));
  auto view = view_of(call);
  if (!view) return not_found(call);
  if (!listened) {
    return show_again(call, *std::move(view),
                      {base::ErrorKind::invalid, "", {{"listened", "Choose yes, partly or no"}}});
  }
  const auto said = call.database.write([&](store::Writer& writer) {
    return hear::say_listened(writer, call.work, view->ref, *listened);
  });
  if (!said) return error_page(call, said.error());
  return redirect_with_message(call, "/ideas/" + view->ref, "Thank you for telling us");
}

http::Response show_idea_raiser(Call& call) {
  auto view = view_of(call);
  if (!view || !view->in_confidence) return not_found(call);
  view->reason = call.request.form.get("reason");
  const auto name = call.database.write([&](store::Writer& writer) {
    return hear::look_at_raiser(writer, call.work, view->ref, view->reason);
  });
  if (!name) return show_again(call, *std::move(view), name.error());
  view->shown_raiser = *name;
  return page(call, "hear/idea/idea.html", templates::to_value(*view));
}

}  // namespace throughline::web
