#include "text/personal_names.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace throughline::text {
namespace {

using Tokens = std::vector<Token>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_word(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == TokenKind::word;
}

bool is_stop(const Token& token) {
  return token.kind == TokenKind::mark &&
         (token.text == "." || token.text == "!" || token.text == "?" || token.text == ":");
}

bool starts_sentence(const Tokens& tokens, std::size_t at) {
  return at == 0 || is_stop(tokens[at - 1]);
}

std::size_t end_of(const Token& token) {
  // The possessive ending stays, so that "Sarah's" reads "[name]'s".
  if (token.possessive && token.text.size() >= 2) {
    const auto text = folded(token.text);
    if (text.ends_with("'s")) {
      const auto apostrophe = token.text.rfind(token.text.ends_with("'s") ? "'" : "\xE2\x80\x99");
      if (apostrophe != token.text.npos) return token.at + apostrophe;
    }
  }
  return token.at + token.text.size();
}

void add(const Tokens& tokens, std::size_t from, std::size_t to, PersonalKind kind,
         std::vector<PersonalSpan>& found) {
  if (to > from) found.push_back({tokens[from].at, end_of(tokens[to - 1]), kind});
}

// Capitals that begin a name seldom: days, months, and what begins a clause.
constexpr std::array<std::string_view, 40> no_names = {
    "i",      "i'm",       "i've",    "i'll",     "i'd",      "the",     "a",         "an",
    "and",    "but",       "he",      "she",      "they",     "we",      "it",        "my",
    "our",    "his",       "her",     "their",    "monday",   "tuesday", "wednesday", "thursday",
    "friday", "saturday",  "sunday",  "january",  "february", "april",   "june",      "july",
    "august", "september", "october", "november", "december", "nhs",     "council",   "care"};

bool could_be_name(const Token& token) {
  return token.kind == TokenKind::word && token.capital && !is_one_of(no_names, token.folded);
}

// Words of a name one after the other: "Mary-Ann O'Neill"; initials may have a full stop.
std::size_t end_of_name(const Tokens& tokens, std::size_t from, std::size_t most) {
  auto at = from;
  std::size_t words = 0;
  while (at < tokens.size() && words < most && could_be_name(tokens[at])) {
    const bool initial = tokens[at].text.size() == 1;
    ++at;
    ++words;
    if (initial && at < tokens.size() && tokens[at].text == "." && at + 1 < tokens.size() &&
        could_be_name(tokens[at + 1])) {
      ++at;
    }
    if (tokens[at - 1].possessive) break;
  }
  return at;
}

constexpr std::array<std::string_view, 17> titles = {
    "mr",   "mrs",        "ms",  "miss",     "mx",   "dr",        "doctor", "sir",  "dame",
    "cllr", "councillor", "rev", "reverend", "prof", "professor", "sister", "nurse"};

// Words that are a title only when a capital follows and they begin with one themselves.
bool is_also_a_word(std::string_view title) {
  return title == "miss" || title == "doctor" || title == "sister" || title == "nurse" ||
         title == "sir";
}

void find_titled_names(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  constexpr std::array<std::string_view, 14> not_after_title = {
      "and", "or", "is", "was", "who", "the", "said", "at", "in", "on", "to", "of", "has", "came"};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto& title = tokens[at];
    if (title.kind != TokenKind::word || !is_one_of(titles, title.folded)) continue;
    auto name = at + 1;
    if (name < tokens.size() && tokens[name].text == ".") ++name;
    if (!is_word(tokens, name)) continue;
    auto to = end_of_name(tokens, name, 3);
    // "mrs khan", as people type on a telephone.
    if (to == name && !title.capital && !is_also_a_word(title.folded) &&
        tokens[name].folded.size() > 2 && !is_one_of(not_after_title, tokens[name].folded)) {
      to = name + 1;
    }
    if (to == name || (is_also_a_word(title.folded) && !tokens[name].capital)) continue;
    add(tokens, at, to, PersonalKind::name, found);
  }
}

constexpr std::array<std::string_view, 42> leads = {
    "called",   "named",         "husband",     "wife",        "son",          "daughter",
    "mother",   "father",        "mum",         "dad",         "brother",      "sister",
    "carer",    "worker",        "nurse",       "manager",     "neighbour",    "friend",
    "nan",      "aunt",          "auntie",      "uncle",       "partner",      "therapist",
    "physio",   "doctor",        "assistant",   "officer",     "receptionist", "cousin",
    "grandson", "granddaughter", "grandmother", "grandfather", "grandma",      "grandad",
    "nephew",   "niece",         "advocate",    "assessor",    "lady",         "gentleman"};

// "my carer Joan", "my name is Ann Lee", "signed, T. Okoro".
void find_led_names(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const auto& word = tokens[at];
    if (word.kind != TokenKind::word) continue;
    auto name = at + 1;
    if (word.folded == "name") {
      if (tokens[name].folded == "is" || tokens[name].folded == "was" || tokens[name].text == ":") {
        ++name;
      } else if (tokens[name].text != "'s" && word.text.find('\'') == word.text.npos) {
        continue;
      }
    } else if (word.folded == "name's" || (word.folded == "name" && word.possessive)) {
      name = at + 1;
    } else if (word.folded == "signed" || word.folded == "regards" || word.folded == "sincerely" ||
               word.folded == "faithfully") {
      if (tokens[name].text == "," || tokens[name].text == ":") ++name;
    } else if (!is_one_of(leads, word.folded) || word.possessive) {
      continue;
    } else if (tokens[name].text == ",") {
      ++name;
    }
    const auto to = end_of_name(tokens, name, 3);
    if (to == name || is_one_of(titles, tokens[name].folded)) continue;
    add(tokens, name, to, PersonalKind::name, found);
  }
}

void find_given_names(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto& word = tokens[at];
    if (word.kind != TokenKind::word || !word.capital || !is_given_name(word.folded)) continue;
    auto to = at + 1;
    // A family name after it, unless the next sentence began.
    if (!word.possessive && to < tokens.size() && could_be_name(tokens[to])) {
      to = end_of_name(tokens, to, 2);
    }
    add(tokens, at, to, PersonalKind::name, found);
  }
}

constexpr std::array<std::string_view, 30> street_words = {
    "road",    "street", "lane",  "avenue", "drive", "terrace", "crescent", "grove",
    "gardens", "square", "mews",  "court",  "close", "way",     "place",    "walk",
    "row",     "rise",   "view",  "hill",   "park",  "parade",  "rd",       "st",
    "ave",     "villas", "green", "house",  "lodge", "mount"};

// Street words that are seldom anything else, so that no number need stand before them.
bool says_street(std::string_view word) {
  constexpr std::array<std::string_view, 9> sure = {
      "road", "street", "lane", "avenue", "crescent", "terrace", "mews", "gardens", "drive"};
  return is_one_of(sure, word);
}

bool is_house_number(const Token& token) {
  if (token.kind == TokenKind::mark || token.text.size() > 5) return false;
  return token.text.front() >= '0' && token.text.front() <= '9' &&
         token.text.find_first_of(".,:") == token.text.npos;
}

std::size_t with_flat_before(const Tokens& tokens, std::size_t number) {
  auto from = number;
  if (from > 0 && tokens[from - 1].text == ",") --from;
  if (from >= 2 && (tokens[from - 2].folded == "flat" || tokens[from - 2].folded == "room" ||
                    tokens[from - 2].folded == "apartment" || tokens[from - 2].folded == "unit")) {
    return from - 2;
  }
  return number;
}

// "Flat 2, 14 Larch Road"; without a number only with capitals: "on Larch Road".
void find_streets(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  for (std::size_t street = 1; street < tokens.size(); ++street) {
    if (!is_word(tokens, street) || !is_one_of(street_words, tokens[street].folded)) continue;
    auto from = street;
    std::size_t names = 0;
    while (from > 0 && names < 3 && is_word(tokens, from - 1) && tokens[from - 1].capital &&
           tokens[street].capital && !is_one_of(no_names, tokens[from - 1].folded)) {
      --from;
      ++names;
    }
    bool numbered = from > 0 && names > 0 && is_house_number(tokens[from - 1]);
    // "14 larch road", as people type on a telephone.
    for (std::size_t back = 2; names == 0 && !numbered && back <= 3 && back <= street; ++back) {
      if (!is_house_number(tokens[street - back]) || !is_word(tokens, street - 1)) continue;
      numbered = says_street(tokens[street].folded);
      from = street - back + 1;
      names = numbered ? back - 1 : 0;
    }
    if (names == 0 || (!numbered && !says_street(tokens[street].folded))) continue;
    if (!numbered && starts_sentence(tokens, from) && names == 1 &&
        is_common_word(tokens[from].folded)) {
      continue;
    }
    add(tokens, numbered ? with_flat_before(tokens, from - 1) : from, street + 1,
        PersonalKind::address, found);
  }
}

}  // namespace

void find_known_names(const Tokens& tokens, const std::vector<std::string>& known_names,
                      std::vector<PersonalSpan>& found) {
  for (const auto& name : known_names) {
    for (const auto& part : tokens_of(name)) {
      if (part.kind != TokenKind::word || part.folded.size() < 2) continue;
      if (is_one_of(titles, part.folded)) continue;
      for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].folded != part.folded) continue;
        const bool doubtful = is_common_word(part.folded) || is_one_of(no_names, part.folded);
        if (doubtful && (!tokens[at].capital || starts_sentence(tokens, at))) continue;
        add(tokens, at, at + 1, PersonalKind::known_name, found);
      }
    }
  }
}

void find_names(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  find_titled_names(tokens, found);
  find_led_names(tokens, found);
  find_given_names(tokens, found);
}

void find_addresses(const Tokens& tokens, std::vector<PersonalSpan>& found) {
  find_streets(tokens, found);
}

}  // namespace throughline::text
