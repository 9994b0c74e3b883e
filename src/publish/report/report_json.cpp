#include "publish/report/complaints_report.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>
#include <stdexcept>

namespace throughline::publish::report {

BOOST_DESCRIBE_STRUCT(Pair, (), (now, before))
BOOST_DESCRIBE_STRUCT(Line, (), (name, count))
BOOST_DESCRIBE_STRUCT(Part, (), (name, explained, met, of))
BOOST_DESCRIBE_STRUCT(Table, (), (key, title, counted, note, adds_up, lines))
BOOST_DESCRIBE_STRUCT(ActionLine, (), (ref, title, status, verdict))
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (received, well_founded, decided, ombudsman, open, middle_days, timeliness,
                       tables, actions))
BOOST_DESCRIBE_STRUCT(Words, (), (subjects, importance, handling, improvement))

namespace {

namespace json = boost::json;

// Goes up when a field comes or goes, so that reports that were kept before can still be read. The
// first knew no quarters.
constexpr int format = 2;
constexpr int first_format = 1;

std::string text(const json::object& object, std::string_view name) {
  return std::string(object.at(name).as_string());
}

}  // namespace

std::string to_json(const Report& report) {
  return json::serialize(json::object{{"format", format},
                                      {"council", report.council},
                                      {"period", report.period.key()},
                                      {"as_at", base::to_text(report.as_at)},
                                      {"figures", json::value_from(report.figures)},
                                      {"quarters", json::value_from(report.quarters)},
                                      {"words", json::value_from(report.words)}});
}

Report report_from_json(std::string_view text_of_report) {
  const auto parsed = json::parse({text_of_report.data(), text_of_report.size()});
  const json::object& object = parsed.as_object();
  const auto written = object.at("format").as_int64();
  if (written != format && written != first_format) {
    throw std::runtime_error("a kept report is in a form that this program does not know");
  }
  Report report;
  report.council = text(object, "council");
  report.period = period_from_key(text(object, "period")).value();
  report.as_at = base::date_from_text(text(object, "as_at")).value();
  report.figures = json::value_to<Figures>(object.at("figures"));
  if (written != first_format) {
    report.quarters = json::value_to<std::vector<Figures>>(object.at("quarters"));
  }
  report.words = json::value_to<Words>(object.at("words"));
  return report;
}

}  // namespace throughline::publish::report
