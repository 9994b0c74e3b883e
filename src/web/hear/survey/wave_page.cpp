#include "hear/survey/comments.hpp"
#include "hear/survey/results.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/result_view.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct LinkedView {
  std::string ref;
  std::string title;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(LinkedView, (), (ref, title, href))

struct WaveView {
  std::string ref;
  std::string survey_ref;
  std::string survey_title;
  std::string name;
  std::string audience;
  std::string dates;
  std::string state;
  std::string state_class;
  bool named = false;
  bool invited_only = false;
  std::string address;
  std::string path;
  std::string headline;  // "214 of 400 people answered: 54%"
  std::string invited;
  bool answered = false;
  std::vector<ResultView> results;
  std::string earlier;  // the wave before, to compare with
  std::string earlier_name;
  std::int64_t waiting = 0;  // comments that nobody has looked into
  std::vector<LinkedView> measures;
  std::vector<LinkedView> evidence;
  std::string voice;
  bool may_change = false;
  bool may_read = false;
  bool may_feed = false;
  bool may_add_evidence = false;
  std::vector<HistoryView> history;
};
BOOST_DESCRIBE_STRUCT(WaveView, (),
                      (ref, survey_ref, survey_title, name, audience, dates, state, state_class,
                       named, invited_only, address, path, headline, invited, answered, results,
                       earlier, earlier_name, waiting, measures, evidence, voice, may_change,
                       may_read, may_feed, may_add_evidence, history))

// A history that says at which minute each answer came would join answers to people who were seen
// at it; it says what staff did.
std::vector<record::Event> by_staff(std::vector<record::Event> events) {
  std::erase_if(events, [](const record::Event& event) { return event.actor_ref.empty(); });
  return events;
}

std::string headline(const survey::WaveTally& tally) {
  const auto people = counted(tally.responses, "response", "responses");
  if (!tally.wave.asked || *tally.wave.asked < tally.responses) return people;
  const auto asked = static_cast<double>(*tally.wave.asked);
  return people + " from " + counted(*tally.wave.asked, "person", "people") +
         " who were asked: " + percent(static_cast<double>(tally.responses) / asked);
}

void add_state(const Call& call, const survey::Wave& wave, WaveView& view) {
  const auto today = call.work.today();
  view.state = today < wave.opens ? "Not open yet" : wave.closes < today ? "Closed" : "Open";
  view.state_class = today < wave.opens    ? "govuk-tag--yellow"
                     : wave.closes < today ? "govuk-tag--grey"
                                           : "govuk-tag--green";
}

void add_linked(store::Reader& reader, const Call& call, WaveView& view) {
  for (const auto& link : record::links_from(reader, call.authority.id, view.ref)) {
    if (link.relation == record::Relation::gave) continue;
    const auto node = record::find_node(reader, call.authority.id, link.to);
    if (!node) continue;
    auto& list = link.relation == record::Relation::fed ? view.measures : view.evidence;
    list.push_back({node->ref, node->title, record::page_of(node->ref)});
  }
}

void add_earlier(store::Reader& reader, const Call& call, const survey::Wave& wave,
                 WaveView& view) {
  bool past_this = false;
  for (const auto& each : survey::waves(reader, call.authority.id, wave.survey_ref)) {
    if (past_this) {
      view.earlier = each.ref;
      view.earlier_name = each.name;
      return;
    }
    past_this = each.ref == wave.ref;
  }
}

std::string voice_of(survey::Audience audience) {
  switch (audience) {
    case survey::Audience::carers:
      return "carers";
    case survey::Audience::staff:
      return "staff";
    case survey::Audience::partners:
      return "partners";
    case survey::Audience::people:
      break;
  }
  return "people";
}

WaveView view_of(store::Reader& reader, const Call& call, const survey::WaveTally& tally) {
  WaveView view;
  const auto& wave = tally.wave;
  view.ref = wave.ref;
  view.survey_ref = tally.survey.ref;
  view.survey_title = tally.survey.title;
  view.name = wave.name;
  view.audience = survey::label(tally.survey.audience);
  view.dates = base::to_long_text(wave.opens) + " to " + base::to_long_text(wave.closes);
  add_state(call, wave, view);
  view.named = tally.survey.named;
  view.invited_only = wave.invited_only;
  view.path = "/answer/" + wave.slug;
  view.address = call.public_address + view.path;
  view.headline = headline(tally);
  const auto invited = survey::invitations(reader, call.authority.id, wave.ref);
  if (invited.made > 0) {
    view.invited =
        counted(invited.used, "link", "links") + " used of " + std::to_string(invited.made);
  }
  view.answered = tally.responses > 0;
  if (view.answered) {
    for (const auto& question : tally.questions) view.results.push_back(result_view(question));
  }
  add_earlier(reader, call, wave, view);
  view.waiting = survey::waiting_comments(reader, call.authority.id, wave.ref);
  add_linked(reader, call, view);
  view.voice = voice_of(tally.survey.audience);
  view.may_change = call.may("POST", "/waves/{ref}/details");
  view.may_read = call.may("GET", "/waves/{ref}/comments");
  view.may_feed = call.may("GET", "/waves/{ref}/measure-value");
  view.may_add_evidence = call.may("GET", "/evidence/new");
  view.history = history_views(by_staff(record::history(reader, call.authority.id, wave.ref)));
  return view;
}

}  // namespace

http::Response wave_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto tally = survey::tally(reader, call.authority.id, call.parameter("ref"));
    if (!tally) return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
    return page(call, "hear/survey/wave.html", templates::to_value(view_of(reader, call, *tally)));
  });
}

http::Response results_file(Call& call) {
  const auto tally = call.database.read([&](store::Reader& reader) {
    return survey::tally(reader, call.authority.id, call.parameter("ref"));
  });
  if (!tally) return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
  return http::Response::download(survey::results_csv(*tally), "text/csv; charset=utf-8",
                                  "survey-results-" + tally->wave.ref + ".csv");
}

}  // namespace throughline::web
