#include "web/judge/evidence_list_page.hpp"

#include "formats/csv.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <boost/url/url.hpp>
#include <charconv>
#include <sstream>

namespace throughline::web {
namespace {

using namespace judging;

constexpr int page_size = 25;

struct EvidenceListView {
  std::vector<ChoiceView> statements;
  std::vector<ChoiceView> voices;
  std::vector<ChoiceView> bearings;
  std::vector<ChoiceView> freshness;
  std::string text;
  std::string source;
  bool with_withdrawn = false;
  bool filtered = false;
  int count = 0;
  int first = 0;
  int last = 0;
  std::vector<EvidenceView> evidence;
  std::string previous;
  std::string next;
  std::string csv;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(EvidenceListView, (),
                      (statements, voices, bearings, freshness, text, source, with_withdrawn,
                       filtered, count, first, last, evidence, previous, next, csv, may_add))

judge::EvidenceFilter filter_of(const http::Form& query) {
  judge::EvidenceFilter filter;
  filter.statement = query.get("statement");
  filter.voice = judge::voice_from_text(query.get("voice"));
  filter.bearing = judge::bearing_from_text(query.get("bearing"));
  if (query.get("freshness") == "stale") filter.freshness = judge::Freshness::stale;
  if (query.get("freshness") == "fresh") filter.freshness = judge::Freshness::fresh;
  filter.text = query.get("text");
  filter.source = query.get("source");
  filter.with_withdrawn = query.get("withdrawn") == "yes";
  return filter;
}

std::string address(const std::string& path, const judge::EvidenceFilter& filter, int page_number) {
  boost::urls::url url;
  url.set_path(path);
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) url.params().append({name, value});
  };
  add("statement", filter.statement);
  add("voice", filter.voice ? to_text(*filter.voice) : "");
  add("bearing", filter.bearing ? to_text(*filter.bearing) : "");
  if (filter.freshness == judge::Freshness::stale) add("freshness", "stale");
  if (filter.freshness == judge::Freshness::fresh) add("freshness", "fresh");
  add("text", filter.text);
  add("source", filter.source);
  if (filter.with_withdrawn) add("withdrawn", "yes");
  if (page_number > 1) add("page", std::to_string(page_number));
  return std::string(url.buffer());
}

int page_number_of(const http::Form& query, int count) {
  const std::string typed = query.get("page");
  int number = 1;
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  const int pages = std::max(1, (count + page_size - 1) / page_size);
  return std::clamp(number, 1, pages);
}

std::vector<ChoiceView> with_any(std::string_view any, std::vector<ChoiceView> choices) {
  choices.insert(choices.begin(), ChoiceView{"", std::string(any)});
  return choices;
}

}  // namespace

http::Response evidence_list_page(Call& call) {
  const judge::Framework& framework = judging_rules().framework;
  const http::Form& query = call.request.query;
  const base::Date today = call.work.today();
  judge::EvidenceFilter filter = filter_of(query);
  EvidenceListView view;
  view.statements = with_any("All statements", statement_choices(framework, {filter.statement}));
  view.voices = with_any("All voices",
                         voice_choices(std::string(filter.voice ? to_text(*filter.voice) : "")));
  view.bearings = {
      {"", "Both"},
      {"supporting", "Supporting", false, filter.bearing == judge::Bearing::supporting},
      {"contrary", "Contrary", false, filter.bearing == judge::Bearing::contrary}};
  view.freshness = {{"", "Any"},
                    {"fresh", "Not stale", false, filter.freshness == judge::Freshness::fresh},
                    {"stale", "Stale", false, filter.freshness == judge::Freshness::stale}};
  view.text = filter.text;
  view.source = filter.source;
  view.with_withdrawn = filter.with_withdrawn;
  view.filtered = address("/evidence", filter, 1) != "/evidence";
  view.may_add = call.may("POST", "/evidence");
  view.csv = address("/evidence.csv", filter, 1);
  call.database.read([&](store::Reader& reader) {
    view.count = judge::count_evidence(reader, call.authority.id, filter, today);
    const int number = page_number_of(query, view.count);
    filter.limit = page_size;
    filter.offset = (number - 1) * page_size;
    view.evidence = evidence_views(
        framework, judge::list_evidence(reader, call.authority.id, filter, today), today);
    view.first = view.evidence.empty() ? 0 : filter.offset + 1;
    view.last = filter.offset + static_cast<int>(view.evidence.size());
    if (number > 1) view.previous = address("/evidence", filter, number - 1);
    if (view.last < view.count) view.next = address("/evidence", filter, number + 1);
  });
  return page(call, "judge/evidence_list.html", templates::to_value(view));
}

http::Response evidence_csv(Call& call) {
  const judge::EvidenceFilter filter = filter_of(call.request.query);
  std::ostringstream csv;
  formats::CsvWriter writer(csv, formats::CsvFor::spreadsheets);
  writer.row({"ref", "statement", "voice", "bearing", "claim", "category", "strength", "dated",
              "review_by", "added_at", "added_by", "state", "sources"});
  call.database.read([&](store::Reader& reader) {
    for (const judge::Evidence& each :
         judge::list_evidence(reader, call.authority.id, filter, call.work.today())) {
      std::string sources;
      for (const record::Node& source : each.sources) {
        sources += (sources.empty() ? "" : " ") + source.ref;
      }
      writer.row({each.ref, each.statement, std::string(to_text(each.voice)),
                  std::string(to_text(each.bearing)), each.claim, each.category,
                  std::string(to_text(each.strength)), base::to_text(each.dated),
                  base::to_text(each.review_by), each.added_at, each.added_by,
                  each.state == judge::EvidenceState::current ? "current" : "withdrawn", sources});
    }
  });
  return http::Response::download(csv.str(), "text/csv; charset=utf-8", "evidence.csv");
}

}  // namespace throughline::web
