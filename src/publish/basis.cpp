#include "publish/basis.hpp"

#include <array>
#include <set>

namespace throughline::publish {
namespace {

struct KindWords {
  record::NodeKind kind;
  std::string_view key;
  std::string_view one;
  std::string_view many;
};

constexpr auto kinds = std::to_array<KindWords>({
    {record::NodeKind::case_, "case", "feedback case", "feedback cases"},
    {record::NodeKind::wave, "wave", "survey", "surveys"},
    {record::NodeKind::theme, "theme", "theme of feedback", "themes of feedback"},
    {record::NodeKind::action, "action", "action", "actions"},
    {record::NodeKind::measure, "measure", "measure", "measures"},
    {record::NodeKind::proof, "proof", "test of whether an action worked",
     "tests of whether an action worked"},
    {record::NodeKind::document, "document", "document", "documents"},
    {record::NodeKind::elsewhere, "elsewhere", "finding of another council’s published assessment",
     "findings of other councils’ published assessments"},
    {record::NodeKind::report, "report", "report of complaints", "reports of complaints"},
    {record::NodeKind::ombudsman, "ombudsman", "decision of the Ombudsman",
     "decisions of the Ombudsman"},
    {record::NodeKind::project, "project", "piece of co-production", "pieces of co-production"},
    {record::NodeKind::joint_review, "joint_review", "joint review of an incident",
     "joint reviews of incidents"},
});

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at > 0) text += at + 1 == items.size() ? " and " : ", ";
    text += items[at];
  }
  return text;
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

}  // namespace

Basis basis_of(const std::vector<const judge::Evidence*>& evidence) {
  Basis basis;
  for (const judge::Voice voice : judge::all_voices) {
    VoiceCount count{std::string(to_text(voice)), std::string(label(voice)), 0, 0};
    for (const judge::Evidence* each : evidence) {
      if (each->voice != voice) continue;
      ++(each->bearing == judge::Bearing::supporting ? count.supporting : count.contrary);
    }
    if (count.supporting + count.contrary > 0) basis.voices.push_back(std::move(count));
  }
  for (const KindWords& kind : kinds) {
    std::set<std::string> refs;
    for (const judge::Evidence* each : evidence) {
      for (const record::Node& source : each->sources) {
        if (record::kind_of(source.ref) == kind.kind) refs.insert(source.ref);
      }
    }
    if (refs.empty()) continue;
    basis.records.push_back({std::string(kind.key),
                             std::string(refs.size() == 1 ? kind.one : kind.many),
                             static_cast<int>(refs.size())});
  }
  return basis;
}

std::string Basis::sentence() const {
  std::vector<std::string> counted;
  for (const BasisCount& count : records) {
    counted.push_back(std::to_string(count.count) + " " + count.label);
  }
  std::vector<std::string> heard;
  for (const VoiceCount& count : voices) heard.push_back(lower_first(count.label));
  if (counted.empty()) return listed(heard);
  return listed(counted) + (heard.empty() ? "" : "; " + listed(heard));
}

}  // namespace throughline::publish
