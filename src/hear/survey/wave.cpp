#include "hear/survey/wave.hpp"

#include "base/digits.hpp"
#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/survey/question_set.hpp"
#include "hear/survey/wave_node.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::hear::survey {
namespace {

constexpr std::string_view columns =
    "ref, survey_ref, name, slug, opens, closes, invited_only, asked, created, created_by, version";

Wave read_wave(const store::Row& row) {
  Wave wave;
  wave.ref = row.text(0);
  wave.survey_ref = row.text(1);
  wave.name = row.text(2);
  wave.slug = row.text(3);
  wave.opens = base::date_from_text(row.text(4)).value();
  wave.closes = base::date_from_text(row.text(5)).value();
  wave.invited_only = row.yes(6);
  wave.asked = row.optional_integer(7);
  wave.created = row.text(8);
  wave.created_by = row.text(9);
  wave.version = row.integer(10);
  return wave;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

base::Result<Wave> read_form(const WaveForm& form) {
  std::vector<base::Problem> problems;
  Wave made;
  made.name = trimmed(form.name);
  if (made.name.empty()) {
    problems.push_back({"name", "Enter a name for this wave, like “Autumn 2026”"});
  } else if (!formats::is_utf8(made.name) || characters(made.name) > 60) {
    problems.push_back({"name", "The name must be 60 characters or fewer"});
  }
  const auto opens = base::date_from_text(trimmed(form.opens));
  const auto closes = base::date_from_text(trimmed(form.closes));
  if (!opens) problems.push_back({"opens", "Enter the first day on which it can be answered"});
  if (!closes) problems.push_back({"closes", "Enter the last day on which it can be answered"});
  if (opens) made.opens = *opens;
  if (closes) made.closes = *closes;
  if (opens && closes && *closes < *opens) {
    problems.push_back({"closes", "The last day must be on or after the first day"});
  }
  made.invited_only = form.invited_only;
  if (const auto typed = trimmed(form.asked); !typed.empty()) {
    const auto asked = base::digits(typed);
    if (asked && *asked > 0 && *asked <= 10'000'000) {
      made.asked = *asked;
    } else {
      problems.push_back({"asked", "How many were asked must be a whole number, like 400"});
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return made;
}

bool name_is_taken(store::Reader& reader, const record::Work& work, const Wave& wave) {
  return reader
      .row(
          "select 1 from survey_waves where authority_id = $1 and survey_ref = $2 and name = $3 "
          "and ref <> $4",
          {work.authority_id, wave.survey_ref, wave.name, wave.ref})
      .has_value();
}

// "carers-survey-7kq4": can be read out, and does not meet another.
std::string slug_for(store::Reader& reader, const record::Work& work, const std::string& title) {
  std::string words;
  for (const char c : title) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      words += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if ((c == ' ' || c == '-') && !words.empty() && words.back() != '-') {
      words += '-';
    }
    if (words.size() >= 32) break;
  }
  while (!words.empty() && words.back() == '-') words.pop_back();
  if (words.empty()) words = "survey";
  for (;;) {
    auto mark = base::new_receipt(work.random).substr(0, 4);
    for (auto& c : mark) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    auto slug = words + "-" + mark;
    if (!wave_at(reader, work.authority_id, slug)) return slug;
  }
}

tl::unexpected<base::Error> no_wave() {
  return base::refuse(base::ErrorKind::not_found, "There is no such wave of a survey");
}

}  // namespace

void put_wave_node(store::Writer& writer, const std::string& authority_id, const Wave& wave,
                   const std::string& title) {
  record::put_node(writer, authority_id,
                   {wave.ref, title + ", " + wave.name, base::to_text(wave.closes), ""});
}

base::Result<Wave> open_wave(store::Writer& writer, const record::Work& work,
                             const std::string& survey_ref, const WaveForm& form) {
  const auto survey = find_survey(writer, work.authority_id, survey_ref);
  if (!survey) return base::refuse(base::ErrorKind::not_found, "There is no such survey");
  auto made = read_form(form);
  if (!made) return made;
  made->survey_ref = survey_ref;
  const auto asked = questions(writer, work.authority_id, survey_ref);
  if (asked.empty()) return base::refuse({{"name", "Add a question to the survey first"}});
  if (auto problems = problems_of_way(asked); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (auto problems = unfinished(asked); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (name_is_taken(writer, work, *made)) {
    return base::refuse({{"name", "This survey has a wave of that name already"}});
  }
  made->ref = record::next_ref(writer, work, record::NodeKind::wave);
  made->slug = slug_for(writer, work, survey->title);
  made->created = base::to_text(work.now);
  made->created_by = work.actor.name;
  writer.execute(
      "insert into survey_waves (authority_id, ref, survey_ref, name, slug, opens, closes, "
      "invited_only, asked, created, created_by, version) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
      {work.authority_id, made->ref, survey_ref, made->name, made->slug, base::to_text(made->opens),
       base::to_text(made->closes), std::int64_t{made->invited_only}, store::nullable(made->asked),
       made->created, made->created_by});
  put_wave_node(writer, work.authority_id, *made, survey->title);
  record::append_event(writer, work, made->ref, "opened",
                       {{"survey", survey_ref},
                        {"from", base::to_text(made->opens)},
                        {"to", base::to_text(made->closes)},
                        {"answered by", made->invited_only ? "people with a link of their own"
                                                           : "anyone with the address"}});
  return made;
}

base::Result<Wave> change_wave(store::Writer& writer, const record::Work& work,
                               const std::string& ref, std::int64_t version, const WaveForm& form) {
  const auto before = find_wave(writer, work.authority_id, ref);
  if (!before) return no_wave();
  auto changed = read_form(form);
  if (!changed) return changed;
  changed->ref = ref;
  changed->survey_ref = before->survey_ref;
  if (name_is_taken(writer, work, *changed)) {
    return base::refuse({{"name", "This survey has a wave of that name already"}});
  }
  if (changed->invited_only != before->invited_only &&
      responses(writer, work.authority_id, ref) > 0) {
    return base::refuse({{"invited_only",
                          "People have answered already, so who may answer stands. Open another "
                          "wave to change it"}});
  }
  const auto rows = writer.execute(
      "update survey_waves set name = $4, opens = $5, closes = $6, invited_only = $7, "
      "asked = $8, version = version + 1 "
      "where authority_id = $1 and ref = $2 and version = $3",
      {work.authority_id, ref, version, changed->name, base::to_text(changed->opens),
       base::to_text(changed->closes), std::int64_t{changed->invited_only},
       store::nullable(changed->asked)});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this wave while you had it open. Read what changed, then "
                        "try again");
  }
  const auto now = find_wave(writer, work.authority_id, ref);
  put_wave_node(writer, work.authority_id, *now,
                find_survey(writer, work.authority_id, now->survey_ref)->title);
  record::append_event(writer, work, ref, "changed",
                       {{"from", base::to_text(now->opens)}, {"to", base::to_text(now->closes)}});
  return *now;
}

WaveForm form_of(const Wave& wave) {
  return {wave.name, base::to_text(wave.opens), base::to_text(wave.closes), wave.invited_only,
          wave.asked ? std::to_string(*wave.asked) : ""};
}

std::optional<Wave> find_wave(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from survey_waves where authority_id = $1 and ref = $2",
      {authority_id, ref});
  if (!row) return std::nullopt;
  return read_wave(*row);
}

std::optional<Wave> wave_at(store::Reader& reader, const std::string& authority_id,
                            const std::string& slug) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from survey_waves where authority_id = $1 and slug = $2",
      {authority_id, slug});
  if (!row) return std::nullopt;
  return read_wave(*row);
}

std::vector<Wave> waves(store::Reader& reader, const std::string& authority_id,
                        const std::string& survey_ref) {
  std::vector<Wave> all;
  for (const auto& row :
       reader.rows("select " + std::string(columns) +
                       " from survey_waves where authority_id = $1 and survey_ref = $2 "
                       "order by opens desc, created desc, ref desc",
                   {authority_id, survey_ref})) {
    all.push_back(read_wave(row));
  }
  return all;
}

std::int64_t responses(store::Reader& reader, const std::string& authority_id,
                       const std::string& wave_ref) {
  return reader.number(
      "select count(*) from survey_responses where authority_id = $1 and wave_ref = $2",
      {authority_id, wave_ref});
}

base::Result<void> note_measure(store::Writer& writer, const record::Work& work,
                                const std::string& wave_ref, int question,
                                const std::string& measure_ref,
                                const std::vector<std::string>& answers) {
  if (!find_wave(writer, work.authority_id, wave_ref)) return no_wave();
  std::string counted;
  for (const auto& answer : answers) counted += answer + "\n";
  writer.execute(
      "insert into survey_measures (authority_id, wave_ref, question, measure_ref, answers) "
      "values ($1, $2, $3, $4, $5) on conflict (authority_id, wave_ref, question, measure_ref) "
      "do update set answers = excluded.answers",
      {work.authority_id, wave_ref, std::int64_t{question}, measure_ref, counted});
  record::add_link(writer, work, {wave_ref, record::Relation::fed, measure_ref});
  record::append_event(writer, work, wave_ref, "gave a value",
                       {{"measure", measure_ref}, {"question", std::to_string(question)}});
  return {};
}

std::vector<MeasureUse> measure_uses(store::Reader& reader, const std::string& authority_id,
                                     const std::string& survey_ref) {
  std::vector<MeasureUse> uses;
  for (const auto& row : reader.rows(
           "select m.question, m.measure_ref, m.answers, m.wave_ref from survey_measures m "
           "join survey_waves w on w.authority_id = m.authority_id and w.ref = m.wave_ref "
           "where m.authority_id = $1 and w.survey_ref = $2 order by w.opens desc, m.question",
           {authority_id, survey_ref})) {
    MeasureUse use{static_cast<int>(row.integer(0)), row.text(1), {}, row.text(3)};
    const auto text = row.text(2);
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find('\n', at);
      use.answers.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    uses.push_back(std::move(use));
  }
  return uses;
}

void rebuild_waves(store::Writer& writer, const std::string& authority_id) {
  for (const auto& line : surveys(writer, authority_id)) {
    for (const auto& wave : waves(writer, authority_id, line.survey.ref)) {
      put_wave_node(writer, authority_id, wave, line.survey.title);
    }
  }
}

}  // namespace throughline::hear::survey
