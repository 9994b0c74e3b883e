#include "demo/makers.hpp"
#include "publish/publish.hpp"

#include <algorithm>

namespace throughline::demo {
namespace {

judge::ScoreDraft draft_of(store::Reader& reader, const Known& known, const record::Work& work,
                           const std::string& statement, const ScoreScript& score) {
  judge::ScoreDraft draft{statement, score.score, score.rationale, {}, {}, score.because};
  judge::EvidenceFilter filter;
  filter.statement = statement;
  const auto left_out = known.refs_of("evidence:", score.left_out);
  for (const auto& each : judge::list_evidence(reader, work.authority_id, filter, work.today())) {
    draft.shown.push_back(each.ref);
    if (std::ranges::find(left_out, each.ref) == left_out.end()) draft.weighed.push_back(each.ref);
  }
  return draft;
}

void put_escalation(Timeline& timeline, Known& known, const judge::Rules& rules,
                    const StatementScript& statement) {
  if (statement.told.empty()) return;
  const auto when =
      known.moment(statement.scores.back().at, statement.statement) + std::chrono::minutes(30);
  timeline.at(when, known.person("dass"),
              [&known, &rules, &statement](auto& writer, const auto& work) {
                must(judge::escalate(writer, work, rules,
                                     {known.ref("score:" + statement.statement), statement.told,
                                      base::to_text(work.today()), statement.told_note}));
              });
}

judge::FindingsDraft findings_of(store::Reader& reader, const Known& known,
                                 const record::Work& work, const judge::Rules& rules,
                                 const StatementScript& statement) {
  judge::FindingsDraft draft;
  draft.statement = statement.statement;
  draft.from_version =
      judge::findings_of(reader, work.authority_id, rules.framework, statement.statement).version;
  draft.summary = statement.summary;
  for (const auto& section : statement.sections) {
    judge::FindingSection made{section.heading, {}};
    for (const auto& paragraph : section.paragraphs) {
      made.paragraphs.push_back({paragraph.words, known.refs_of("evidence:", paragraph.from)});
    }
    draft.sections.push_back(std::move(made));
  }
  return draft;
}

}  // namespace

void put_scores(Timeline& timeline, Known& known, const judge::Rules& rules) {
  for (const auto& statement : known.script.judgement.statements) {
    for (const auto& score : statement.scores) {
      timeline.at(known.moment(score.at, statement.statement), known.person("quality"),
                  [&known, &rules, &statement, &score](auto& writer, const auto& work) {
                    const auto draft = draft_of(writer, known, work, statement.statement, score);
                    known.refs["score:" + statement.statement] =
                        must(judge::score_statement(writer, work, rules, draft)).ref;
                  });
    }
    put_escalation(timeline, known, rules, statement);
  }
}

void put_findings(Timeline& timeline, Known& known, const judge::Rules& rules) {
  const auto& judgement = known.script.judgement;
  for (const auto& statement : judgement.statements) {
    timeline.at(known.moment(judgement.findings_at, statement.statement), known.person("quality"),
                [&known, &rules, &statement](auto& writer, const auto& work) {
                  const auto draft = findings_of(writer, known, work, rules, statement);
                  for (const auto& section : draft.sections) {
                    for (const auto& paragraph : section.paragraphs) {
                      for (const auto& evidence : paragraph.sources) {
                        redact_quoted(writer, work, evidence, paragraph.words);
                      }
                    }
                  }
                  must(judge::write_findings(writer, work, rules, draft));
                });
    timeline.at(known.moment(judgement.approved_at, statement.statement), known.person("dass"),
                [&rules, &statement](auto& writer, const auto& work) {
                  const auto seen = judge::findings_of(writer, work.authority_id, rules.framework,
                                                       statement.statement);
                  must(judge::approve_findings(writer, work, rules, statement.statement,
                                               seen.content_hash));
                });
  }
}

void put_publication(Timeline& timeline, Known& known, const judge::Rules& rules) {
  const auto& judgement = known.script.judgement;
  if (!judgement.override_at.empty()) {
    timeline.at(known.moment(judgement.override_at, "override"), known.person("dass"),
                [&rules, &judgement](auto& writer, const auto& work) {
                  must(judge::override_rating(writer, work, rules, judgement.override_rating,
                                              judgement.override_reason));
                });
  }
  timeline.at(
      known.moment(judgement.published_at, "published"), known.person("dass"),
      [&rules](auto& writer, const auto& work) {
        const auto authority = record::find_authority(writer, work.authority_id).value();
        const auto check = publish::check_publication(writer, authority, rules, work.today());
        must(publish::publish_assessment(writer, work, authority, rules, {check.hash, true}));
      });
}

}  // namespace throughline::demo
