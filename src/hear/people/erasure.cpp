#include "base/random.hpp"
#include "hear/case_row.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/named.hpp"
#include "hear/people/people.hpp"
#include "hear/people/personal_tables.hpp"
#include "hear/people/reason.hpp"
#include "hear/redaction/redaction.hpp"
#include "record/event.hpp"
#include "store/search_index.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

std::string sentence_of(const Treatment& treatment) {
  if (treatment.verb == "delete") return "Deleted";
  if (treatment.verb == "redact") return "Replaced by the redacted words";
  if (treatment.verb == "pseudonym") return "Replaced by a made-up name, the same on all";
  if (treatment.verb == "keep") return "Stays";
  std::string columns;
  for (const auto& column : treatment.columns) {
    columns += (columns.empty() ? "" : ", ") + column;
  }
  std::ranges::replace(columns, '_', ' ');
  return "Emptied: " + columns;
}

void note(store::Writer& writer, const record::Work& work, const std::string& case_ref,
          std::string_view way, const std::string& reason) {
  writer.execute(
      "insert into erasures (authority_id, case_ref, number, way, reason, at, by_ref, by_name) "
      "select $1, $2, count(*) + 1, $3, $4, $5, $6, $7 from erasures "
      "where authority_id = $1 and case_ref = $2",
      {work.authority_id, case_ref, std::string(way), reason, base::to_text(work.now),
       work.actor.user_ref, work.actor.name});
}

class Erasing {
 public:
  Erasing(store::Writer& writer, const record::Work& work, Way way, std::string pseudonym)
      : writer_(writer), work_(work), way_(way), pseudonym_(std::move(pseudonym)) {}

  void take(const std::string& case_ref) {
    std::string words;
    if (way_ == Way::pseudonymise) {
      words = find_redaction(writer_, work_.authority_id, case_ref).value().words;
    }
    for (const auto& table : personal_tables()) treat(table, case_ref, words);
    writer_.execute("update cases set version = version + 1 where authority_id = $1 and ref = $2",
                    {work_.authority_id, case_ref});
    if (words.empty()) {
      store::remove_text(writer_, work_.authority_id, "case", case_ref);
    } else {
      store::put_text(writer_, work_.authority_id, "case", case_ref, words);
    }
  }

 private:
  void treat(const PersonalTable& table, const std::string& case_ref, const std::string& words) {
    const auto& treatment = table.treatment(way_);
    const std::string where = " where authority_id = $1 and " + table.key + " = $2";
    if (treatment.verb == "delete") {
      writer_.execute("delete from " + table.name + where, {work_.authority_id, case_ref});
    } else if (treatment.verb == "redact") {
      writer_.execute("update " + table.name + " set words = $3" + where,
                      {work_.authority_id, case_ref, words});
    } else if (treatment.verb == "pseudonym") {
      writer_.execute("update " + table.name +
                          " set name = $3, email = '', phone = '', address = '', "
                          "contact_by = '', consents = 0" +
                          where,
                      {work_.authority_id, case_ref, pseudonym_});
    } else if (treatment.verb == "blank") {
      blank(table, treatment, where, case_ref);
    }
  }

  void blank(const PersonalTable& table, const Treatment& treatment, const std::string& where,
             const std::string& case_ref) {
    for (const auto& column : treatment.columns) {
      // Every case has a receipt of its own; this one opens nothing.
      const bool receipt = table.name == "cases" && column == "receipt";
      writer_.execute("update " + table.name + " set " + column + " = $3" + where,
                      {work_.authority_id, case_ref, receipt ? "erased " + case_ref : ""});
    }
  }

  store::Writer& writer_;
  const record::Work& work_;
  Way way_;
  std::string pseudonym_;
};

}  // namespace

std::string_view to_text(Way way) {
  return way == Way::erase ? "erase" : "pseudonymise";
}

std::vector<Becomes> what_becomes(Way way) {
  std::vector<Becomes> all;
  for (const auto& table : personal_tables()) {
    const auto& treatment = table.treatment(way);
    all.push_back({table.what, sentence_of(treatment), treatment.verb != "keep",
                   treatment.verb == "delete" ? "" : table.why});
  }
  for (const auto& table : named_tables()) {
    const auto& treatment = table.treatment(way);
    all.push_back({table.what, sentence_of(treatment), treatment.verb != "keep",
                   treatment.verb == "delete" ? "" : table.why});
  }
  all.push_back({"The history of each case: who did what, when and why", "Stays", false,
                 "It holds nothing of what the person said or who they are, and it proves that "
                 "nothing was changed unseen"});
  all.push_back({"The case's place on the line, and its links to themes, actions and evidence",
                 "Stays", false, "Its title says the kind, service and day, and nothing more"});
  return all;
}

std::vector<std::string> against_erasing(store::Reader& reader, const std::string& authority_id,
                                         const std::vector<std::string>& case_refs, Way way) {
  std::vector<std::string> against;
  for (const auto& ref : case_refs) {
    if (is_on_hold(reader, authority_id, ref)) {
      against.push_back(ref + " is on hold. Nothing of it can be erased until the hold is lifted");
    }
    if (way == Way::pseudonymise && !find_redaction(reader, authority_id, ref)) {
      against.push_back(ref +
                        " has no redacted version to put in place of the words. Redact it "
                        "first, or erase it");
    }
  }
  return against;
}

base::Result<Erased> erase_person(store::Writer& writer, const record::Work& work,
                                  const std::vector<std::string>& case_refs, Way way,
                                  const std::string& reason,
                                  const std::vector<std::string>& named) {
  std::vector<base::Problem> problems;
  if (case_refs.empty() && named.empty()) {
    problems.push_back({"case", "Choose what is this person's"});
  }
  if (std::max(case_refs.size(), named.size()) > most_cases_of_person) {
    problems.push_back({"case", "Choose 500 cases or fewer at a time"});
  }
  check_reason(problems, reason, "Enter why");
  if (!problems.empty()) return base::refuse(std::move(problems));
  for (const auto& ref : case_refs) {
    if (!find_case(writer, work.authority_id, ref)) {
      return base::refuse(base::ErrorKind::not_found, "There is no case " + ref);
    }
  }
  if (const auto against = against_erasing(writer, work.authority_id, case_refs, way);
      !against.empty()) {
    for (const auto& each : against) problems.push_back({"", each});
    return base::refuse(base::ErrorKind::conflict, against.front(), std::move(problems));
  }
  const auto rows = read_named(writer, work.authority_id, named);
  if (!rows) return tl::make_unexpected(rows.error());
  Erased done;
  if (way == Way::pseudonymise) {
    done.pseudonym = "Person " + base::new_receipt(work.random).substr(0, 9);
  }
  Erasing erasing(writer, work, way, done.pseudonym);
  std::vector<record::NewEvent> events;
  for (const auto& ref : case_refs) {
    erasing.take(ref);
    note(writer, work, ref, to_text(way), reason);
    events.push_back({ref, way == Way::erase ? "erased" : "pseudonymised", {}, reason});
    ++done.cases;
  }
  erase_named(writer, work, *rows, way, done.pseudonym);
  for (const auto& row : *rows) {
    events.push_back(
        {row.record, way == Way::erase ? "name erased" : "name pseudonymised", {}, reason});
    ++done.named;
  }
  record::append_events(writer, work, events);
  return done;
}

base::Result<void> erase_contact(store::Writer& writer, const record::Work& work,
                                 const std::string& case_ref, const std::string& reason) {
  if (is_on_hold(writer, work.authority_id, case_ref)) {
    return base::refuse(base::ErrorKind::conflict, case_ref + " is on hold");
  }
  writer.execute("delete from case_contacts where authority_id = $1 and case_ref = $2",
                 {work.authority_id, case_ref});
  note(writer, work, case_ref, "contact", reason);
  record::append_event(writer, work, case_ref, "contact erased", {}, reason);
  return {};
}

std::vector<Erasure> erasures_of(store::Reader& reader, const std::string& authority_id,
                                 const std::string& case_ref) {
  std::vector<Erasure> found;
  for (const auto& row : reader.rows("select way, at, by_name, reason from erasures where "
                                     "authority_id = $1 and case_ref = $2 order by number",
                                     {authority_id, case_ref})) {
    found.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
  }
  return found;
}

}  // namespace throughline::hear
