#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "demo/script_reading.hpp"
#include "hear/ombudsman/rates.hpp"

#include <stdexcept>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

// The service that most decisions of a topic are about.
std::string service_of(const std::string& topic) {
  if (topic == "charging") return "Financial assessment and charging";
  if (topic == "residential") return "Care homes";
  if (topic == "home_care") return "Home care";
  if (topic == "safeguarding") return "Safeguarding adults";
  if (topic == "direct_payments") return "Direct payments";
  return "Assessment and review team";
}

hear::DecisionForm form_of(const YAML::Node& node, const Known& known, base::Date decided) {
  hear::DecisionForm form;
  form.reference = needed(node, "reference");
  form.topic = needed(node, "topic");
  form.service_ref = known.ref("service:" + service_of(form.topic));
  form.subject = needed(node, "subject");
  form.verdict = needed(node, "verdict");
  form.decided = decided;
  form.fault = text(node, "fault");
  form.injustice = text(node, "injustice");
  form.remedy = text(node, "remedied");
  form.remedied_before = form.remedy.empty() ? "" : "yes";
  form.compliance = text(node, "compliance");
  form.learning = text(node, "learning");
  return form;
}

// The latest complaint about the service that was closed well before the Ombudsman decided.
std::string case_behind(store::Reader& reader, const record::Work& work,
                        const std::string& service_ref) {
  const auto row = reader.row(
      "select ref from cases where authority_id = $1 and kind = 'complaint' and service_ref = $2 "
      "and status = 'closed' and closed <= $3 order by closed desc, number desc limit 1",
      {work.authority_id, service_ref, base::to_text(base::add_months(work.today(), -3))});
  return row ? row->text(0) : "";
}

void recommend_all(store::Writer& writer, const record::Work& work, const Known& known,
                   const std::string& ref, const YAML::Node& recommendations) {
  for (const auto& each : recommendations) {
    must(hear::recommend(writer, work, ref, needed(each, "what"),
                         known.calendar.date(needed(each, "due"))));
  }
}

void put_decision(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto reference = needed(node, "reference");
  const auto key = "ombudsman:" + reference;
  const auto at = known.moment(needed(node, "at"), key);
  timeline.at(at, known.person("complaints"), [&known, node, key](auto& writer, const auto& work) {
    auto form = form_of(node, known, work.today());
    form.compliance.clear();  // what the Ombudsman thinks of what was done is known later
    form.case_ref = case_behind(writer, work, form.service_ref);
    known.refs[key] = must(hear::add_decision(writer, work, form)).ref;
    recommend_all(writer, work, known, known.ref(key), node["recommend"]);
    if (const auto action = text(node, "action"); !action.empty()) {
      must(hear::join_action(writer, work, known.ref(key), known.ref("action:" + action)));
    }
  });
  std::int64_t number = 0;
  for (const auto& each : node["recommend"]) {
    ++number;
    if (!each["done"]) continue;
    timeline.at(known.moment(needed(each, "done"), key + std::to_string(number)),
                known.person("complaints"),
                [&known, each, key, number](auto& writer, const auto& work) {
                  must(hear::complete(writer, work, known.ref(key), number, work.today(),
                                      needed(each, "evidence")));
                });
  }
  if (text(node, "compliance").empty()) return;
  timeline.at(std::min(at + std::chrono::hours(24 * 75), known.moment("1d", key + "compliance")),
              known.person("complaints"), [&known, node, key](auto& writer, const auto& work) {
                const auto found =
                    hear::find_decision(writer, work.authority_id, known.ref(key)).value();
                auto form = hear::form_of(found);
                form.compliance = text(node, "compliance");
                must(hear::change_decision(writer, work, found.ref, found.version, form));
              });
}

}  // namespace

void put_ombudsman(Timeline& timeline, Known& known) {
  const auto yaml = base::embedded_file(embedded_demo(), "ombudsman.yaml");
  for (const auto& node : YAML::Load(std::string(yaml))["ombudsman"]) {
    put_decision(timeline, known, node);
  }
  timeline.at(known.moment("3m+20", "figures"), known.person("analyst"),
              [&known](auto& writer, const auto& work) {
                const auto csv = base::embedded_file(embedded_demo(), "ombudsman/figures.csv");
                hear::keep_published_years(
                    writer, work, must(hear::read_published_years(csv, known.council.name)));
              });
}

}  // namespace throughline::demo
