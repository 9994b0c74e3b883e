#include "act/act.hpp"
#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "demo/script_reading.hpp"
#include "hear/joint_review/learning.hpp"
#include "hear/joint_review/parties.hpp"
#include "hear/joint_review/timeline.hpp"

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

namespace jr = hear::joint_review;

jr::ReviewForm form_of(const YAML::Node& node, const Known& known) {
  jr::ReviewForm form;
  form.title = needed(node, "title");
  form.why = needed(node, "why");
  form.from = known.calendar.date(needed(node, "from"));
  if (node["to"]) form.to = known.calendar.date(needed(node, "to"));
  form.service_ref = known.ref("service:" + needed(node, "service"));
  if (node["due"]) form.due = known.calendar.date(needed(node, "due"));
  return form;
}

jr::Part part_of(const YAML::Node& node) {
  return {text(node, "saw"), text(node, "went_well"), text(node, "learned"),
          text(node, "in_the_way"), text(node, "will_do")};
}

std::string party_ref(const Known& known, const std::string& key) {
  return key == jr::council_party ? key : known.ref("partner:" + key);
}

// The form of the organisation of whoever is at work, as it stands now.
jr::PartForm part_form(store::Reader& reader, const record::Work& work, const std::string& ref,
                       const YAML::Node& part) {
  const auto review = jr::find_review(reader, work, ref).value();
  return {part_of(part), review.party(jr::acting_for(reader, work).value())->version,
          jr::Looked::no};
}

void put_part(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key,
              const record::Actor& by) {
  if (node["draft"]) {
    timeline.at(
        known.moment("7d", key + "draft"), by, [&known, node, key](auto& writer, const auto& work) {
          const auto& ref = known.ref(key);
          must(jr::save_draft(writer, work, ref, part_form(writer, work, ref, node["draft"])));
        });
  }
  if (!node["submitted"]) return;
  timeline.at(
      known.moment(needed(node, "submitted"), key + by.name), by,
      [&known, node, key](auto& writer, const auto& work) {
        const auto& ref = known.ref(key);
        must(jr::submit_part(writer, work, ref, part_form(writer, work, ref, node["part"])));
      });
}

void put_party(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  const auto partner = needed(node, "partner");
  timeline.at(known.moment(needed(node, "at"), key + partner), known.person("quality"),
              [&known, node, key, partner](auto& writer, const auto& work) {
                must(jr::invite(writer, work, known.ref(key), known.ref("partner:" + partner),
                                known.calendar.date(needed(node, "due"))));
              });
  if (!node["by"]) return;
  const auto& by = known.person(needed(node, "by"));
  timeline.at(known.moment(needed(node, "accepted"), key + partner + "accepted"), by,
              [&known, key](auto& writer, const auto& work) {
                must(jr::accept_invitation(writer, work, known.ref(key)));
              });
  put_part(timeline, known, node, key, by);
  if (!node["view"]) return;
  timeline.at(known.moment(needed(node["view"], "at"), key + partner + "view"), by,
              [&known, node, key](auto& writer, const auto& work) {
                must(jr::say_view(writer, work, known.ref(key), needed(node["view"], "says"),
                                  text(node["view"], "words"), jr::Looked::no));
              });
}

void put_fact(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  const auto by = needed(node, "by");
  const auto& actor = known.person(by == jr::council_party ? "feedback" : by);
  timeline.at(
      known.moment(needed(node, "at"), key + by + "fact"), actor,
      [&known, node, key](auto& writer, const auto& work) {
        must(jr::add_fact(writer, work, known.ref(key),
                          {known.calendar.date(needed(node, "on")), text(node, "time"),
                           needed(node, "fact"), std::string(jr::council_party), jr::Looked::no}));
      });
}

void put_action(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  timeline.at(known.moment(needed(node, "at"), key + "action"), known.person("quality"),
              [&known, node, key](auto& writer, const auto& work) {
                const auto& ref = known.ref(key);
                const auto owner = party_ref(known, needed(node, "owner"));
                const auto name = jr::find_review(writer, work, ref).value().party(owner)->name;
                const auto raised =
                    must(act::raise(writer, work,
                                    {needed(node, "title"), needed(node, "aim"), "", name,
                                     known.calendar.date(needed(node, "due")), ""},
                                    {ref}));
                must(jr::give_action(writer, work, ref, raised.ref, owner));
              });
}

void put_learning(Timeline& timeline, Known& known, const YAML::Node& node,
                  const std::string& key) {
  timeline.at(known.moment(needed(node, "at"), key + "learning"), known.person("quality"),
              [&known, node, key](auto& writer, const auto& work) {
                const auto& ref = known.ref(key);
                must(jr::keep_learning(
                    writer, work, ref,
                    {needed(node, "note"), "", text(node, "names") == "yes",
                     known.refs_of("theme:", texts(node["themes"])),
                     jr::find_review(writer, work, ref).value().version, jr::Looked::no}));
              });
}

void put_asked(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  timeline.at(known.moment(needed(node, "asked"), key), known.person(needed(node, "by")),
              [&known, node, key](auto& writer, const auto& work) {
                known.refs[key] = must(jr::ask_for_review(writer, work, form_of(node, known)));
              });
  if (!node["declined"]) return;
  timeline.at(known.moment(needed(node["declined"], "at"), key + "declined"),
              known.person("quality"), [&known, node, key](auto& writer, const auto& work) {
                must(jr::decline_request(writer, work, known.ref(key),
                                         needed(node["declined"], "why"), jr::Looked::no));
              });
}

void put_review(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto key = "review:" + needed(node, "key");
  if (node["asked"]) return put_asked(timeline, known, node, key);
  timeline.at(known.moment(needed(node, "at"), key), known.person("quality"),
              [&known, node, key](auto& writer, const auto& work) {
                known.refs[key] = must(jr::begin_review(writer, work, form_of(node, known)));
                for (const auto& ref : known.cases_by(cases_wanted(node["cases"]), work.now)) {
                  must(jr::look_at_case(writer, work, known.ref(key), ref));
                }
              });
  for (const auto& each : node["invited"]) put_party(timeline, known, each, key);
  if (node["council"]) {
    put_part(timeline, known, node["council"], key, known.person(needed(node["council"], "by")));
  }
  for (const auto& each : node["facts"]) put_fact(timeline, known, each, key);
  for (const auto& each : node["actions"]) put_action(timeline, known, each, key);
  if (node["learning"]) put_learning(timeline, known, node["learning"], key);
  if (!node["closed"]) return;
  timeline.at(known.moment(needed(node, "closed"), key + "closed"), known.person("quality"),
              [&known, key](auto& writer, const auto& work) {
                must(jr::close_review(writer, work, known.ref(key)));
              });
}

}  // namespace

void put_joint_reviews(Timeline& timeline, Known& known) {
  const auto script =
      YAML::Load(std::string(base::embedded_file(embedded_demo(), "joint_reviews.yaml")));
  for (const auto& node : script["reviews"]) put_review(timeline, known, node);
}

}  // namespace throughline::demo
