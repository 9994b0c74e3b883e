#include "web/judge/evidence_page.hpp"

#include "hear/redaction/redaction.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

using namespace judging;

struct RevisionView {
  int number = 0;
  std::string claim;
  std::string voice;
  std::string bearing;
  std::string dated;
  std::string at;
  std::string by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevisionView, (), (number, claim, voice, bearing, dated, at, by, reason))

// What was said in a case, as those who may not read the case may read it.
struct QuoteView {
  std::string ref;
  std::string href;
  std::string words;
  bool redacted = false;
};
BOOST_DESCRIBE_STRUCT(QuoteView, (), (ref, href, words, redacted))

struct EvidencePageView {
  EvidenceView evidence;
  std::vector<QuoteView> quotes;
  bool may_redact = false;
  std::string withdrawn_because;
  std::string added_at;
  std::string added_by;
  std::vector<RevisionView> earlier;
  std::string corrected_because;
  std::vector<ScoreView> scores;
  std::string reason;
  bool may_correct = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EvidencePageView, (),
                      (evidence, quotes, may_redact, withdrawn_because, added_at, added_by, earlier,
                       corrected_because, scores, reason, may_correct, errors))

RevisionView revision_view(const judge::EvidenceRevision& revision) {
  return {revision.number,
          revision.claim,
          std::string(label(revision.voice)),
          std::string(label(revision.bearing)),
          base::to_long_text(revision.dated),
          in_london(revision.at),
          revision.by_name,
          revision.reason};
}

constexpr std::size_t most_quotes = 20;

void add_quotes(EvidencePageView& view, store::Reader& reader, const std::string& authority_id,
                const judge::Evidence& evidence) {
  for (const record::Node& source : evidence.sources) {
    if (!source.ref.starts_with("CASE-") || view.quotes.size() == most_quotes) continue;
    const auto redaction = hear::find_redaction(reader, authority_id, source.ref);
    view.quotes.push_back({source.ref, record::page_of(source.ref),
                           redaction ? redaction->words : "", redaction.has_value()});
  }
}

http::Response show(Call& call, const std::string& reason, templates::Value errors, int status) {
  const judge::Framework& framework = judging_rules().framework;
  EvidencePageView view;
  view.reason = reason;
  view.errors = std::move(errors);
  view.may_redact = call.may("GET", "/cases/{ref}/redaction");
  view.may_correct = call.may("POST", "/evidence/{ref}/corrections");
  const auto found = call.database.read([&](store::Reader& reader) {
    auto evidence = judge::find_evidence(reader, call.authority.id, call.parameter("ref"));
    if (!evidence) return evidence;
    add_quotes(view, reader, call.authority.id, *evidence);
    for (const judge::EvidenceRevision& revision :
         judge::evidence_revisions(reader, call.authority.id, evidence->ref)) {
      if (revision.number == evidence->revision) {
        view.corrected_because = revision.reason;
      } else {
        view.earlier.push_back(revision_view(revision));
      }
    }
    for (const judge::Score& score : judge::scores_with(reader, call.authority.id, evidence->ref)) {
      view.scores.push_back(score_view(framework, score));
    }
    return evidence;
  });
  if (!found) return error_page(call, found.error());
  view.evidence = evidence_view(framework, *found, call.work.today());
  view.withdrawn_because = found->withdrawn_because;
  view.added_at = in_london(found->added_at);
  view.added_by = found->added_by;
  return page(call, "judge/evidence.html", templates::to_value(view), status);
}

}  // namespace

http::Response evidence_page(Call& call) {
  return show(call, "", no_errors(), 200);
}

http::Response receive_evidence_withdrawal(Call& call) {
  const std::string reason = call.request.form.get("reason");
  const std::string& ref = call.parameter("ref");
  const auto withdrawn = call.database.write([&](store::Writer& writer) {
    return judge::withdraw_evidence(writer, call.work, ref, reason);
  });
  if (withdrawn) return redirect_with_message(call, record::page_of(ref), ref + " is withdrawn");
  if (withdrawn.error().kind != base::ErrorKind::invalid)
    return error_page(call, withdrawn.error());
  return show(call, reason, form_errors(withdrawn.error()), 400);
}

}  // namespace throughline::web
