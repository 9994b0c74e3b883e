#include "demo/makers.hpp"
#include "prove/prove.hpp"
#include "publish/publish.hpp"

namespace throughline::demo {
namespace {

void put_raising(Timeline& timeline, Known& known, const ActionScript& action) {
  const auto when = known.moment(action.raised, action.key + " raised");
  timeline.at(when, known.person("quality"), [&known, &action](auto& writer, const auto& work) {
    const auto& owner = known.person(known.main ? action.owner : "quality");
    auto sources = known.cases_by(action.cases, work.now);
    for (const auto& theme : known.refs_of("theme:", action.themes)) sources.push_back(theme);
    act::ActionForm form{
        action.title, action.aim, owner.user_ref, owner.name, known.calendar.date(action.due), ""};
    if (!action.measure.empty()) form.measure_ref = known.ref("measure:" + action.measure);
    known.refs["action:" + action.key] = must(act::raise(writer, work, form, sources)).ref;
  });
}

void put_course(Timeline& timeline, Known& known, const ActionScript& action) {
  const auto& owner = known.person(known.main ? action.owner : "quality");
  const std::string key = "action:" + action.key;
  if (!action.began.empty()) {
    timeline.at(known.moment(action.began, action.key + " began"), owner,
                [&known, key](auto& writer, const auto& work) {
                  must(act::begin(writer, work, known.ref(key), work.today()));
                });
  }
  if (!action.ended.empty()) {
    timeline.at(known.moment(action.ended, action.key + " ended"), owner,
                [&known, &action, key](auto& writer, const auto& work) {
                  must(act::finish(writer, work, known.ref(key),
                                   act::action_status_from_text(action.end).value(), work.today(),
                                   action.outcome));
                });
  }
}

void put_proofs(Timeline& timeline, Known& known, const ActionScript& action) {
  for (const auto& proof : action.proofs) {
    timeline.at(
        known.moment(proof, action.key + " proof"), known.person("quality"),
        [&known, &action](auto& writer, const auto& work) {
          known.refs["proof:" + action.key] =
              must(prove::record_proof(writer, work, known.ref("action:" + action.key))).ref;
        });
  }
}

void put_wording(Timeline& timeline, Known& known, const ActionScript& action) {
  if (action.said.at.empty()) return;
  timeline.at(known.moment(action.said.at, action.key + " said"), known.person("quality"),
              [&known, &action](auto& writer, const auto& work) {
                const auto& said = action.said;
                redact_quoted(writer, work, known.ref("action:" + action.key),
                              said.you + "\n" + said.did + "\n" + said.could);
                must(publish::word_action(
                    writer, work,
                    {known.ref("action:" + action.key), said.you, said.did, said.could, true}));
              });
}

}  // namespace

void put_actions(Timeline& timeline, Known& known) {
  for (const auto& action : known.script.actions) {
    // The other council has the first only.
    if (!known.main && action.measure != known.script.measures.front().key) continue;
    put_raising(timeline, known, action);
    put_course(timeline, known, action);
    put_proofs(timeline, known, action);
    if (known.main) put_wording(timeline, known, action);
  }
}

}  // namespace throughline::demo
