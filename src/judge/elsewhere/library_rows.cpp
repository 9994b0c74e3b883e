#include "judge/elsewhere/library_rows.hpp"

#include "base/clock.hpp"
#include "base/date.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::judge::elsewhere {

std::string joined(const std::vector<std::string>& labels) {
  std::string text;
  for (const std::string& label : labels) text += (text.empty() ? "" : "|") + label;
  return text;
}

std::vector<std::string> split_labels(std::string_view text) {
  std::vector<std::string> labels;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    if (end > 0) labels.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return labels;
}

std::vector<std::string> labels_of(const std::vector<Voice>& voices) {
  std::vector<std::string> labels;
  for (const Voice voice : voices) labels.emplace_back(to_text(voice));
  return labels;
}

std::vector<Voice> voices_of(const std::vector<std::string>& labels) {
  std::vector<Voice> voices;
  for (const std::string& label : labels) {
    if (const auto voice = voice_from_text(label)) voices.push_back(*voice);
  }
  return voices;
}

LibraryPage page_of(const store::Row& row) {
  LibraryPage page;
  page.ref = row.text(0);
  page.kind = row.text(1);
  page.council = row.text(2);
  page.statement = row.text(3);
  if (const auto score = row.optional_integer(4)) page.score = static_cast<int>(*score);
  if (const auto percent = row.optional_integer(5)) page.percent = static_cast<int>(*percent);
  page.rating = row.text(6);
  page.published = row.text(7);
  page.indicative = row.yes(8);
  page.commitment = row.text(9);
  page.expectation = row.text(10);
  page.file_name = row.text(11);
  page.added = row.text(12);
  page.version = row.integer(13);
  page.statements = row.integer(14);
  return page;
}

LibraryStatement statement_of(const store::Row& row) {
  LibraryStatement statement;
  statement.ref = row.text(0);
  statement.page_ref = row.text(1);
  statement.council = row.text(2);
  statement.statement = row.text(3);
  if (const auto score = row.optional_integer(4)) statement.score = static_cast<int>(*score);
  statement.position = static_cast<int>(row.integer(5));
  statement.heading = row.text(6);
  statement.words = row.text(7);
  statement.voices = voices_of(split_labels(row.text(8)));
  statement.polarity = polarity_from_text(row.text(9)).value_or(Polarity::unclear);
  statement.topics = split_labels(row.text(10));
  statement.read_voices = voices_of(split_labels(row.text(11)));
  statement.read_polarity = polarity_from_text(row.text(12)).value_or(Polarity::unclear);
  statement.read_topics = split_labels(row.text(13));
  statement.programmes = split_labels(row.text(14));
  statement.confidence = row.real(15);
  statement.cues = split_labels(row.text(16));
  statement.corrected = row.yes(17);
  statement.version = row.integer(18);
  return statement;
}

void put_labels(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                const std::vector<std::string>& voices, const std::vector<std::string>& topics) {
  writer.execute("delete from elsewhere_labels where authority_id = $1 and statement_ref = $2",
                 {authority_id, ref});
  const auto put = [&](const std::string& kind, const std::vector<std::string>& labels) {
    for (const std::string& label : labels) {
      writer.execute(
          "insert into elsewhere_labels (authority_id, statement_ref, kind, label) "
          "values ($1, $2, $3, $4) on conflict do nothing",
          {authority_id, ref, kind, label});
    }
  };
  put("voice", voices);
  put("topic", topics);
}

void put_statement_node(store::Writer& writer, const std::string& authority_id,
                        const LibraryPage& page, const std::string& ref, int position,
                        Polarity polarity) {
  const std::string council = page.council.empty() ? "A council not yet named" : page.council;
  record::put_node(
      writer, authority_id,
      {.ref = ref,
       .title = council + ", " + page.statement + ", sentence " + std::to_string(position),
       .dated = page.published.empty() ? page.added.substr(0, 10) : page.published,
       .state = std::string(to_text(polarity))});
}

}  // namespace throughline::judge::elsewhere
