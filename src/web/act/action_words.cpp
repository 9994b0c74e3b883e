#include "web/act/action_words.hpp"

#include "record/line.hpp"
#include "record/neighbours.hpp"
#include "web/call.hpp"

namespace throughline::web {

namespace {

bool may_open(const Call& call, record::NodeKind kind) {
  switch (kind) {
    case record::NodeKind::case_:
      return call.may("GET", "/cases/{ref}");
    case record::NodeKind::theme:
      return call.may("GET", "/themes/{ref}");
    case record::NodeKind::elsewhere:
      return call.may("GET", "/elsewhere/{ref}");
    case record::NodeKind::ombudsman:
      return call.may("GET", "/ombudsman/{ref}");
    case record::NodeKind::project:
      return call.may("GET", "/co-production/{ref}");
    case record::NodeKind::joint_review:
      return call.may("GET", "/joint-reviews/{ref}");
    default:
      return false;
  }
}

}  // namespace

std::string status_classes(act::ActionStatus status) {
  switch (status) {
    case act::ActionStatus::planned:
      return "govuk-tag--blue";
    case act::ActionStatus::under_way:
      return "govuk-tag--yellow";
    case act::ActionStatus::done:
      return "govuk-tag--green";
    case act::ActionStatus::stopped:
      break;
  }
  return "govuk-tag--grey";
}

std::vector<SourceView> source_views(const Call& call, store::Reader& reader,
                                     const std::vector<std::string>& refs) {
  const auto nodes = record::nodes_of(reader, call.authority.id, refs);
  std::vector<SourceView> views;
  for (const auto& ref : refs) {
    const auto kind = record::kind_of(ref);
    const auto node = nodes.find(ref);
    if (!kind || node == nodes.end()) continue;
    views.push_back({ref, std::string(record::label(*kind)), node->second.title,
                     may_open(call, *kind) ? record::page_of(ref) : ""});
  }
  return views;
}

std::vector<std::string> sources_of(const Call& call, store::Reader& reader,
                                    const std::string& action_ref) {
  std::vector<std::string> refs;
  for (const auto& link : record::links_to(reader, call.authority.id, action_ref)) {
    if (link.relation == record::Relation::raised) refs.push_back(link.from);
  }
  return refs;
}

}  // namespace throughline::web
