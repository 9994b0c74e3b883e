#include "base/random.hpp"
#include "judge/checks.hpp"
#include "judge/findings_check.hpp"
#include "judge/judge.hpp"

namespace throughline::judge {
namespace {

// Everything that an approval answers for, each part behind its length so that no text can stand
// for another.
std::string hash_of(const Findings& findings, const std::vector<Score>& scores) {
  std::string content;
  const auto add = [&](const std::string& part) {
    content += std::to_string(part.size()) + ":" + part;
  };
  add(findings.framework);
  add(findings.statement);
  add(scores.empty() ? "" : scores.front().ref);
  add(findings.summary);
  for (const FindingSection& section : findings.sections) {
    add("section");
    add(section.heading);
    for (const FindingParagraph& paragraph : section.paragraphs) {
      add("paragraph");
      add(paragraph.words);
      for (const std::string& source : paragraph.sources) add(source);
    }
  }
  return base::sha256_hex(content);
}

std::optional<Approval> last_approval(store::Reader& reader, const std::string& authority_id,
                                      const std::string& framework, const std::string& statement) {
  const auto row = reader.row(
      "select version, content_hash, approved_at, by_name from finding_approvals where "
      "authority_id = $1 and framework = $2 and statement = $3 order by number desc limit 1",
      {authority_id, framework, statement});
  if (!row) return std::nullopt;
  return Approval{static_cast<int>(row->integer(0)), row->text(1), row->text(2), row->text(3)};
}

void read_sections(store::Reader& reader, const store::Values& key, Findings& findings) {
  std::vector<FindingParagraph*> paragraphs;
  std::int64_t section = -1;
  reader.for_each(
      "select section, heading, words from finding_paragraphs where authority_id = $1 and "
      "framework = $2 and statement = $3 and version = $4 order by position",
      key, [&](const store::Row& row) {
        if (row.integer(0) != section) {
          section = row.integer(0);
          findings.sections.push_back({row.text(1), {}});
        }
        findings.sections.back().paragraphs.push_back({row.text(2), {}});
      });
  for (FindingSection& each : findings.sections) {
    for (FindingParagraph& paragraph : each.paragraphs) paragraphs.push_back(&paragraph);
  }
  reader.for_each(
      "select position, evidence_ref from finding_sources where authority_id = $1 and framework = "
      "$2 and statement = $3 and version = $4 order by position, evidence_ref",
      key, [&](const store::Row& row) {
        paragraphs.at(static_cast<std::size_t>(row.integer(0)))->sources.push_back(row.text(1));
      });
}

void insert_sections(store::Writer& writer, const std::string& authority_id,
                     const Findings& findings) {
  std::int64_t position = 0;
  std::int64_t number = 0;
  for (const FindingSection& section : findings.sections) {
    for (const FindingParagraph& paragraph : section.paragraphs) {
      writer.execute(
          "insert into finding_paragraphs (authority_id, framework, statement, version, position, "
          "section, heading, words) values ($1, $2, $3, $4, $5, $6, $7, $8)",
          {authority_id, findings.framework, findings.statement, std::int64_t{findings.version},
           position, number, section.heading, paragraph.words});
      for (const std::string& source : paragraph.sources) {
        writer.execute(
            "insert into finding_sources (authority_id, framework, statement, version, position, "
            "evidence_ref) values ($1, $2, $3, $4, $5, $6)",
            {authority_id, findings.framework, findings.statement, std::int64_t{findings.version},
             position, source});
      }
      ++position;
    }
    ++number;
  }
}

bool may_approve(record::Role role) {
  return role == record::Role::leader || role == record::Role::administrator;
}

}  // namespace

Findings findings_of(store::Reader& reader, const std::string& authority_id,
                     const Framework& framework, const std::string& statement) {
  Findings findings;
  findings.framework = framework.id;
  findings.statement = statement;
  const auto row = reader.row(
      "select version, summary, saved_at, saved_by from findings where authority_id = $1 and "
      "framework = $2 and statement = $3 order by version desc limit 1",
      {authority_id, framework.id, statement});
  if (row) {
    findings.version = static_cast<int>(row->integer(0));
    findings.summary = row->text(1);
    findings.saved_at = row->text(2);
    findings.saved_by = row->text(3);
    read_sections(reader, {authority_id, framework.id, statement, row->integer(0)}, findings);
  }
  findings.content_hash = hash_of(findings, scores_of(reader, authority_id, framework, statement));
  findings.approval = last_approval(reader, authority_id, framework.id, statement);
  return findings;
}

base::Result<Findings> write_findings(store::Writer& writer, const record::Work& work,
                                      const Rules& rules, const FindingsDraft& draft) {
  const Framework& framework = rules.framework;
  if (!framework.find(draft.statement)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such quality statement");
  }
  auto read = read_findings_draft(writer, work, framework, draft);
  if (!read) return read;
  const int last = static_cast<int>(writer.number(
      "select coalesce(max(version), 0) from findings where authority_id = $1 and framework = $2 "
      "and statement = $3",
      {work.authority_id, framework.id, draft.statement}));
  if (last != draft.from_version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else saved these findings while you were writing. Copy your text, "
                        "open the page again and put your changes in");
  }
  read->version = last + 1;
  read->saved_at = base::to_text(work.now);
  read->saved_by = work.actor.name;
  try {
    writer.execute(
        "insert into findings (authority_id, framework, statement, version, summary, saved_at, "
        "saved_by) values ($1, $2, $3, $4, $5, $6, $7)",
        {work.authority_id, framework.id, read->statement, std::int64_t{read->version},
         read->summary, read->saved_at, read->saved_by});
  } catch (const store::UniqueViolation&) {
    return base::refuse(
        base::ErrorKind::conflict,
        "Someone else saved these findings at the same moment. Open the page again");
  }
  insert_sections(writer, work.authority_id, *read);
  record::append_event(writer, work, "findings/" + read->statement, "written",
                       {{"version", std::to_string(read->version)}});
  return findings_of(writer, work.authority_id, framework, read->statement);
}

base::Result<Findings> approve_findings(store::Writer& writer, const record::Work& work,
                                        const Rules& rules, const std::string& statement,
                                        const std::string& content_hash) {
  if (!may_approve(work.actor.role)) {
    return base::refuse(base::ErrorKind::forbidden, "Only a leader may approve findings");
  }
  if (!rules.framework.find(statement)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such quality statement");
  }
  const Findings findings = findings_of(writer, work.authority_id, rules.framework, statement);
  const auto scores = scores_of(writer, work.authority_id, rules.framework, statement);
  if (findings.version == 0 || scores.empty()) {
    return base::refuse(base::ErrorKind::invalid,
                        "There is nothing to approve yet: a score and key findings come first");
  }
  if (findings.content_hash != content_hash) {
    return base::refuse(base::ErrorKind::conflict,
                        "The findings or the score changed while you were reading. Read them again "
                        "before you approve them");
  }
  if (findings.state() == ApprovalState::approved) return findings;
  const std::int64_t number =
      1 + writer.number(
              "select coalesce(max(number), 0) from finding_approvals where authority_id = $1 and "
              "framework = $2 and statement = $3",
              {work.authority_id, rules.framework.id, statement});
  writer.execute(
      "insert into finding_approvals (authority_id, framework, statement, number, version, "
      "content_hash, approved_at, by_ref, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {work.authority_id, rules.framework.id, statement, number, std::int64_t{findings.version},
       content_hash, base::to_text(work.now), work.actor.user_ref, work.actor.name});
  record::append_event(writer, work, "findings/" + statement, "approved",
                       {{"version", std::to_string(findings.version)},
                        {"score", scores.front().ref},
                        {"hash", content_hash}});
  return findings_of(writer, work.authority_id, rules.framework, statement);
}

}  // namespace throughline::judge
