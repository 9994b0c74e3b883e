#include "web/hear/letter/letter_view.hpp"

namespace throughline::web {
namespace {

using hear::letter::State;
using BlockKind = hear::letter::Block::Kind;

std::string word_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list:
      return "list";
    case BlockKind::numbered:
      return "numbered";
  }
  return {};
}

std::string class_of(State state) {
  if (state == State::draft) return "govuk-tag--yellow";
  if (state == State::sent) return "govuk-tag--green";
  return "govuk-tag--grey";
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::vector<LetterBlockView> letter_blocks(std::string_view text) {
  std::vector<LetterBlockView> views;
  for (auto& block : hear::letter::layout(text)) {
    views.push_back({word_of(block.kind), std::move(block.lines)});
  }
  return views;
}

LetterLineView letter_line(const hear::letter::Letter& letter) {
  LetterLineView view;
  view.ref = letter.ref;
  view.kind = label(letter.kind);
  view.case_ref = letter.case_ref;
  view.state = label(letter.state);
  view.state_class = class_of(letter.state);
  if (letter.sent) {
    view.when = "Sent " + base::to_long_text(*letter.sent);
    if (letter.sent_by) view.when += ", " + lower_first(std::string(label(*letter.sent_by)));
  } else {
    view.when = "Drafted " + base::to_long_text(letter.drafted) + " by " + letter.drafted_by;
  }
  return view;
}

}  // namespace throughline::web
