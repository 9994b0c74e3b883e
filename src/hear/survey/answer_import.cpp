#include "base/random.hpp"
#include "formats/xlsx.hpp"
#include "hear/case_columns.hpp"
#include "hear/survey/answer_file.hpp"
#include "hear/survey/answering.hpp"
#include "record/event.hpp"

#include <algorithm>
#include <sstream>

namespace throughline::hear::survey {
namespace {

tl::unexpected<base::Error> too_large(std::string message) {
  return base::refuse(base::ErrorKind::too_large, std::move(message));
}

std::string token_of(const record::Work& work) {
  return base::sha256_hex("file of " + work.actor.user_ref);
}

// Two columns of one name would be one: the second says which it is.
void tell_headings_apart(std::vector<std::string>& heading) {
  std::map<std::string, int> seen;
  for (std::size_t at = 0; at < heading.size(); ++at) {
    auto& name = heading[at];
    if (name.empty()) name = "Column " + std::to_string(at + 1);
    if (name.size() > 300) {
      // Cut between characters, never inside one.
      std::size_t end = 300;
      while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
      name.resize(end);
    }
    if (const int before = seen[name]++; before > 0) {
      name += " (" + std::to_string(before + 1) + ")";
    }
  }
}

const std::map<std::string, int> usual_headings = {
    {"respondent id", reference_column},  {"response id", reference_column},
    {"responseid", reference_column},     {"id", reference_column},
    {"reference", reference_column},      {"timestamp", received_column},
    {"end date", received_column},        {"date", received_column},
    {"completion time", received_column}, {"submitted", received_column},
};

}  // namespace

base::Result<formats::CsvTable> read_answer_table(std::string_view bytes) {
  if (bytes.size() > most_answer_file_bytes) {
    return too_large("The file is bigger than 10 MB. Split it into smaller files");
  }
  auto table =
      formats::looks_like_xlsx(bytes)
          ? formats::read_xlsx(bytes, {.most_bytes_of_text = 4 * most_answer_file_bytes,
                                       .most_rows = most_answer_rows + 1,
                                       .most_columns = most_answer_columns})
          : formats::read_csv(bytes, {.encoding = formats::CsvEncoding::utf8_or_windows_1252,
                                      .most_columns = most_answer_columns});
  if (!table) return table;
  if (table->rows.size() > most_answer_rows) {
    return too_large("The file has more than 20,000 rows. Split it into smaller files");
  }
  if (table->rows.empty()) {
    return base::refuse({{"file", "The file has a heading and no rows below it"}});
  }
  tell_headings_apart(table->heading);
  return table;
}

void keep_table(store::Writer& writer, const record::Work& work, const Wave& wave,
                const formats::CsvTable& table) {
  std::ostringstream out;
  formats::CsvWriter csv(out);
  auto heading = table.heading;
  heading.insert(heading.begin(), "line");
  csv.row(heading);
  for (const auto& row : table.rows) {
    std::vector<std::string> fields{std::to_string(row.line)};
    fields.insert(fields.end(), row.fields.begin(), row.fields.end());
    csv.row(fields);
  }
  for (const auto& problem : table.problems) {
    csv.row({"-" + std::to_string(problem.row), problem.message});
  }
  writer.execute("delete from survey_drafts where authority_id = $1 and expires <= $2",
                 {work.authority_id, base::to_text(work.now)});
  writer.execute(
      "insert into survey_drafts (authority_id, token_hash, wave_ref, expires, answers, sent) "
      "values ($1, $2, $3, $4, $5, 0) on conflict (authority_id, token_hash, wave_ref) do update "
      "set expires = excluded.expires, answers = excluded.answers",
      {work.authority_id, token_of(work), wave.ref, base::to_text(work.now + answers_kept),
       out.str()});
}

std::optional<formats::CsvTable> kept_table(store::Reader& reader, const record::Work& work,
                                            const Wave& wave) {
  const auto row = reader.row(
      "select answers from survey_drafts where authority_id = $1 and token_hash = $2 "
      "and wave_ref = $3 and expires > $4",
      {work.authority_id, token_of(work), wave.ref, base::to_text(work.now)});
  if (!row) return std::nullopt;
  auto kept = formats::read_csv(row->text(0), {.delimiter = ','});
  if (!kept) return std::nullopt;
  formats::CsvTable table;
  table.heading.assign(kept->heading.begin() + 1, kept->heading.end());
  for (auto& each : kept->rows) {
    const int line = std::stoi(each.field(0));
    if (line <= 0) {
      table.problems.push_back({"", each.field(1), -line});
      continue;
    }
    table.rows.push_back({{each.fields.begin() + 1, each.fields.end()}, line});
  }
  return table;
}

void drop_table(store::Writer& writer, const record::Work& work, const Wave& wave) {
  writer.execute(
      "delete from survey_drafts where authority_id = $1 and token_hash = $2 and wave_ref = $3",
      {work.authority_id, token_of(work), wave.ref});
}

Headings suggested_headings(store::Reader& reader, const std::string& authority_id,
                            const std::string& survey_ref, const std::vector<Question>& questions,
                            const std::vector<std::string>& heading) {
  std::map<std::string, int> said;
  for (const auto& row :
       reader.rows("select heading, question from survey_headings where authority_id = $1 "
                   "and survey_ref = $2",
                   {authority_id, survey_ref})) {
    said[row.text(0)] = static_cast<int>(row.integer(1));
  }
  Headings headings;
  for (const auto& name : heading) {
    auto meaning = not_used;
    if (const auto known = said.find(name); known != said.end()) {
      meaning = known->second;
    } else if (const auto usual = usual_headings.find(plain(name)); usual != usual_headings.end()) {
      meaning = usual->second;
    } else {
      const auto asks = [&](const Question& each) { return plain(each.label) == plain(name); };
      const auto found = std::ranges::find_if(questions, asks);
      if (found != questions.end()) meaning = found->number;
    }
    const bool taken = meaning != not_used && std::ranges::any_of(headings, [&](const auto& each) {
                         return each.second == meaning;
                       });
    headings[name] = taken ? not_used : meaning;
  }
  return headings;
}

void remember_headings(store::Writer& writer, const record::Work& work,
                       const std::string& survey_ref, const Headings& headings) {
  for (const auto& [heading, question] : headings) {
    writer.execute(
        "insert into survey_headings (authority_id, survey_ref, heading, question) "
        "values ($1, $2, $3, $4) on conflict (authority_id, survey_ref, heading) do update "
        "set question = excluded.question",
        {work.authority_id, survey_ref, heading, std::int64_t{question}});
  }
}

base::Result<AnswersImported> import_answers(store::Writer& writer, const record::Work& work,
                                             const Wave& wave, const AnswerFile& file) {
  const auto survey = find_survey(writer, work.authority_id, wave.survey_ref);
  auto asked = questions(writer, work.authority_id, wave.survey_ref);
  for (auto& question : asked) question.required = false;
  AnswersImported imported;
  for (const auto& response : file.good) {
    const auto kept = keep_response(writer, work, *survey, wave, asked, response);
    if (!kept) return tl::make_unexpected(kept.error());
    ++(*kept ? imported.added : imported.already_here);
  }
  record::append_event(writer, work, wave.ref, "imported answers",
                       {{"added", std::to_string(imported.added)},
                        {"here already", std::to_string(imported.already_here)}});
  return imported;
}

}  // namespace throughline::hear::survey
