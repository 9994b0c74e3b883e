#include "text/tokens.hpp"

#include "text/characters.hpp"

namespace throughline::text {
namespace {

bool joins_letters(std::string_view text, std::size_t at, Character mark) {
  if (!is_apostrophe(mark.code) && mark.code != '-' && mark.code != 0x2010 && mark.code != 0x2011) {
    return false;
  }
  const Character after = character_at(text, at + mark.length);
  return is_letter(after.code) || is_digit(after.code);
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character next = character_at(text, at);
    if (!is_letter(next.code) && !is_digit(next.code) && !joins_letters(text, at, next)) break;
    at += next.length;
  }
  return at;
}

// Digits with commas and points between them; a letter or hyphen after ends the number.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character next = character_at(text, at);
    if (is_digit(next.code)) {
      ++at;
    } else if ((next.code == ',' || next.code == '.') &&
               is_digit(character_at(text, at + 1).code)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// Takes the possessive ending off: "people's" and "partners'" become "people" and "partners".
void fold_word(Token& token, bool apostrophe_follows) {
  token.folded = folded(token.text);
  if (token.folded.ends_with("'s")) {
    token.folded.resize(token.folded.size() - 2);
    token.possessive = true;
  } else if (apostrophe_follows && token.folded.ends_with('s')) {
    token.possessive = true;
  }
}

}  // namespace

std::vector<Token> tokens_of(std::string_view sentence) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < sentence.size();) {
    const Character first = character_at(sentence, at);
    if (is_space(first.code)) {
      at += first.length;
      continue;
    }
    Token token;
    token.at = at;
    std::size_t end = at + first.length;
    if (is_digit(first.code)) {
      token.kind = TokenKind::number;
      end = end_of_number(sentence, at);
    } else if (is_letter(first.code)) {
      end = end_of_word(sentence, at);
    } else {
      token.kind = TokenKind::mark;
    }
    token.text = sentence.substr(at, end - at);
    token.capital = is_upper(first.code);
    if (token.kind == TokenKind::word) {
      fold_word(token, is_apostrophe(character_at(sentence, end).code));
    } else {
      token.folded = folded(token.text);
    }
    tokens.push_back(std::move(token));
    at = end;
  }
  return tokens;
}

}  // namespace throughline::text
