#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "hear/fair_voice/population.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/people.hpp"
#include "hear/people/retention.hpp"
#include "hear/redaction/redaction.hpp"
#include "hear/redaction/travel.hpp"
#include "record/line.hpp"

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

constexpr std::size_t most_redacted = 24;

void bring_in(store::Writer& writer, const record::Work& work, hear::Population population) {
  const std::string name = "population/" + std::string(hear::to_text(population)) + ".csv";
  const auto csv = base::embedded_file(embedded_demo(), name);
  hear::keep_population(writer, work, population,
                        must(hear::read_population(csv, static_cast<int>(work.today().year()))));
}

void redact(store::Writer& writer, const record::Work& work, const std::string& case_ref) {
  const auto draft = must(hear::draft_redaction(writer, work.authority_id, case_ref));
  must(hear::confirm_redaction(writer, work, case_ref, {draft.words_hash, draft.suggested, {}}));
}

// The cases that evidence is drawn from are redacted, all but a few, so that there is one to do.
void redact_sources(store::Writer& writer, const record::Work& work) {
  const auto rows = writer.rows(
      "select distinct from_ref from links where authority_id = $1 and relation = 'shown_by' "
      "and from_ref like 'CASE-%' order by from_ref limit $2",
      {work.authority_id, static_cast<std::int64_t>(most_redacted)});
  for (const auto& row : rows) {
    redact(writer, work, row.text(0));
  }
}

// The oldest complaint with somebody behind it waits for an inquest; two others were looked at.
void look_and_hold(store::Writer& writer, const record::Work& work) {
  const auto rows = writer.rows(
      "select c.ref from cases c join case_contacts t on t.authority_id = c.authority_id and "
      "t.case_ref = c.ref where c.authority_id = $1 and c.kind = 'complaint' "
      "order by c.received, c.number limit 3",
      {work.authority_id});
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto ref = rows[at].text(0);
    if (at == 0) {
      must(hear::place_hold(writer, work, ref, "The coroner has asked for it to be kept"));
    }
    must(hear::look_at_identity(writer, work, ref, "To write our answer"));
  }
  if (!rows.empty()) {
    must(hear::look_at_person(writer, work, {rows.back().text(0)},
                              "Request to see what we hold, by letter", hear::Looking::to_show));
  }
}

void set_rules(store::Writer& writer, const record::Work& work) {
  std::vector<hear::RetentionForm> forms;
  for (const auto kind : hear::all_kinds) {
    const bool complaint = kind == hear::Kind::complaint;
    forms.push_back({kind, complaint ? "6" : "2", complaint ? "10" : "6"});
  }
  must(hear::set_retention(writer, work, forms));
}

}  // namespace

void redact_quoted(store::Writer& writer, const record::Work& work,
                   const std::vector<std::string>& case_refs, const std::string& travelling) {
  for (const auto& ref : case_refs) {
    const bool stands =
        hear::problems_with_travel(writer, work.authority_id, {ref}, travelling).empty();
    if (!stands) redact(writer, work, ref);
  }
}

void redact_quoted(store::Writer& writer, const record::Work& work, const std::string& behind,
                   const std::string& travelling) {
  std::vector<std::string> cases;
  for (const auto& link : record::links_to(writer, work.authority_id, behind)) {
    if (record::kind_of(link.from) == record::NodeKind::case_) cases.push_back(link.from);
  }
  redact_quoted(writer, work, cases, travelling);
}

void put_people(Timeline& timeline, Known& known) {
  timeline.at(known.moment("20m", "population"), known.person("analyst"),
              [](auto& writer, const auto& work) {
                bring_in(writer, work, hear::Population::residents);
                bring_in(writer, work, hear::Population::drawing_on_care);
              });
  timeline.at(known.moment("20m+2", "retention"), known.person("quality"), set_rules);
  timeline.at(known.moment("6d", "looks"), known.person("quality"), look_and_hold);
  timeline.at(known.moment("4d", "redactions"), known.person("complaints"), redact_sources);
}

}  // namespace throughline::demo
