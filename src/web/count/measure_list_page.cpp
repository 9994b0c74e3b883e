#include "web/count/measure_list_page.hpp"

#include "count/count.hpp"
#include "templates/described.hpp"
#include "web/count/measure_words.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct MeasureLineView {
  std::string href;
  std::string name;
  std::string direction;
  std::string latest;
  std::string dated;
  std::string target;
  std::string target_says;
  std::optional<TagView> says;
};
BOOST_DESCRIBE_STRUCT(MeasureLineView, (),
                      (href, name, direction, latest, dated, target, target_says, says))

struct MeasureListView {
  std::vector<MeasureLineView> measures;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(MeasureListView, (), (measures, may_add))

MeasureLineView view_of(store::Reader& reader, const std::string& council,
                        const count::MeasureLine& line) {
  const auto& measure = line.measure;
  MeasureLineView view;
  view.href = "/measures/" + measure.ref;
  view.name = measure.name;
  view.direction = direction_words(measure.improvement);
  if (measure.target) view.target = count::with_unit(*measure.target, measure.unit);
  if (!line.latest) return view;
  view.latest = count::with_unit(*line.latest, measure.unit);
  if (const auto date = base::date_from_text(line.latest_date)) {
    view.dated = base::to_long_text(*date);
  }
  const auto chart = count::chart_of(measure, count::series(reader, council, measure.ref));
  if (!chart) return view;
  view.says = variation_tag(chart->variation);
  view.target_says = target_words(chart->assurance);
  return view;
}

}  // namespace

http::Response measure_list_page(Call& call) {
  MeasureListView view;
  view.may_add = call.may("GET", "/measures/new");
  call.database.read([&](store::Reader& reader) {
    for (const auto& line : count::measures(reader, call.authority.id)) {
      view.measures.push_back(view_of(reader, call.authority.id, line));
    }
  });
  return page(call, "count/measure_list.html", templates::to_value(view));
}

}  // namespace throughline::web
