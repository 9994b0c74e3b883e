#include "web/judge/evidence_form.hpp"

#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <sstream>

namespace throughline::web {
namespace {

using namespace judging;

// Everything the form holds, so that a refused form comes back as it was sent.
struct Typed {
  judge::EvidenceDraft draft;
  DateView dated;
  DateView review_by;
  std::string reason;
  int revision = 0;
};

struct EvidenceFormView {
  std::string ref;  // empty: new
  std::string action;
  std::string back;
  int revision = 0;
  std::string sources;
  std::vector<RecordView> records;
  std::vector<ChoiceView> statements;
  std::vector<ChoiceView> voices;
  std::string bearing;
  std::string claim;
  std::string contrary_claim;
  std::vector<ChoiceView> categories;
  std::vector<ChoiceView> strengths;
  DateView dated;
  DateView review_by;
  std::string reason;
  int stale_after = 12;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EvidenceFormView, (),
                      (ref, action, back, revision, sources, records, statements, voices, bearing,
                       claim, contrary_claim, categories, strengths, dated, review_by, reason,
                       stale_after, errors))

std::vector<std::string> refs_in(const std::string& typed) {
  std::string spaced = typed;
  for (char& c : spaced) {
    if (c == ',' || c == ';') c = ' ';
  }
  std::istringstream words(spaced);
  std::vector<std::string> refs;
  for (std::string word; words >> word;) refs.push_back(word);
  return refs;
}

std::string joined(const std::vector<std::string>& refs) {
  std::string text;
  for (const std::string& ref : refs) text += (text.empty() ? "" : ", ") + ref;
  return text;
}

Typed typed_in(const http::Form& form) {
  Typed typed;
  judge::EvidenceDraft& draft = typed.draft;
  draft.statements = form.all("statements");
  draft.sources = refs_in(form.get("sources"));
  draft.voice = form.get("voice");
  draft.bearing = form.get("bearing");
  draft.claim = form.get("claim");
  draft.contrary_claim = form.get("contrary_claim");
  draft.category = form.get("category");
  draft.strength = form.get("strength");
  typed.dated = date_typed(form, "dated");
  typed.review_by = date_typed(form, "review_by");
  draft.dated = typed.dated.typed();
  draft.review_by = typed.review_by.typed();
  typed.reason = form.get("reason");
  const std::string revision = form.get("revision");
  typed.revision = revision.empty() || revision.size() > 6 ||
                           revision.find_first_not_of("0123456789") != std::string::npos
                       ? 0
                       : std::stoi(revision);
  return typed;
}

http::Response show(Call& call, const std::string& ref, const Typed& typed, templates::Value errors,
                    int status) {
  const judge::Rules& rules = judging_rules();
  EvidenceFormView view;
  view.ref = ref;
  view.action = ref.empty() ? "/evidence" : record::page_of(ref) + "/corrections";
  view.back = ref.empty() ? "/evidence" : record::page_of(ref);
  view.revision = typed.revision;
  view.sources = joined(typed.draft.sources);
  view.statements = statement_choices(rules.framework, typed.draft.statements);
  view.voices = voice_choices(typed.draft.voice);
  view.bearing = typed.draft.bearing;
  view.claim = typed.draft.claim;
  view.contrary_claim = typed.draft.contrary_claim;
  view.categories = {{"", "The usual one for this voice"}};
  for (const judge::EvidenceCategory& category : rules.framework.categories) {
    view.categories.push_back(
        {category.key, category.name, false, category.key == typed.draft.category});
  }
  view.strengths = {{"", "Not stated", typed.draft.strength.empty()},
                    {"limited", "Limited", typed.draft.strength == "limited", false,
                     HintView{"One account, or a small part of the picture"}},
                    {"sound", "Sound", typed.draft.strength == "sound", false,
                     HintView{"Several accounts, or a fair sample"}},
                    {"strong", "Strong", typed.draft.strength == "strong", false,
                     HintView{"Complete, independent or measured"}}};
  view.dated = typed.dated;
  view.review_by = typed.review_by;
  view.reason = typed.reason;
  view.stale_after = rules.yardsticks.evidence_stale_after_months;
  view.errors = std::move(errors);
  call.database.read([&](store::Reader& reader) {
    for (const std::string& source : typed.draft.sources) {
      if (const auto node = record::find_node(reader, call.authority.id, source)) {
        view.records.push_back(record_view(*node));
      }
    }
  });
  return page(call, "judge/evidence_form.html", templates::to_value(view), status);
}

Typed typed_from(const judge::Evidence& evidence) {
  Typed typed;
  judge::EvidenceDraft& draft = typed.draft;
  draft.statements = {evidence.statement};
  for (const record::Node& source : evidence.sources) draft.sources.push_back(source.ref);
  draft.voice = to_text(evidence.voice);
  draft.bearing = to_text(evidence.bearing);
  draft.claim = evidence.claim;
  draft.category = evidence.category;
  draft.strength = to_text(evidence.strength);
  typed.dated = date_view(evidence.dated);
  typed.review_by = date_view(evidence.review_by);
  typed.revision = evidence.revision;
  return typed;
}

// A record knows roughly when it is about and who speaks in it; a person can change both.
void start_from(const record::Node& node, Typed& typed) {
  if (const auto dated = base::date_from_text(node.dated)) typed.dated = date_view(*dated);
  if (!typed.draft.voice.empty()) return;
  const auto kind = record::kind_of(node.ref);
  if (kind == record::NodeKind::measure || kind == record::NodeKind::proof) {
    typed.draft.voice = "data";
  } else if (kind == record::NodeKind::action || kind == record::NodeKind::document ||
             kind == record::NodeKind::report) {
    typed.draft.voice = "processes";
  }
}

}  // namespace

http::Response new_evidence_page(Call& call) {
  const http::Form& query = call.request.query;
  Typed typed;
  typed.draft.sources = refs_in(query.has("source") ? query.get("source") : query.get("from"));
  typed.draft.statements = query.all("statement");
  typed.draft.voice = query.get("voice");
  if (typed.draft.sources.size() == 1) {
    call.database.read([&](store::Reader& reader) {
      const auto node = record::find_node(reader, call.authority.id, typed.draft.sources.front());
      if (node) start_from(*node, typed);
    });
  }
  return show(call, "", typed, no_errors(), 200);
}

http::Response receive_evidence(Call& call) {
  const Typed typed = typed_in(call.request.form);
  const auto added = call.database.write([&](store::Writer& writer) {
    return judge::add_evidence(writer, call.work, judging_rules(), typed.draft);
  });
  if (!added) return show(call, "", typed, form_errors(added.error()), 400);
  if (added->size() == 1) {
    return redirect_with_message(call, record::page_of(added->front().ref), "Evidence added");
  }
  return redirect_with_message(call, "/statements/" + added->front().statement,
                               std::to_string(added->size()) + " pieces of evidence added");
}

http::Response evidence_correction_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return judge::find_evidence(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, found.error());
  return show(call, found->ref, typed_from(*found), no_errors(), 200);
}

http::Response receive_evidence_correction(Call& call) {
  const std::string& ref = call.parameter("ref");
  const Typed typed = typed_in(call.request.form);
  const auto corrected = call.database.write([&](store::Writer& writer) {
    return judge::correct_evidence(writer, call.work, judging_rules(), ref, typed.revision,
                                   typed.draft, typed.reason);
  });
  if (corrected) return redirect_with_message(call, record::page_of(ref), "Evidence corrected");
  if (corrected.error().kind == base::ErrorKind::invalid) {
    return show(call, ref, typed, form_errors(corrected.error()), 400);
  }
  return error_page(call, corrected.error());
}

}  // namespace throughline::web
