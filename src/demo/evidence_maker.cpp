#include "demo/makers.hpp"
#include "record/document.hpp"

namespace throughline::demo {

void put_documents(Timeline& timeline, Known& known) {
  for (const auto& document : known.script.documents) {
    timeline.at(known.moment(document.added, document.key), known.person(document.by),
                [&known, &document](auto& writer, const auto& work) {
                  known.refs["document:" + document.key] =
                      must(record::add_document(writer, work,
                                                {document.title, document.file,
                                                 base::to_text(work.today()), document.text}))
                          .ref;
                });
  }
}

void put_evidence(Timeline& timeline, Known& known, const judge::Rules& rules) {
  for (const auto& statement : known.script.judgement.statements) {
    for (const auto& evidence : statement.evidence) {
      timeline.at(known.moment(evidence.at, evidence.key), known.person("quality"),
                  [&known, &rules, &statement, &evidence](auto& writer, const auto& work) {
                    judge::EvidenceDraft draft;
                    draft.statements = {statement.statement};
                    draft.sources = known.refs_of("", evidence.from);
                    for (auto& ref : known.cases_by(evidence.cases, work.now)) {
                      draft.sources.push_back(std::move(ref));
                    }
                    draft.voice = evidence.voice;
                    draft.bearing = evidence.bearing;
                    draft.claim = evidence.claim;
                    draft.strength = evidence.strength;
                    draft.dated = base::to_text(work.today());
                    std::vector<std::string> cases;
                    for (const auto& ref : draft.sources) {
                      if (ref.starts_with("CASE-")) cases.push_back(ref);
                    }
                    redact_quoted(writer, work, cases, draft.claim);
                    known.refs["evidence:" + evidence.key] =
                        must(judge::add_evidence(writer, work, rules, draft)).front().ref;
                  });
    }
  }
}

}  // namespace throughline::demo
