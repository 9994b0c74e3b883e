#include "hear/survey/survey.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/survey/wave_node.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::hear::survey {
namespace {

struct Entry {
  Audience value;
  std::string_view text;
  std::string_view label;
};

constexpr std::array audiences = {
    Entry{Audience::people, "people", "People who draw on care and support"},
    Entry{Audience::carers, "carers", "Unpaid carers"},
    Entry{Audience::staff, "staff", "Staff"},
    Entry{Audience::partners, "partners", "Partners and providers"},
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

base::Result<Survey> read_form(const SurveyForm& form) {
  std::vector<base::Problem> problems;
  Survey made;
  made.title = trimmed(form.title);
  made.introduction = trimmed(form.introduction);
  if (made.title.empty()) {
    problems.push_back({"title", "Enter a title"});
  } else if (!formats::is_utf8(made.title) || characters(made.title) > 150) {
    problems.push_back({"title", "The title must be 150 characters or fewer"});
  }
  if (const auto audience = audience_from_text(form.audience)) {
    made.audience = *audience;
  } else {
    problems.push_back({"audience", "Choose who it is for"});
  }
  if (form.named != "yes" && form.named != "no") {
    problems.push_back({"named", "Choose whether people give their names"});
  }
  made.named = form.named == "yes";
  if (!formats::is_utf8(made.introduction) || characters(made.introduction) > 5'000) {
    problems.push_back({"introduction", "The introduction must be 5,000 characters or fewer"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return made;
}

Survey read_survey(const store::Row& row) {
  return {row.text(0), row.text(1), audience_from_text(row.text(2)).value(),
          row.yes(3),  row.text(4), row.text(5),
          row.text(6), row.text(7), row.integer(8)};
}

constexpr std::string_view columns =
    "s.ref, s.title, s.audience, s.named, s.introduction, s.made_from, s.created, s.created_by, "
    "s.version";

tl::unexpected<base::Error> no_survey() {
  return base::refuse(base::ErrorKind::not_found, "There is no such survey");
}

}  // namespace

std::string_view to_text(Audience audience) {
  return std::ranges::find(audiences, audience, &Entry::value)->text;
}

std::string_view label(Audience audience) {
  return std::ranges::find(audiences, audience, &Entry::value)->label;
}

std::optional<Audience> audience_from_text(std::string_view text) {
  const auto found = std::ranges::find(audiences, text, &Entry::text);
  if (found == audiences.end()) return std::nullopt;
  return found->value;
}

Relationship relationship_of(Audience audience) {
  switch (audience) {
    case Audience::people:
      return Relationship::person;
    case Audience::carers:
      return Relationship::unpaid_carer;
    case Audience::staff:
      return Relationship::staff;
    case Audience::partners:
      break;
  }
  return Relationship::other;
}

base::Result<Survey> create_survey(store::Writer& writer, const record::Work& work,
                                   const SurveyForm& form, const std::string& made_from) {
  auto made = read_form(form);
  if (!made) return made;
  made->ref = record::next_ref(writer, work.authority_id, "SURVEY");
  made->made_from = made_from;
  made->created = base::to_text(work.now);
  made->created_by = work.actor.name;
  writer.execute(
      "insert into surveys (authority_id, ref, title, audience, named, introduction, made_from, "
      "created, created_by, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
      {work.authority_id, made->ref, made->title, std::string(to_text(made->audience)),
       std::int64_t{made->named}, made->introduction, made->made_from, made->created,
       made->created_by});
  record::append_event(writer, work, made->ref, "made",
                       {{"title", made->title},
                        {"for", std::string(label(made->audience))},
                        {"answers", made->named ? "with names" : "anonymous"}});
  return made;
}

base::Result<Survey> change_survey(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, std::int64_t version,
                                   const SurveyForm& form) {
  const auto before = find_survey(writer, work.authority_id, ref);
  if (!before) return no_survey();
  auto changed = read_form(form);
  if (!changed) return changed;
  if (changed->named != before->named && has_answers(writer, work.authority_id, ref)) {
    return base::refuse({{"named",
                          "People have answered already, and were told whether they give their "
                          "names. Make a new version to change it"}});
  }
  const auto rows = writer.execute(
      "update surveys set title = $4, audience = $5, named = $6, introduction = $7, "
      "version = version + 1 where authority_id = $1 and ref = $2 and version = $3",
      {work.authority_id, ref, version, changed->title, std::string(to_text(changed->audience)),
       std::int64_t{changed->named}, changed->introduction});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this survey while you had it open. Read what changed, "
                        "then try again");
  }
  for (const auto& wave : waves(writer, work.authority_id, ref)) {
    put_wave_node(writer, work.authority_id, wave, changed->title);
  }
  record::append_event(writer, work, ref, "changed", {{"title", changed->title}});
  return *find_survey(writer, work.authority_id, ref);
}

std::optional<Survey> find_survey(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from surveys s where s.authority_id = $1 and s.ref = $2",
      {authority_id, ref});
  if (!row) return std::nullopt;
  return read_survey(*row);
}

SurveyForm form_of(const Survey& survey) {
  return {survey.title, std::string(to_text(survey.audience)), survey.named ? "yes" : "no",
          survey.introduction};
}

std::vector<SurveyLine> surveys(store::Reader& reader, const std::string& authority_id) {
  std::vector<SurveyLine> lines;
  reader.for_each(
      "select " + std::string(columns) +
          ", (select count(*) from survey_questions q where q.authority_id = s.authority_id "
          "and q.survey_ref = s.ref), (select count(*) from survey_waves w "
          "where w.authority_id = s.authority_id and w.survey_ref = s.ref), "
          "(select count(*) from survey_responses r join survey_waves w "
          "on w.authority_id = r.authority_id and w.ref = r.wave_ref "
          "where r.authority_id = s.authority_id and w.survey_ref = s.ref) "
          "from surveys s where s.authority_id = $1 order by s.created desc, s.ref desc",
      {authority_id}, [&](const store::Row& row) {
        lines.push_back({read_survey(row), row.integer(9), row.integer(10), row.integer(11)});
      });
  return lines;
}

bool has_answers(store::Reader& reader, const std::string& authority_id,
                 const std::string& survey_ref) {
  return reader
      .row(
          "select 1 from survey_responses r join survey_waves w on w.authority_id = "
          "r.authority_id and w.ref = r.wave_ref where r.authority_id = $1 and w.survey_ref = $2 "
          "limit 1",
          {authority_id, survey_ref})
      .has_value();
}

base::Result<Survey> copy_survey(store::Writer& writer, const record::Work& work,
                                 const std::string& ref) {
  const auto first = find_survey(writer, work.authority_id, ref);
  if (!first) return no_survey();
  auto form = form_of(*first);
  auto made = create_survey(writer, work, form, ref);
  if (!made) return made;
  for (const auto& table : {std::string("survey_questions"), std::string("survey_skips")}) {
    const std::string kept = table == "survey_questions"
                                 ? "number, position, kind, label, hint, required, may_decline, "
                                   "options, comments, source"
                                 : "question, answer, leads_to";
    writer.execute("insert into " + table + " (authority_id, survey_ref, " + kept +
                       ") select authority_id, cast($3 as text), " + kept + " from " + table +
                       " where authority_id = $1 and survey_ref = $2",
                   {work.authority_id, ref, made->ref});
  }
  return made;
}

}  // namespace throughline::hear::survey
