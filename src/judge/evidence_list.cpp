#include "judge/checks.hpp"
#include "judge/evidence_rows.hpp"
#include "judge/judge.hpp"

#include <algorithm>
#include <sstream>

namespace throughline::judge {
namespace {

struct Condition {
  std::string sql = "1 = 1";
  store::Values parameters;

  std::string next(store::Value value) {
    parameters.push_back(std::move(value));
    return "$" + std::to_string(parameters.size());
  }
  void add(const std::string& sql_before, store::Value value, const std::string& sql_after = "") {
    sql += " and " + sql_before + next(std::move(value)) + sql_after;
  }
};

// Words as a LIKE pattern in which nothing typed is a wildcard.
std::string like(const std::string& typed) {
  std::string pattern = "%";
  for (const char c : trimmed(typed)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + "%";
}

Condition condition_of(const std::string& authority_id, const EvidenceFilter& filter,
                       base::Date today) {
  Condition condition;
  condition.parameters.push_back(authority_id);
  if (!filter.with_withdrawn) condition.sql += " and e.state = 'current'";
  if (!filter.statement.empty()) condition.add("e.statement = ", filter.statement);
  if (filter.voice) condition.add("e.voice = ", std::string(to_text(*filter.voice)));
  if (filter.bearing) condition.add("e.bearing = ", std::string(to_text(*filter.bearing)));
  if (filter.freshness == Freshness::stale) condition.add("e.review_by < ", base::to_text(today));
  if (filter.freshness == Freshness::fresh) condition.add("e.review_by >= ", base::to_text(today));
  if (!trimmed(filter.text).empty()) {
    condition.add("lower(e.claim) like ", like(filter.text), " escape '\\'");
  }
  if (!filter.source.empty()) {
    condition.add(
        "exists (select 1 from links s where s.authority_id = e.authority_id and s.relation = "
        "'shown_by' and s.to_ref = e.ref and s.from_ref = ",
        filter.source, ")");
  }
  return condition;
}

}  // namespace

base::Result<Evidence> find_evidence(store::Reader& reader, const std::string& authority_id,
                                     const std::string& ref) {
  auto found = select_evidence(reader, "e.ref = $2", "", {authority_id, ref});
  if (found.empty()) {
    return base::refuse(base::ErrorKind::not_found, "There is no evidence " + ref);
  }
  return std::move(found.front());
}

std::vector<Evidence> list_evidence(store::Reader& reader, const std::string& authority_id,
                                    const EvidenceFilter& filter, base::Date today) {
  Condition condition = condition_of(authority_id, filter, today);
  std::string tail = " order by e.dated desc, e.added_at desc, e.ref";
  if (filter.limit > 0) {
    tail += " limit " + std::to_string(filter.limit) + " offset " + std::to_string(filter.offset);
  }
  return select_evidence(reader, condition.sql, tail, condition.parameters);
}

int count_evidence(store::Reader& reader, const std::string& authority_id,
                   const EvidenceFilter& filter, base::Date today) {
  const Condition condition = condition_of(authority_id, filter, today);
  return static_cast<int>(reader.number(
      "select count(*) from evidence e where e.authority_id = $1 and " + condition.sql,
      condition.parameters));
}

std::vector<EvidenceCount> evidence_counts(store::Reader& reader, const std::string& authority_id,
                                           base::Date today) {
  std::vector<EvidenceCount> counts;
  reader.for_each(
      "select statement, voice, bearing, count(*), sum(case when review_by < $2 then 1 else 0 end) "
      "from evidence where authority_id = $1 and state = 'current' group by statement, voice, "
      "bearing order by statement, voice, bearing",
      {authority_id, base::to_text(today)}, [&](const store::Row& row) {
        counts.push_back({row.text(0), voice_from_text(row.text(1)).value(),
                          bearing_from_text(row.text(2)).value(), static_cast<int>(row.integer(3)),
                          static_cast<int>(row.integer(4))});
      });
  return counts;
}

std::vector<EvidenceRevision> evidence_revisions(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::string& ref) {
  std::vector<EvidenceRevision> revisions;
  reader.for_each(
      "select revision, statement, claim, voice, bearing, dated, sources, at, by_name, reason from "
      "evidence_revisions where authority_id = $1 and evidence_ref = $2 order by revision",
      {authority_id, ref}, [&](const store::Row& row) {
        EvidenceRevision revision;
        revision.number = static_cast<int>(row.integer(0));
        revision.statement = row.text(1);
        revision.claim = row.text(2);
        revision.voice = voice_from_text(row.text(3)).value();
        revision.bearing = bearing_from_text(row.text(4)).value();
        revision.dated = date_of_row(row.text(5));
        std::istringstream sources(row.text(6));
        for (std::string source; sources >> source;) revision.sources.push_back(source);
        revision.at = row.text(7);
        revision.by_name = row.text(8);
        revision.reason = row.text(9);
        revisions.push_back(std::move(revision));
      });
  return revisions;
}

}  // namespace throughline::judge
