#include "hear/people/hold.hpp"

#include "hear/people/reason.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

base::Result<void> check(store::Reader& reader, const record::Work& work,
                         const std::string& case_ref, const std::string& reason,
                         const std::string& missing) {
  if (!reader.row("select ref from cases where authority_id = $1 and ref = $2",
                  {work.authority_id, case_ref})) {
    return base::refuse(base::ErrorKind::not_found, "There is no such case");
  }
  std::vector<base::Problem> problems;
  check_reason(problems, reason, missing);
  if (!problems.empty()) return base::refuse(std::move(problems));
  return {};
}

}  // namespace

std::vector<Hold> holds(store::Reader& reader, const std::string& authority_id,
                        const std::string& case_ref) {
  std::vector<Hold> found;
  for (const auto& row : reader.rows(
           "select number, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_because "
           "from legal_holds where authority_id = $1 and case_ref = $2 order by number",
           {authority_id, case_ref})) {
    found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
                     row.text(5), row.text(6)});
  }
  return found;
}

bool is_on_hold(store::Reader& reader, const std::string& authority_id,
                const std::string& case_ref) {
  return reader.number(
             "select count(*) from legal_holds where authority_id = $1 and case_ref = $2 "
             "and lifted_at = ''",
             {authority_id, case_ref}) > 0;
}

base::Result<void> place_hold(store::Writer& writer, const record::Work& work,
                              const std::string& case_ref, const std::string& reason) {
  if (auto fine = check(writer, work, case_ref, reason, "Enter why it must be kept"); !fine) {
    return fine;
  }
  if (is_on_hold(writer, work.authority_id, case_ref)) {
    return base::refuse(base::ErrorKind::conflict, "This case is on hold already");
  }
  const auto before = holds(writer, work.authority_id, case_ref);
  writer.execute(
      "insert into legal_holds (authority_id, case_ref, number, reason, placed_at, placed_by, "
      "lifted_at, lifted_by, lifted_because) values ($1, $2, $3, $4, $5, $6, '', '', '')",
      {work.authority_id, case_ref, static_cast<std::int64_t>(before.size()) + 1, reason,
       base::to_text(work.now), work.actor.name});
  record::append_event(writer, work, case_ref, "put on hold", {}, reason);
  return {};
}

base::Result<void> lift_hold(store::Writer& writer, const record::Work& work,
                             const std::string& case_ref, const std::string& reason) {
  if (auto fine = check(writer, work, case_ref, reason, "Enter why it need not be kept any more");
      !fine) {
    return fine;
  }
  const auto lifted = writer.execute(
      "update legal_holds set lifted_at = $3, lifted_by = $4, lifted_because = $5 "
      "where authority_id = $1 and case_ref = $2 and lifted_at = ''",
      {work.authority_id, case_ref, base::to_text(work.now), work.actor.name, reason});
  if (lifted == 0) return base::refuse(base::ErrorKind::conflict, "This case is not on hold");
  record::append_event(writer, work, case_ref, "hold lifted", {}, reason);
  return {};
}

}  // namespace throughline::hear
