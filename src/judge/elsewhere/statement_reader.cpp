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
      EvidenceStatement statement = read_sentence(sentence);
      context_ = {statement.voices, statement.polarity};
      // A lead-in hands its voice to the items below it and is no statement itself.
      if (is_lead_in(std::string(sentence))) continue;
      statement.heading = heading;
      statement.paragraph = number;
      statements_.push_back(std::move(statement));
    }
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
