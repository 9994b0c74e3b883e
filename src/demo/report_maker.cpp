#include "demo/makers.hpp"
#include "publish/report/complaints_report.hpp"

namespace throughline::demo {
namespace {

namespace report = publish::report;

// How long after a period a report of it is finished.
constexpr int days_to_write_a_year = 40;
constexpr int days_to_write_a_quarter = 16;

report::Words words_of(const ReportScript& script) {
  return {script.subjects, script.importance, script.handling, script.improvement};
}

void put_report(Timeline& timeline, Known& known, const report::Period& period,
                const ReportScript& script, int days) {
  const auto written = base::add_days(period.last(), days);
  if (written > known.calendar.last_day()) return;
  Dice dice(seed_for(known.seed, "report", static_cast<std::uint64_t>(period.year * 10)));
  const auto when = in_office_hours(working_day(written), dice);
  if (base::london_date(when) > known.calendar.last_day()) return;
  timeline.at(when, known.person("complaints"),
              [&known, period, &script](store::Writer& writer, const record::Work& work) {
                const record::Authority council{known.council.id, known.council.name, "", ""};
                must(report::write_words(writer, work, period, 0, words_of(script)));
                must(report::keep_report(writer, work, council, period));
              });
}

}  // namespace

void put_reports(Timeline& timeline, Known& known) {
  if (!known.main) return;
  // The last year and the last two quarters for which there has been time to write a report.
  const auto as_at = known.calendar.as_at();
  const auto year = report::year_with(base::add_days(as_at, -days_to_write_a_year - 4));
  put_report(timeline, known, year.year_before(), known.script.annual_report, days_to_write_a_year);
  for (const int months : {3, 6}) {
    const auto day = base::add_months(base::add_days(as_at, -days_to_write_a_quarter - 4), -months);
    put_report(timeline, known, report::quarter_with(day), known.script.quarterly_report,
               days_to_write_a_quarter);
  }
}

}  // namespace throughline::demo
