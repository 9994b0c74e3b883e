#include "web/hear/ombudsman/register_page.hpp"

#include "formats/csv.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "templates/described.hpp"
#include "web/hear/ombudsman/rate_views.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <set>
#include <sstream>

namespace throughline::web {

namespace {

struct DecisionLineView {
  std::string ref;
  std::string href;
  std::string reference;
  std::string topic;
  std::string subject;
  std::string verdict;
  std::string verdict_class;
  std::string decided;
  std::string recommendations;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(DecisionLineView, (),
                      (ref, href, reference, topic, subject, verdict, verdict_class, decided,
                       recommendations, overdue))

struct RegisterView {
  std::vector<OptionView> years;
  std::vector<OptionView> verdicts;
  bool overdue_only = false;
  std::string period;
  std::vector<DecisionLineView> decisions;
  RatesView rates;
  int overdue = 0;
  std::string file;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(RegisterView, (),
                      (years, verdicts, overdue_only, period, decisions, rates, overdue, file,
                       may_add))

hear::DecisionFilter filter_in(const http::Form& query) {
  hear::DecisionFilter filter;
  if (hear::days_of(query.get("year"))) filter.year = query.get("year");
  filter.verdict = hear::verdict_from_text(query.get("decision"));
  filter.overdue = query.get("overdue") == "yes";
  return filter;
}

std::string verdict_class(hear::Verdict verdict) {
  if (verdict == hear::Verdict::upheld) return "govuk-tag--orange";
  if (verdict == hear::Verdict::not_upheld) return "govuk-tag--green";
  return "govuk-tag--grey";
}

DecisionLineView line_of(const hear::Decision& each, base::Date today) {
  DecisionLineView line;
  line.ref = each.ref;
  line.href = record::page_of(each.ref);
  line.reference = each.reference;
  line.topic = hear::label(each.topic);
  line.subject = each.subject;
  line.verdict = hear::label(each.verdict);
  line.verdict_class = verdict_class(each.verdict);
  line.decided = base::to_long_text(each.decided);
  std::size_t done = 0;
  for (const auto& recommendation : each.recommendations) {
    done += recommendation.done ? 1 : 0;
    line.overdue = line.overdue || recommendation.overdue(today);
  }
  if (!each.recommendations.empty()) {
    line.recommendations =
        std::to_string(done) + " of " + std::to_string(each.recommendations.size()) + " done";
  }
  return line;
}

void fill_choices(RegisterView& view, const hear::DecisionFilter& filter,
                  const std::vector<hear::Decision>& all) {
  std::set<std::string, std::greater<>> years;
  for (const auto& each : all) years.insert(hear::year_of(each.decided));
  view.years.push_back(option("", "All years", filter.year));
  for (const auto& year : years) view.years.push_back(option(year, year, filter.year));
  const auto chosen = filter.verdict ? hear::to_text(*filter.verdict) : "";
  view.verdicts.push_back(option("", "Every decision", chosen));
  for (const auto verdict : hear::all_verdicts) {
    view.verdicts.push_back(option(hear::to_text(verdict), hear::label(verdict), chosen));
  }
  view.overdue_only = filter.overdue;
  view.period = filter.year.empty() ? "all years" : "the year to 31 March, " + filter.year;
}

}  // namespace

http::Response register_page(Call& call) {
  const auto filter = filter_in(call.request.query);
  const auto today = call.work.today();
  RegisterView view;
  call.database.read([&](store::Reader& reader) {
    fill_choices(view, filter, hear::decisions(reader, call.authority.id, {}, today));
    for (const auto& each : hear::decisions(reader, call.authority.id, filter, today)) {
      view.decisions.push_back(line_of(each, today));
    }
    // Rates are of everything that was decided in the year, whatever else is filtered.
    view.rates = rates_view(hear::rates_of(hear::counts_of(
        hear::decisions(reader, call.authority.id, {filter.year, {}, false}, today))));
    view.overdue = static_cast<int>(hear::count_overdue(reader, call.authority.id, today));
  });
  view.file = "/ombudsman.csv" + (filter.year.empty() ? "" : "?year=" + filter.year);
  view.may_add = call.may("POST", "/ombudsman");
  return page(call, "hear/ombudsman/register.html", templates::to_value(view));
}

http::Response register_file(Call& call) {
  std::ostringstream text;
  formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
  writer.row({"ref", "reference", "decided", "case", "service", "topic", "subject", "decision",
              "fault", "injustice", "remedied_before", "remedy", "compliance", "learning",
              "recommendation", "due", "done", "evidence"});
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : hear::decisions(reader, call.authority.id,
                                            filter_in(call.request.query), call.work.today())) {
      std::vector<std::string> row = {each.ref,
                                      each.reference,
                                      base::to_text(each.decided),
                                      each.case_ref,
                                      each.service_name,
                                      std::string(hear::label(each.topic)),
                                      each.subject,
                                      std::string(hear::label(each.verdict)),
                                      each.fault,
                                      each.injustice,
                                      each.remedied_before ? "yes" : "no",
                                      each.remedy,
                                      std::string(hear::label(each.compliance)),
                                      each.learning};
      if (each.recommendations.empty()) {
        writer.row(row);
        continue;
      }
      // One row a recommendation, each with the whole decision.
      for (const auto& recommendation : each.recommendations) {
        auto with = row;
        with.insert(with.end(), {recommendation.what, base::to_text(recommendation.due),
                                 recommendation.done ? base::to_text(*recommendation.done) : "",
                                 recommendation.evidence});
        writer.row(with);
      }
    }
  });
  return http::Response::download(text.str(), "text/csv; charset=utf-8", "ombudsman.csv");
}

}  // namespace throughline::web
