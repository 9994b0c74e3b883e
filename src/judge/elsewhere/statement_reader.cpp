#include "judge/elsewhere/statement_reader.hpp"

#include "judge/elsewhere/page_parts.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"

namespace throughline::judge::elsewhere {
namespace {

class StatementReader {
 public:
  StatementReader(const ReadingRules& rules, const std::string& statement)
      : rules_(rules), statement_(statement) {}

  std::vector<EvidenceStatement> read(std::span<const PagePart> parts) {
    int paragraph = 0;
    for (const PagePart& part : parts) {
      for (const std::string& text : part.paragraphs) {
        ++paragraph;
        read_paragraph(part.heading, text, paragraph);
      }
    }
    return std::move(statements_);
  }

 private:
  void read_paragraph(const std::string& heading, const std::string& paragraph, int number) {
    for (const std::string_view piece : text::split_sentences(paragraph)) {
      const std::string_view sentence = text::trimmed(piece);
      if (sentence.empty()) continue;
      if (context_.lead_in && !is_item(sentence)) context_.lead_in = false;
      EvidenceStatement statement = read_sentence(sentence);
      // A lead-in hands its voice to the items below it and is no statement itself.
      const bool lead_in = is_lead_in(std::string(sentence));
      if (lead_in || !context_.lead_in) context_ = {statement.voices, statement.polarity, lead_in};
      if (lead_in) continue;
      statement.heading = heading;
      statement.paragraph = number;
      statements_.push_back(std::move(statement));
    }
  }

  // Items of a list begin small or lack their stop.
  [[nodiscard]] static bool is_item(std::string_view sentence) {
    return text::is_lower(text::character_at(sentence, 0).code) || !sentence.ends_with('.');
  }

  EvidenceStatement read_sentence(std::string_view sentence) {
    const Tokens tokens = text::tokens_of(sentence);
    EvidenceStatement statement;
    statement.text = std::string(sentence);
    statement.voices = read_voices(rules_.voices, tokens, context_);
    statement.figures = read_figures(rules_.figures, sentence, tokens);
    PolarityRead polarity =
        read_polarity(rules_.polarity, tokens, !statement.figures.empty(), context_);
    statement.polarity = polarity.polarity;
    statement.confidence = polarity.confidence;
    statement.cues = std::move(polarity.cues);
    statement.topics = read_topics(rules_, tokens, statement_);
    statement.programmes = read_programmes(sentence, tokens);
    return statement;
  }

  const ReadingRules& rules_;
  const std::string& statement_;
  Context context_;
  std::vector<EvidenceStatement> statements_;
};

}  // namespace

std::vector<EvidenceStatement> read_statements(const ReadingRules& rules,
                                               std::span<const PagePart> parts,
                                               const std::string& statement) {
  return StatementReader(rules, statement).read(parts);
}

}  // namespace throughline::judge::elsewhere
