#include "count/count.hpp"
#include "demo/makers.hpp"

namespace throughline::demo {
namespace {

count::MeasureForm form_of(const MeasureScript& measure) {
  return {measure.name,   measure.counts, measure.unit, measure.improvement,
          measure.target, measure.source, "monthly"};
}

const record::Actor& who_counts(const Known& known) {
  return known.person(known.main ? "analyst" : "quality");
}

}  // namespace

void put_figures(Timeline& timeline, Known& known, const Figures& figures) {
  const auto& analyst = who_counts(known);
  const base::Instant start =
      base::london_midnight(known.calendar.begins()) + std::chrono::hours(9);
  for (const auto& measure : known.script.measures) {
    if (!known.main && measure.key != known.script.measures.front().key) continue;
    const std::string key = "measure:" + measure.key;
    timeline.at(start, analyst, [&known, &measure, key](auto& writer, const auto& work) {
      known.refs[key] = must(count::create_measure(writer, work, form_of(measure))).ref;
    });
    for (const auto& figure : figures.at(measure.key)) {
      Dice dice(seed_for(known.seed, key, static_cast<unsigned>(figure.month.month())));
      const auto when = base::london_midnight(figure.recorded_on) + std::chrono::hours(8) +
                        std::chrono::minutes(dice.from(0, 50));
      timeline.at(when, analyst, [&known, &figure, key](auto& writer, const auto& work) {
        must(count::record_value(writer, work, known.ref(key),
                                 {base::to_text(figure.month), figure.typed}));
      });
    }
  }
}

}  // namespace throughline::demo
