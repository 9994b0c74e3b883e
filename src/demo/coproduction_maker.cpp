#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "demo/script_reading.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/coproduction/project.hpp"

#include <array>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

namespace co = hear::coproduction;

constexpr std::array said_of_themselves = {"age_band", "sex", "ethnic_group", "disability",
                                           "carer"};

co::MemberForm member_of(const YAML::Node& node, base::Date joined) {
  co::MemberForm form;
  form.name = node[0].as<std::string>();
  form.standing = node[1].as<std::string>();
  form.joined = joined;
  for (std::size_t at = 0; at < said_of_themselves.size(); ++at) {
    const auto answer = node[3 + at].as<std::string>();
    if (answer != "-") form.answers.emplace_back(said_of_themselves[at], answer);
  }
  return form;
}

void put_member(Timeline& timeline, Known& known, const std::string& group,
                const YAML::Node& node) {
  const auto key = "member:" + node[0].as<std::string>();
  timeline.at(known.moment(node[2].as<std::string>(), key), known.person("feedback"),
              [&known, node, key, group](auto& writer, const auto& work) {
                known.refs[key] = must(co::add_member(writer, work, known.ref("group:" + group),
                                                      member_of(node, work.today())))
                                      .ref;
              });
  if (node.size() <= 3 + said_of_themselves.size()) return;
  timeline.at(known.moment(node[3 + said_of_themselves.size()].as<std::string>(), key + "left"),
              known.person("feedback"), [&known, node, key](auto& writer, const auto& work) {
                const auto found =
                    co::find_member(writer, work.authority_id, known.ref(key)).value();
                auto form = member_of(node, found.joined);
                form.left = work.today();
                must(co::change_member(writer, work, found.ref, found.version, form));
              });
}

void put_group(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto key = needed(node, "key");
  timeline.at(
      known.moment(needed(node, "at"), "group:" + key), known.person("feedback"),
      [&known, node, key](auto& writer, const auto& work) {
        known.refs["group:" + key] =
            must(co::add_group(writer, work, {needed(node, "name"), needed(node, "purpose")})).ref;
      });
  for (const auto& member : node["members"]) put_member(timeline, known, key, member);
}

co::ProjectForm form_of(const YAML::Node& node, const Known& known, base::Date asked) {
  co::ProjectForm form;
  form.title = needed(node, "title");
  form.about = needed(node, "about");
  form.question = text(node, "question");
  form.service_ref = known.ref("service:" + needed(node, "service"));
  form.stage = needed(node, "stage");
  form.open_to_all = text(node, "open");
  form.asked_on = asked;
  form.wanted_by = known.calendar.date(needed(node, "wanted"));
  if (const auto before = text(node, "decided_before"); !before.empty()) {
    form.decided_on = known.calendar.date(before);
  }
  for (const auto& group : texts(node["groups"]))
    form.groups.push_back(known.ref("group:" + group));
  for (std::size_t at = 0; at < form.people.size(); ++at) {
    form.people[at] = text(node["people"], std::string(co::to_text(co::all_standings[at])).c_str());
  }
  return form;
}

void put_asks(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  std::int64_t number = 0;
  for (const auto& each : node["asks"]) {
    ++number;
    // Asks stand in the order in which they were written down.
    timeline.at(known.moment(needed(each, "at"), key) + std::chrono::minutes(number),
                known.person("feedback"), [&known, each, key](auto& writer, const auto& work) {
                  must(co::ask(writer, work, known.ref(key), needed(each, "asked")));
                });
    if (!each["outcome"]) continue;
    timeline.at(known.moment(needed(each, "answered"), key + std::to_string(number)),
                known.person("quality"),
                [&known, each, key, number](auto& writer, const auto& work) {
                  must(co::answer_ask(writer, work, known.ref(key), number, needed(each, "outcome"),
                                      needed(each, "answer")));
                });
  }
}

void put_hold_up(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  timeline.at(known.moment(needed(node, "at"), key + "stuck"), known.person("quality"),
              [&known, node, key](auto& writer, const auto& work) {
                must(co::hold_up(writer, work, known.ref(key), work.today(), needed(node, "why"),
                                 needed(node, "owner")));
              });
  if (!node["freed"]) return;
  timeline.at(
      known.moment(needed(node, "freed"), key + "freed"), known.person("quality"),
      [&known, node, key](auto& writer, const auto& work) {
        must(co::free_project(writer, work, known.ref(key), work.today(), needed(node, "how")));
      });
}

void put_end(Timeline& timeline, Known& known, const YAML::Node& node, const std::string& key) {
  if (node["decided"]) {
    timeline.at(known.moment(needed(node, "decided"), key + "decided"), known.person("quality"),
                [&known, key](auto& writer, const auto& work) {
                  const auto found =
                      co::find_project(writer, work.authority_id, known.ref(key)).value();
                  auto form = co::form_of(found);
                  form.decided_on = work.today();
                  must(co::change_project(writer, work, found.ref, found.version, form));
                });
  }
  // An action can be raised after the project ended.
  timeline.at(
      known.moment("6d", key + "actions"), known.person("quality"),
      [&known, node, key](auto& writer, const auto& work) {
        for (const auto& action : texts(node["actions"])) {
          must(co::join_action(writer, work, known.ref(key), known.ref("action:" + action)));
        }
      });
  if (!node["finished"]) return;
  timeline.at(known.moment(needed(node, "finished"), key + "finished"), known.person("quality"),
              [&known, key](auto& writer, const auto& work) {
                must(co::finish(writer, work, known.ref(key)));
              });
}

void put_project(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto key = "project:" + needed(node, "key");
  timeline.at(known.moment(needed(node, "at"), key), known.person("feedback"),
              [&known, node, key](auto& writer, const auto& work) {
                known.refs[key] =
                    must(co::add_project(writer, work, form_of(node, known, work.today()))).ref;
                for (const auto& theme : texts(node["themes"])) {
                  must(co::consider(writer, work, known.ref(key), known.ref("theme:" + theme)));
                }
              });
  put_asks(timeline, known, node, key);
  if (node["stuck"]) put_hold_up(timeline, known, node["stuck"], key);
  put_end(timeline, known, node, key);
}

}  // namespace

void put_coproduction(Timeline& timeline, Known& known) {
  const auto script =
      YAML::Load(std::string(base::embedded_file(embedded_demo(), "coproduction.yaml")));
  for (const auto& node : script["groups"]) put_group(timeline, known, node);
  for (const auto& node : script["projects"]) put_project(timeline, known, node);
}

}  // namespace throughline::demo
