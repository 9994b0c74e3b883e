#include "web/hear/letter/letter_paper.hpp"

#include "record/data.hpp"
#include "templates/described.hpp"
#include "templates/value.hpp"
#include "web/hear/letter/letter_view.hpp"
#include "web/paper_lines.hpp"

namespace throughline::web {
namespace {

struct LetterPaperView {
  std::string council;
  std::string subject;
  std::string reference;
  std::string dated;
  bool draft = false;
  bool word = false;
  std::vector<std::string> recipient;
  std::vector<LetterBlockView> blocks;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(LetterPaperView, (),
                      (council, subject, reference, dated, draft, word, recipient, blocks, sheet))

}  // namespace

std::string letter_paper(const std::string& council, const hear::letter::Letter& letter,
                         const std::string& subject, PaperFor paper) {
  LetterPaperView view;
  view.council = council;
  view.subject = subject;
  view.reference = letter.case_ref;
  view.dated = base::to_long_text(letter.dated());
  view.draft = letter.state != hear::letter::State::sent;
  view.word = paper == PaperFor::word;
  view.recipient = paper_lines(letter.recipient);
  view.blocks = letter_blocks(letter.body);
  const auto css = base::embedded_file(record::embedded_data(), "letter.css");
  view.sheet = templates::Value::safe("<style>\n" + std::string(css) + "</style>");
  return templates::render("hear/letter/paper.html", templates::to_value(view));
}

std::string letter_subject(hear::Kind of_case) {
  std::string kind(hear::label(of_case));
  kind[0] = static_cast<char>(kind[0] - 'A' + 'a');
  return "Your " + kind;
}

}  // namespace throughline::web
