#include "cli/commands.hpp"
#include "count/values_file.hpp"
#include "formats/number.hpp"
#include "stats/xmr.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <fmt/ostream.h>
#include <fstream>
#include <iterator>
#include <ostream>

namespace throughline::cli {
namespace {

namespace json = boost::json;

json::object segment_json(const stats::Xmr& chart, const stats::XmrSegment& segment) {
  const auto limit = [&](double stats::Limits::*member) -> json::value {
    if (!segment.limits) return nullptr;
    return (*segment.limits).*member;
  };
  const auto date = [&](std::size_t index) {
    return base::to_text(chart.points[index].observation.date);
  };
  return {{"from", date(segment.first)},
          {"to", date(segment.first + segment.count - 1)},
          {"points", segment.count},
          {"mean", segment.mean},
          {"lower", limit(&stats::Limits::lower)},
          {"upper", limit(&stats::Limits::upper)},
          {"near_lower", limit(&stats::Limits::near_lower)},
          {"near_upper", limit(&stats::Limits::near_upper)},
          {"trial", segment.trial}};
}

json::object point_json(const stats::XmrPoint& point) {
  json::object object{{"date", base::to_text(point.observation.date)},
                      {"value", point.observation.value},
                      {"segment", point.segment},
                      {"rule", nullptr},
                      {"rule_name", nullptr},
                      {"side", nullptr},
                      {"type", std::string(stats::to_text(point.type))}};
  if (point.signal) {
    object["rule"] = static_cast<int>(point.signal->rule);
    object["rule_name"] = std::string(stats::to_text(point.signal->rule));
    object["side"] = point.signal->side == stats::Side::high ? "high" : "low";
  }
  return object;
}

class SpcCommand final : public Command {
 public:
  std::string name() const override { return "spc"; }
  std::string purpose() const override {
    return "Draw an XmR chart from dated values: limits, signals, variation and assurance";
  }

  void declare(CLI::App& app) override {
    app.add_option("file", file_, "CSV with the columns date and value")->required();
    app.add_option("--improvement", improvement_, "Which way is better")
        ->required()
        ->check(CLI::IsMember({"increase", "decrease", "neutral"}));
    app.add_option("--target", target_, "The target, for assurance");
    app.add_option("--baseline", baseline_,
                   "Rest mean and limits on this many points at the start of each segment");
    app.add_option("--rebase", rebase_,
                   "Recalculate mean and limits from this date on; may be given more than once")
        ->take_all();
    app.add_flag("--screen", screen_,
                 "Leave very large moving ranges out of the limits; off unless asked for, as in "
                 "the NHS Excel tool");
    app.add_flag("--json", json_, "Print JSON: segments, points, variation, assurance, trial");
  }

  Exit run(Streams& streams) override {
    std::ifstream in(file_, std::ios::binary);
    if (!in || std::filesystem::is_directory(file_))
      return print_error(streams, file_,
                         {base::ErrorKind::not_found, "The file cannot be opened", {}});
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto file = count::read_values_file(bytes, {});
    if (!file) return print_error(streams, file_, file.error());
    if (!file->bad.empty())
      return print_error(streams, file_,
                         {base::ErrorKind::invalid,
                          "Some rows cannot be read. Mend them and try again", file->bad});
    const auto options = chart_options();
    if (!options) return print_error(streams, "", options.error());
    std::vector<stats::Observation> observations;
    for (const auto& value : file->good) observations.push_back({value.date, value.value});
    const auto chart = stats::xmr(std::move(observations), *options);
    if (!chart) return print_error(streams, file_, chart.error());
    if (json_)
      print_json(streams, *chart);
    else
      print_text(streams, *chart);
    return Exit::fine;
  }

 private:
  [[nodiscard]] base::Result<stats::XmrOptions> chart_options() const {
    stats::XmrOptions options{.improvement = stats::improvement_from_text(improvement_).value(),
                              .target = target_,
                              .screening = screen_ ? stats::Screening::on : stats::Screening::off,
                              .baseline_points = baseline_};
    std::vector<base::Problem> problems;
    for (const auto& text : rebase_) {
      if (const auto date = base::date_from_text(text))
        options.rebase.push_back(*date);
      else
        problems.push_back({"rebase", text + " is not a date. " + date.error().message});
    }
    if (!problems.empty()) return base::refuse(std::move(problems));
    return options;
  }

  static void print_json(Streams& streams, const stats::Xmr& chart) {
    json::array segments;
    for (const auto& segment : chart.segments) segments.push_back(segment_json(chart, segment));
    json::array points;
    for (const auto& point : chart.points) points.push_back(point_json(point));
    const json::value assurance = chart.assurance == stats::Assurance::none
                                      ? json::value(nullptr)
                                      : json::value(std::string(stats::to_text(chart.assurance)));
    streams.out << json::serialize(
                       json::object{{"segments", std::move(segments)},
                                    {"points", std::move(points)},
                                    {"variation", std::string(stats::to_text(chart.variation))},
                                    {"assurance", assurance},
                                    {"trial", chart.trial}})
                << '\n';
  }

  static void print_text(Streams& streams, const stats::Xmr& chart) {
    for (const auto& segment : chart.segments) {
      fmt::print(streams.out, "{} to {}: mean {}",
                 base::to_text(chart.points[segment.first].observation.date),
                 base::to_text(chart.points[segment.first + segment.count - 1].observation.date),
                 formats::to_grouped_text(segment.mean));
      if (segment.limits)
        fmt::print(streams.out, ", limits {} to {}",
                   formats::to_grouped_text(segment.limits->lower),
                   formats::to_grouped_text(segment.limits->upper));
      fmt::print(streams.out, "{}\n", segment.trial ? " (trial)" : "");
    }
    for (const auto& point : chart.points)
      fmt::print(streams.out, "{}  {:>12}  {}{}\n", base::to_text(point.observation.date),
                 formats::to_grouped_text(point.observation.value), stats::in_words(point.type),
                 point.signal ? ": " + std::string(stats::in_words(point.signal->rule)) : "");
    fmt::print(streams.out, "Variation: {}\nAssurance: {}\n", stats::to_text(chart.variation),
               stats::to_text(chart.assurance));
  }

  std::string file_;
  std::string improvement_;
  std::optional<double> target_;
  std::optional<int> baseline_;
  std::vector<std::string> rebase_;
  bool screen_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> spc_command() {
  return std::make_unique<SpcCommand>();
}

}  // namespace throughline::cli
