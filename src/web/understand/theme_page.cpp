#include "web/understand/theme_page.hpp"

#include "formats/csv.hpp"
#include "formats/svg_chart.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/choices.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

#include <array>
#include <sstream>

namespace throughline::web {

namespace {

constexpr std::array periods_in_months = {12, 24, 36, 60};

struct MonthView {
  std::string month;
  std::string cases;
};
BOOST_DESCRIBE_STRUCT(MonthView, (), (month, cases))

struct ThemeView {
  std::string ref;
  std::string name;
  std::string covers;
  bool active = true;
  std::string merged_into;
  std::string headline;
  std::string total;
  templates::Value chart;
  std::vector<MonthView> months;
  std::vector<ChoiceView> periods;
  std::vector<ChoiceView> kinds;
  std::string file;
  std::string cases;
  std::vector<HistoryView> history;
  bool may_see_cases = false;
  bool may_change = false;
  bool may_merge = false;
  bool may_raise = false;
};
BOOST_DESCRIBE_STRUCT(ThemeView, (),
                      (ref, name, covers, active, merged_into, headline, total, chart, months,
                       periods, kinds, file, cases, history, may_see_cases, may_change, may_merge,
                       may_raise))

// What is counted, as asked for: whole months up to today.
struct Counting {
  int months = 12;
  std::vector<hear::Kind> kinds;
  base::Date from;
  base::Date to;
};

Counting counting(const Call& call) {
  Counting asked;
  const auto& query = call.request.query;
  for (const auto months : periods_in_months) {
    if (query.get("months") == std::to_string(months)) asked.months = months;
  }
  if (const auto kind = hear::kind_from_text(query.get("kind"))) asked.kinds = {*kind};
  asked.to = call.work.today();
  asked.from = base::add_months({asked.to.year() / asked.to.month() / 1}, 1 - asked.months);
  return asked;
}

std::string what_is_counted(const Counting& asked) {
  if (asked.kinds.empty()) return "Cases received each month";
  auto kind = std::string(hear::label(asked.kinds.front()));
  return kind + "s received each month";
}

std::string chart_of(const understand::Theme& theme,
                     const std::vector<understand::MonthCount>& counts, const Counting& asked,
                     const std::string& headline) {
  formats::ColumnChart chart;
  chart.id = "theme-chart";
  chart.title = theme.name + ": " + what_is_counted(asked);
  chart.description = headline + ". The figures stand in the table below.";
  chart.first_month = asked.from;
  formats::ColumnSeries series{asked.kinds.empty() ? "Cases" : what_is_counted(asked), {}};
  for (const auto& each : counts) series.counts.push_back(static_cast<double>(each.cases));
  chart.series.push_back(std::move(series));
  return formats::column_chart(chart);
}

void fill_choices(ThemeView& view, const Counting& asked) {
  for (const auto months : periods_in_months) {
    const auto text = months == 12 ? "12 months" : std::to_string(months / 12) + " years";
    view.periods.push_back(choice(std::to_string(months), text, months == asked.months));
  }
  const auto kind =
      asked.kinds.empty() ? std::string() : std::string(hear::to_text(asked.kinds.front()));
  view.kinds = choices(hear::all_kinds, {kind});
  view.kinds.insert(view.kinds.begin(), choice("", "Every kind", kind.empty()));
  view.file = "/themes/" + view.ref + "/counts.csv?months=" + std::to_string(asked.months);
  view.cases = "/cases?theme=" + view.ref + "&from=" + base::to_text(asked.from);
  if (!kind.empty()) {
    view.file += "&kind=" + kind;
    view.cases += "&kind=" + kind;
  }
}

ThemeView view_of(store::Reader& reader, const Call& call, const understand::Theme& theme,
                  const Counting& asked) {
  const auto& council = call.authority.id;
  const auto counts =
      understand::theme_counts(reader, council, theme.ref, asked.from, asked.to, asked.kinds);
  ThemeView view;
  view.ref = theme.ref;
  view.name = theme.name;
  view.covers = theme.covers;
  view.active = theme.active;
  view.merged_into = theme.merged_into;
  view.headline = understand::headline(counts, call.work.today());
  view.chart = templates::Value::safe(chart_of(theme, counts, asked, view.headline));
  std::int64_t total = 0;
  for (const auto& each : counts) {
    total += each.cases;
    view.months.push_back({base::to_month_text(each.month), std::to_string(each.cases)});
  }
  view.total = std::to_string(total);
  view.history = history_views(record::history(reader, council, theme.ref));
  fill_choices(view, asked);
  return view;
}

http::Response no_such_theme(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such theme", {}});
}

}  // namespace

http::Response theme_page(Call& call) {
  const auto asked = counting(call);
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<ThemeView> {
    const auto theme = understand::find_theme(reader, call.authority.id, call.parameter("ref"));
    if (!theme) return std::nullopt;
    return view_of(reader, call, *theme, asked);
  });
  if (!view) return no_such_theme(call);
  view->may_see_cases = call.may("GET", "/cases");
  const bool changeable = view->merged_into.empty();
  view->may_change = changeable && call.may("GET", "/themes/{ref}/details");
  view->may_merge = changeable && call.may("GET", "/themes/{ref}/merger");
  view->may_raise = changeable && call.may("GET", "/actions/new");
  return page(call, "understand/theme.html", templates::to_value(*view));
}

http::Response theme_counts_file(Call& call) {
  const auto asked = counting(call);
  const auto counts = call.database.read(
      [&](store::Reader& reader) -> std::optional<std::vector<understand::MonthCount>> {
        const auto theme = understand::find_theme(reader, call.authority.id, call.parameter("ref"));
        if (!theme) return std::nullopt;
        return understand::theme_counts(reader, call.authority.id, theme->ref, asked.from, asked.to,
                                        asked.kinds);
      });
  if (!counts) return no_such_theme(call);
  std::ostringstream text;
  formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
  // The columns that a measure takes.
  writer.row({"date", "value"});
  for (const auto& each : *counts) {
    writer.row({base::to_text(each.month), std::to_string(each.cases)});
  }
  return http::Response::download(text.str(), "text/csv; charset=utf-8",
                                  call.parameter("ref") + "-counts.csv");
}

}  // namespace throughline::web
