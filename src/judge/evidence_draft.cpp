#include "judge/evidence_draft.hpp"

#include "hear/redaction/travel.hpp"
#include "judge/checks.hpp"

#include <algorithm>

namespace throughline::judge {
namespace {

constexpr std::size_t most_sources = 200;

bool can_show_evidence(record::NodeKind kind) {
  switch (kind) {
    case record::NodeKind::case_:
    case record::NodeKind::wave:
    case record::NodeKind::theme:
    case record::NodeKind::action:
    case record::NodeKind::measure:
    case record::NodeKind::proof:
    case record::NodeKind::document:
    case record::NodeKind::elsewhere:
    case record::NodeKind::report:
    case record::NodeKind::ombudsman:
    case record::NodeKind::project:
    case record::NodeKind::joint_review:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> read_statements(Checks& checks, const Framework& framework,
                                         const std::vector<std::string>& given) {
  std::vector<std::string> read;
  for (const std::string& key : given) {
    if (!framework.find(key)) {
      checks.problem("statements", "Choose quality statements from the list");
      return {};
    }
    if (std::ranges::find(read, key) == read.end()) read.push_back(key);
  }
  if (read.empty()) checks.problem("statements", "Choose at least one quality statement");
  return read;
}

std::vector<std::string> read_sources(Checks& checks, store::Reader& reader,
                                      const std::string& authority_id,
                                      const std::vector<std::string>& given) {
  std::vector<std::string> read;
  for (const std::string& typed : given) {
    std::string ref = trimmed(typed);
    std::ranges::transform(ref, ref.begin(), [](unsigned char c) { return std::toupper(c); });
    if (ref.empty() || std::ranges::find(read, ref) != read.end()) continue;
    const auto kind = record::kind_of(ref);
    if (!kind || !record::find_node(reader, authority_id, ref)) {
      checks.problem("sources", "There is no record " + trimmed(typed) +
                                    ". Give refs like CASE-12 or MEASURE-3");
    } else if (!can_show_evidence(*kind)) {
      checks.problem("sources",
                     ref +
                         " cannot be a source. Give a case, survey results, theme, action, "
                         "measure, proof, document, report, published statement or Ombudsman "
                         "decision");
    } else {
      read.push_back(ref);
    }
  }
  if (read.empty() && checks.fine()) {
    checks.problem("sources", "Give at least one record that shows it, like CASE-12");
  }
  if (read.size() > most_sources) {
    checks.problem("sources", "Give " + std::to_string(most_sources) +
                                  " sources or fewer; a theme can stand for many cases");
  }
  return read;
}

std::vector<ReadClaim> read_claims(Checks& checks, const Rules& rules, const EvidenceDraft& draft) {
  const std::size_t least = rules.yardsticks.least_claim_characters;
  const std::string claim = trimmed(draft.claim);
  if (draft.bearing == "mixed") {
    const std::string contrary = trimmed(draft.contrary_claim);
    checks.text("claim", "what supports the statement", claim, least, most_sentence_characters);
    checks.text("contrary_claim", "what points the other way", contrary, least,
                most_sentence_characters);
    return {{claim, Bearing::supporting}, {contrary, Bearing::contrary}};
  }
  checks.text("claim", "the claim", claim, least, most_sentence_characters);
  const auto bearing = bearing_from_text(draft.bearing);
  if (!bearing) {
    checks.problem("bearing", "Choose whether it is supporting, contrary or mixed");
    return {};
  }
  return {{claim, *bearing}};
}

// What one of the cases says, or who says it, goes no further than it may.
void check_travel(Checks& checks, store::Reader& reader, const std::string& authority_id,
                  const std::vector<std::string>& sources, const std::vector<ReadClaim>& claims) {
  const char* field = "claim";
  for (const ReadClaim& claim : claims) {
    for (std::string& problem :
         hear::problems_with_travel(reader, authority_id, sources, claim.claim)) {
      checks.problem(field, std::move(problem));
    }
    field = "contrary_claim";
  }
}

}  // namespace

std::string usual_category(const Framework& framework, Voice voice) {
  const auto key = [voice]() -> std::string_view {
    switch (voice) {
      case Voice::people:
      case Voice::carers:
        return "people";
      case Voice::staff:
      case Voice::leaders:
        return "staff-and-leaders";
      case Voice::partners:
      case Voice::providers:
        return "partners";
      default:
        return "processes";
    }
  }();
  const bool known = std::ranges::any_of(framework.categories,
                                         [&](const EvidenceCategory& c) { return c.key == key; });
  return known || framework.categories.empty() ? std::string(key) : framework.categories.back().key;
}

base::Result<ReadEvidence> read_evidence_draft(store::Reader& reader, const record::Work& work,
                                               const Rules& rules, const EvidenceDraft& draft) {
  const Framework& framework = rules.framework;
  Checks checks;
  ReadEvidence read;
  read.sources = read_sources(checks, reader, work.authority_id, draft.sources);
  read.statements = read_statements(checks, framework, draft.statements);
  if (const auto voice = voice_from_text(draft.voice)) {
    read.voice = *voice;
  } else {
    checks.problem("voice", "Choose whose voice it is");
  }
  read.claims = read_claims(checks, rules, draft);
  check_travel(checks, reader, work.authority_id, read.sources, read.claims);

  read.category = draft.category.empty() ? usual_category(framework, read.voice) : draft.category;
  if (std::ranges::none_of(framework.categories,
                           [&](const EvidenceCategory& c) { return c.key == read.category; })) {
    checks.problem("category", "Choose an evidence category from the list");
  }
  if (const auto strength = strength_from_text(draft.strength)) {
    read.strength = *strength;
  } else {
    checks.problem("strength", "Choose a strength from the list, or none");
  }

  const std::string dated = trimmed(draft.dated);
  if (dated.empty()) checks.problem("dated", "Enter the date that the evidence is about");
  if (const auto date =
          checks.past_date("dated", "The date of the evidence", dated, work.today())) {
    read.dated = *date;
    read.review_by = base::add_months(*date, rules.yardsticks.evidence_stale_after_months);
    const auto review = checks.date("review_by", "The review date", trimmed(draft.review_by));
    if (review && *review <= *date) {
      checks.problem("review_by", "The review date must be after the date of the evidence");
    } else if (review) {
      read.review_by = *review;
    }
  } else {
    checks.date("review_by", "The review date", trimmed(draft.review_by));
  }
  if (!checks.fine()) return base::refuse(checks.take());
  return read;
}

}  // namespace throughline::judge
