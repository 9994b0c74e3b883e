#include "web/judge/findings_page.hpp"

#include "judge/carried_sources.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace judging;

constexpr std::size_t empty_sections = 1;
constexpr std::size_t most_sections_typed = 20;

struct SectionView {
  std::string number;
  std::string heading;
  std::string words;
  std::optional<HintView> heading_error;
  std::optional<HintView> words_error;
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (number, heading, words, heading_error, words_error))

struct FindingsView {
  std::string key;
  std::string name;
  int version = 0;
  std::string summary;
  std::vector<SectionView> sections;
  std::string state;
  std::string state_note;
  std::string saved;
  std::string content_hash;
  bool has_score = false;
  bool may_write = false;
  bool may_approve = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(FindingsView, (),
                      (key, name, version, summary, sections, state, state_note, saved,
                       content_hash, has_score, may_write, may_approve, errors))

// What was typed, section by section.
judge::FindingsDraft draft_of(Call& call, const judge::Findings& now) {
  const http::Form& form = call.request.form;
  judge::FindingsDraft draft;
  draft.statement = call.parameter("key");
  draft.summary = form.get("summary");
  const std::string version = form.get("version");
  draft.from_version = std::atoi(version.c_str());
  for (std::size_t at = 1; at <= most_sections_typed; ++at) {
    const std::string number = std::to_string(at);
    if (!form.has("heading-" + number) && !form.has("paragraphs-" + number)) break;
    judge::FindingSection section{form.get("heading-" + number), {}};
    for (const std::string& words : judge::paragraphs_of(form.get("paragraphs-" + number))) {
      section.paragraphs.push_back({words, {}});
    }
    draft.sections.push_back(std::move(section));
  }
  judge::carry_sources(now.sections, draft.sections);
  return draft;
}

std::optional<HintView> problem_of(const base::Error* error, const std::string& field) {
  if (!error) return std::nullopt;
  const auto found = std::ranges::find(error->problems, field, &base::Problem::field);
  if (found == error->problems.end()) return std::nullopt;
  return HintView{found->message};
}

std::vector<SectionView> section_views(const std::vector<judge::FindingSection>& sections,
                                       std::size_t empty, const base::Error* error) {
  std::vector<SectionView> views;
  for (const judge::FindingSection& section : sections) {
    const std::string number = std::to_string(views.size() + 1);
    views.push_back({number, section.heading, judge::text_of(section),
                     problem_of(error, "heading-" + number),
                     problem_of(error, "paragraphs-" + number)});
  }
  for (std::size_t added = 0; added < empty; ++added) {
    const std::string number = std::to_string(views.size() + 1);
    views.push_back({number, "", "", problem_of(error, "heading-" + number),
                     problem_of(error, "paragraphs-" + number)});
  }
  return views;
}

void describe_state(const judge::Findings& findings, FindingsView& view) {
  view.version = findings.version;
  view.content_hash = findings.content_hash;
  if (findings.version == 0) {
    view.state = "Not written";
    return;
  }
  view.saved = "Version " + std::to_string(findings.version) + ", saved by " + findings.saved_by +
               ", " + in_london(findings.saved_at);
  switch (findings.state()) {
    case judge::ApprovalState::draft:
      view.state = "Draft";
      view.state_note = "A leader has still to read and approve it.";
      break;
    case judge::ApprovalState::changed_since:
      view.state = "Changed since approval";
      view.state_note =
          findings.approval->by_name + " approved version " +
          std::to_string(findings.approval->version) + ", " +
          in_london(findings.approval->approved_at) +
          ". The text or the score has changed since, so that approval no longer holds.";
      break;
    case judge::ApprovalState::approved:
      view.state = "Approved";
      view.state_note = "By " + findings.approval->by_name + ", " +
                        in_london(findings.approval->approved_at) + ".";
      break;
  }
}

const judge::Statement* statement_of(Call& call) {
  return judging_rules().framework.find(call.parameter("key"));
}

http::Response no_statement(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such quality statement", {}});
}

judge::Findings findings_now(Call& call, bool* has_score = nullptr) {
  const judge::Framework& framework = judging_rules().framework;
  return call.database.read([&](store::Reader& reader) {
    if (has_score) {
      *has_score =
          !judge::scores_of(reader, call.authority.id, framework, call.parameter("key")).empty();
    }
    return judge::findings_of(reader, call.authority.id, framework, call.parameter("key"));
  });
}

http::Response show(Call& call, const judge::Findings& findings, const judge::FindingsDraft* draft,
                    std::size_t empty, const base::Error* error, int status) {
  FindingsView view;
  view.key = call.parameter("key");
  view.name = statement_of(call)->name;
  view.may_write = call.may("POST", "/statements/{key}/findings");
  view.may_approve = call.may("POST", "/statements/{key}/approval");
  describe_state(findings, view);
  view.summary = draft ? draft->summary : findings.summary;
  view.sections = section_views(draft ? draft->sections : findings.sections, empty, error);
  if (draft) view.version = draft->from_version;
  if (error) view.errors = form_errors(*error);
  (void)findings_now(call, &view.has_score);
  return page(call, "judge/findings.html", templates::to_value(view), status);
}

}  // namespace

http::Response findings_page(Call& call) {
  if (!statement_of(call)) return no_statement(call);
  const judge::Findings findings = findings_now(call);
  const std::size_t empty = findings.version == 0 ? empty_sections : 0;
  return show(call, findings, nullptr, empty, nullptr, 200);
}

http::Response receive_findings(Call& call) {
  if (!statement_of(call)) return no_statement(call);
  const judge::Findings now = findings_now(call);
  const judge::FindingsDraft draft = draft_of(call, now);
  if (call.request.form.get("step") == "add") return show(call, now, &draft, 1, nullptr, 200);
  const auto written = call.database.write([&](store::Writer& writer) {
    return judge::write_findings(writer, call.work, judging_rules(), draft);
  });
  if (!written) {
    const bool conflict = written.error().kind == base::ErrorKind::conflict;
    return show(call, now, &draft, draft.sections.empty() ? 1 : 0, &written.error(),
                conflict ? 409 : 400);
  }
  return redirect_with_message(call, "/statements/" + draft.statement + "/findings/sources",
                               "Key findings saved. Now name the evidence behind each paragraph");
}

http::Response receive_approval(Call& call) {
  const std::string& key = call.parameter("key");
  const auto approved = call.database.write([&](store::Writer& writer) {
    return judge::approve_findings(writer, call.work, judging_rules(), key,
                                   call.request.form.get("content_hash"));
  });
  if (!approved) return error_page(call, approved.error());
  return redirect_with_message(call, "/statements/" + key,
                               "Approved: version " + std::to_string(approved->version));
}

}  // namespace throughline::web
