#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "demo/script_reading.hpp"
#include "publish/hub/markdown_file.hpp"
#include "publish/hub/useful.hpp"

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

namespace hub = publish::hub;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::logic_error("no page of the demo says: " + what);
  return text.replace(at, what.size(), with);
}

std::string key_of(const YAML::Node& node) {
  return "information:" + needed(node, "page");
}

// As it was first written: before every change.
hub::PageForm first_form(const YAML::Node& node, const Known& known, const std::string& owner) {
  const auto name = needed(node, "page") + ".md";
  auto form = must(
      hub::form_from_markdown(base::embedded_file(embedded_demo(), "information/" + name), name));
  for (const auto& change : node["changes"]) {
    form.body = replaced(form.body, needed(change, "now"), needed(change, "was"));
  }
  if (const auto action = text(node, "action"); !action.empty()) {
    form.body = replaced(form.body, "{action}", known.ref("action:" + action));
  }
  form.audience = needed(node, "for");
  form.topic = needed(node, "topic");
  form.owner_ref = owner;
  form.check_months = needed(node, "months");
  return form;
}

void publish_latest(store::Writer& writer, const record::Work& work, const std::string& slug) {
  const auto reach = hub::reach_of(work.actor.role, true);
  const auto page = hub::find_page(writer, work.authority_id, reach, slug).value();
  must(hub::publish_page(writer, work, slug, page.latest_version));
}

void change(store::Writer& writer, const record::Work& work, const std::string& slug,
            const YAML::Node& node) {
  const auto reach = hub::reach_of(work.actor.role, true);
  const auto page = hub::find_page(writer, work.authority_id, reach, slug).value();
  auto form =
      hub::find_version(writer, work.authority_id, page.ref, page.latest_version).value().form;
  form.body = replaced(form.body, needed(node, "was"), needed(node, "now"));
  form.why = needed(node, "why");
  must(hub::change_page(writer, work, slug, page.latest_version, form));
  publish_latest(writer, work, slug);
}

void put_page(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto key = key_of(node);
  const auto& writes = known.person(needed(node, "by"));
  timeline.at(known.moment(needed(node, "at"), key), writes,
              [&known, node, key](auto& writer, const auto& work) {
                known.refs[key] = must(
                    hub::write_page(writer, work, first_form(node, known, work.actor.user_ref)));
                if (!node["draft"]) publish_latest(writer, work, known.ref(key));
              });
  for (const auto& each : node["changes"]) {
    const auto at = needed(each, "at");
    timeline.at(known.moment(at, key + at), writes,
                [&known, each, key](auto& writer, const auto& work) {
                  change(writer, work, known.ref(key), each);
                });
  }
  for (const auto& at : texts(node["checked"])) {
    timeline.at(known.moment(at, key + at), writes, [&known, key](auto& writer, const auto& work) {
      must(hub::check_page(writer, work, known.ref(key)));
    });
  }
}

void put_answer(Timeline& timeline, Known& known, const YAML::Node& node) {
  const auto key = key_of(node);
  const auto at = needed(node, "at");
  timeline.at(
      known.moment(at, key + at), known.visitor,
      [&known, node, key](auto& writer, const auto& work) {
        const hub::NewAnswer given{needed(node, "useful") == "yes", text(node, "words"), ""};
        must(hub::say_useful(writer, work, hub::reach_of(work.actor.role, false), known.ref(key),
                             given));
      });
}

}  // namespace

void put_information(Timeline& timeline, Known& known) {
  const auto yaml = base::embedded_file(embedded_demo(), "information.yaml");
  const auto root = YAML::Load(std::string(yaml));
  for (const auto& node : root["information"]) put_page(timeline, known, node);
  for (const auto& node : root["answers"]) put_answer(timeline, known, node);
}

}  // namespace throughline::demo
