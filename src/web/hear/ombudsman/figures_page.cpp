#include "web/hear/ombudsman/figures_page.hpp"

#include "formats/number.hpp"
#include "formats/share_chart.hpp"
#include "hear/ombudsman/rates.hpp"
#include "templates/described.hpp"
#include "web/hear/ombudsman/rate_views.hpp"
#include "web/page.hpp"

#include <fstream>
#include <sstream>

namespace throughline::web {

namespace {

constexpr std::uint64_t most_bytes = 5'000'000;
constexpr std::size_t most_problems = 200;

struct BesideView {
  std::string year;
  std::string scope;
  std::string others_are;  // "12 other metropolitan councils"
  RatesView ours;
  RatesView others;
  std::string difference;
  bool before_break = false;
};
BOOST_DESCRIBE_STRUCT(BesideView, (),
                      (year, scope, others_are, ours, others, difference, before_break))

struct RowProblemView {
  std::string row;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(RowProblemView, (), (row, message))

struct FiguresView {
  std::vector<BesideView> years;
  templates::Value chart;
  std::string council;
  std::string first_comparable;
  bool breaks = false;
  std::size_t rows = 0;
  std::vector<RowProblemView> problems;
  bool more_problems = false;
  bool may_import = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(FiguresView, (),
                      (years, chart, council, first_comparable, breaks, rows, problems,
                       more_problems, may_import, errors))

std::string points(double share) {
  const auto text = formats::to_grouped_text(share * 100, 0);
  return (share > 0 ? "+" : "") + text;
}

std::string difference_words(const hear::Beside& beside) {
  if (!beside.difference) return "There is nothing to compare with";
  const auto& difference = *beside.difference;
  const std::string interval = points(difference.difference) +
                               " points; 95% sure: " + points(difference.lower) + " to " +
                               points(difference.upper);
  if (!difference.clear()) return "No clear difference (" + interval + ")";
  return std::string(difference.difference > 0 ? "Clearly more upheld ("
                                               : "Clearly fewer upheld (") +
         interval + ")";
}

std::string chart_of(const std::vector<hear::Beside>& years) {
  formats::ShareChart chart;
  chart.id = "uphold-rates";
  chart.title = "Share of investigated complaints that were upheld, by year";
  chart.description =
      "Ours with how sure it is, beside all other councils of our type together. "
      "The figures stand in the table below.";
  chart.share_name = "Our council";
  chart.against_name = "Councils of our type";
  for (const auto& each : years) {
    formats::ShareLine line{each.year + ", " + each.scope, std::nullopt, 0, 0, std::nullopt, false};
    if (each.ours.upheld) {
      line.share = each.ours.upheld->percent;
      line.lower = each.ours.upheld->lower;
      line.upper = each.ours.upheld->upper;
    }
    if (each.others.upheld) line.against = each.others.upheld->percent;
    line.marked = each.difference && each.difference->clear();
    chart.lines.push_back(std::move(line));
  }
  return formats::share_chart(chart);
}

FiguresView view_of(Call& call) {
  FiguresView view;
  view.council = call.authority.name;
  view.first_comparable = hear::first_comparable_year;
  view.may_import = call.may("POST", "/ombudsman/figures");
  const auto years = call.database.read(
      [&](store::Reader& reader) { return hear::published_years(reader, call.authority.id); });
  view.rows = years.size();
  const auto beside = hear::beside_others(years);
  for (const auto& each : beside) {
    const bool before = each.year < hear::first_comparable_year;
    view.breaks = view.breaks || before;
    view.years.push_back({each.year, each.scope,
                          std::to_string(each.other_councils) + " other " + each.council_type +
                              (each.other_councils == 1 ? " council" : " councils"),
                          rates_view(each.ours), rates_view(each.others), difference_words(each),
                          before});
  }
  view.chart = templates::Value::safe(chart_of(beside));
  return view;
}

http::Response refuse(Call& call, base::Error error) {
  auto view = view_of(call);
  if (error.problems.empty()) error.problems.push_back({"file", error.message});
  std::vector<base::Problem> shown;
  for (const auto& problem : error.problems) {
    if (problem.field == "file") {
      shown.push_back(problem);
    } else if (view.problems.size() < most_problems) {
      view.problems.push_back(
          {problem.row == 0 ? "" : std::to_string(problem.row), problem.message});
    } else {
      view.more_problems = true;
    }
  }
  if (!view.problems.empty()) {
    shown.push_back({"file", "Nothing was kept: see what is wrong with each row below"});
  }
  view.errors = form_errors({error.kind, error.message, std::move(shown)});
  return page(call, "hear/ombudsman/figures.html", templates::to_value(view), 400);
}

}  // namespace

http::Response figures_page(Call& call) {
  return page(call, "hear/ombudsman/figures.html", templates::to_value(view_of(call)));
}

http::Response receive_figures(Call& call) {
  const auto& uploads = call.request.uploads;
  if (uploads.empty() || uploads.front().size == 0) {
    return refuse(call, {base::ErrorKind::invalid, "", {{"file", "Choose a CSV file"}}});
  }
  if (uploads.front().size > most_bytes) {
    return refuse(call, {base::ErrorKind::invalid, "", {{"file", "The file is bigger than 5 MB"}}});
  }
  std::ifstream stream(uploads.front().path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const auto years = hear::read_published_years(bytes.str(), call.authority.name);
  if (!years) return refuse(call, years.error());
  call.database.write(
      [&](store::Writer& writer) { hear::keep_published_years(writer, call.work, *years); });
  return redirect_with_message(
      call, "/ombudsman/figures",
      std::to_string(years->size()) + (years->size() == 1 ? " row kept" : " rows kept"));
}

}  // namespace throughline::web
