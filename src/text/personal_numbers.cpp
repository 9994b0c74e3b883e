#include "text/personal_numbers.hpp"

#include "text/characters.hpp"
#include "text/numbers.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>

namespace throughline::text {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool letter_or_digit(char c) {
  return letter(c) || digit(c);
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char at_or_nul(std::string_view words, std::size_t at) {
  return at < words.size() ? words[at] : '\0';
}

bool in_word(Character character) {
  return character.length > 0 && (is_letter(character.code) || is_digit(character.code));
}

bool starts_word(std::string_view words, std::size_t at) {
  return !in_word(character_before(words, at));
}

bool ends_word(std::string_view words, std::size_t at) {
  return !in_word(character_at(words, at));
}

// --- E-mail addresses ---

bool of_mailbox(char c) {
  return letter_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '\'';
}

void find_emails(std::string_view words, std::vector<PersonalSpan>& found) {
  for (auto at = words.find('@'); at != words.npos; at = words.find('@', at + 1)) {
    auto from = at;
    while (from > 0 && of_mailbox(words[from - 1])) --from;
    auto to = at + 1;
    while (to < words.size() &&
           (letter_or_digit(words[to]) || words[to] == '.' || words[to] == '-'))
      ++to;
    while (to > at + 1 && !letter_or_digit(words[to - 1])) --to;
    if (from == at || words.substr(at + 1, to - at - 1).find('.') == words.npos) continue;
    found.push_back({from, to, PersonalKind::email});
  }
}

// --- Runs of digits: telephone and NHS numbers ---

struct DigitRun {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string digits;
  bool plus = false;
};

// Digits with single spaces, dashes, dots or brackets between them.
DigitRun digit_run(std::string_view words, std::size_t from) {
  DigitRun run{from, from, {}, words[from] == '+'};
  auto at = run.plus ? from + 1 : from;
  while (at < words.size()) {
    if (digit(words[at])) {
      run.digits += words[at++];
      run.to = at;
      continue;
    }
    auto next = at;
    while (next < words.size() && next - at < 2 &&
           (words[next] == ' ' || words[next] == '-' || words[next] == '(' || words[next] == ')' ||
            words[next] == '.')) {
      ++next;
    }
    if (next == at || !digit(at_or_nul(words, next))) break;
    at = next;
  }
  return run;
}

bool looks_like_phone(const DigitRun& run) {
  if (run.plus) return run.digits.size() >= 11 && run.digits.size() <= 15;
  if (run.digits.starts_with("0044")) return run.digits.size() == 14;
  return run.digits.size() >= 10 && run.digits.size() <= 11 && run.digits[0] == '0' &&
         run.digits[1] != '0';
}

// Source: nhs-number
bool has_nhs_check_digit(const std::string& digits) {
  if (digits.size() != 10) return false;
  int sum = 0;
  for (int place = 0; place < 9; ++place) sum += (digits[place] - '0') * (10 - place);
  const int check = 11 - sum % 11;
  return check != 10 && (check == 11 ? 0 : check) == digits[9] - '0';
}

bool after_word(std::string_view words, std::size_t at, std::string_view wanted) {
  const auto begin = at > 24 ? at - 24 : 0;
  const auto before = folded(words.substr(begin, at - begin));
  const auto found = before.rfind(wanted);
  // Another number in between is what the word was about.
  return found != before.npos && before.find_first_of("0123456789", found) == before.npos;
}

void find_digit_runs(std::string_view words, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool begins = words[at] == '+' || words[at] == '(' || digit(words[at]);
    if (!begins || !starts_word(words, at)) continue;
    const auto first = words[at] == '(' ? at + 1 : at;
    if (first >= words.size() || (!digit(words[first]) && words[first] != '+')) continue;
    auto run = digit_run(words, first);
    if (!ends_word(words, run.to)) {
      at = std::max(at, run.to);
      continue;
    }
    // A bracket belongs to the number when it opened one: "(01632) 960 001".
    const bool closes = words.substr(first, run.to - first).find(')') != words.npos;
    const auto from = first > at && closes ? at : first;
    if (looks_like_phone(run)) {
      found.push_back({from, run.to, PersonalKind::phone});
    } else if (run.digits.size() == 10 &&
               (has_nhs_check_digit(run.digits) || after_word(words, first, "nhs"))) {
      found.push_back({first, run.to, PersonalKind::nhs_number});
    }
    at = std::max(at, run.to == 0 ? at : run.to - 1);
  }
}

// --- National Insurance numbers and postcodes ---

// The shape as letters: A a letter, 9 a digit, a space that may be there.
std::size_t matches(std::string_view words, std::size_t at, std::string_view shape) {
  if (!starts_word(words, at)) return at;
  auto place = at;
  for (const char wanted : shape) {
    if (wanted == ' ') {
      while (at_or_nul(words, place) == ' ' && place - at < shape.size() * 2) ++place;
      continue;
    }
    const char c = upper(at_or_nul(words, place));
    if (wanted == 'A' ? !(c >= 'A' && c <= 'Z') : !digit(c)) return at;
    ++place;
  }
  return ends_word(words, place) ? place : at;
}

// Source: ni-number
void find_insurance_numbers(std::string_view words, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto to = matches(words, at, "AA 99 99 99 A");
    if (to == at) continue;
    const char last = upper(words[to - 1]);
    if (last >= 'A' && last <= 'D') found.push_back({at, to, PersonalKind::insurance_number});
  }
}

constexpr std::array<std::string_view, 6> postcode_shapes = {"A9 9AA",   "A99 9AA", "AA9 9AA",
                                                             "AA99 9AA", "A9A 9AA", "AA9A 9AA"};

// Source: postcode-format
bool has_inward_letters(std::string_view postcode) {
  constexpr std::string_view never = "CIKMOV";
  const auto last = postcode.substr(postcode.size() - 2);
  return never.find(upper(last[0])) == never.npos && never.find(upper(last[1])) == never.npos;
}

void find_postcodes(std::string_view words, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const auto shape : postcode_shapes) {
      const auto to = matches(words, at, shape);
      if (to != at && has_inward_letters(words.substr(at, to - at))) {
        found.push_back({at, to, PersonalKind::postcode});
        break;
      }
    }
  }
}

// --- Dates of birth ---

// Birth years of adults who may write to a council now; a later year is when something happened.
constexpr int last_birth_year = 2009;

std::size_t end_of_figures_date(std::string_view words, std::size_t at, int& year) {
  auto place = at;
  std::array<int, 3> parts{};
  std::size_t year_digits = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    std::size_t count = 0;
    while (digit(at_or_nul(words, place)) && count < 4) {
      parts[part] = parts[part] * 10 + (words[place++] - '0');
      ++count;
    }
    if (count == 0 || (part < 2 && count > 2)) return at;
    if (part == 2) {
      year_digits = count;
      break;
    }
    const char mark = at_or_nul(words, place);
    if (mark != '/' && mark != '.' && mark != '-') return at;
    ++place;
  }
  if (!ends_word(words, place) || (year_digits != 2 && year_digits != 4)) return at;
  if (parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12) return at;
  year = year_digits == 4 ? parts[2] : (parts[2] > 26 ? 1900 + parts[2] : 2000 + parts[2]);
  return place;
}

std::size_t past_spaces_and_commas(std::string_view words, std::size_t at) {
  while (at_or_nul(words, at) == ' ' || at_or_nul(words, at) == ',') ++at;
  return at;
}

std::size_t end_of_month_word(std::string_view words, std::size_t at) {
  auto to = at;
  while (to < words.size() && letter(words[to])) ++to;
  const auto word = folded(words.substr(at, to - at));
  constexpr std::array<std::string_view, 12> short_months = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const bool is_short = std::ranges::find(short_months, word) != short_months.end();
  return is_short || word == "sept" || is_month(word) ? to : at;
}

// "4 May 1951", "the 4th of May 1951"; the span begins with the day.
std::size_t end_of_written_date(std::string_view words, std::size_t at, int& year) {
  auto place = at;
  int day = 0;
  while (digit(at_or_nul(words, place)) && place - at < 2) day = day * 10 + (words[place++] - '0');
  if (place == at || day < 1 || day > 31) return at;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (folded(words.substr(place, 2)) == ending) place += 2;
  }
  place = past_spaces_and_commas(words, place);
  if (folded(words.substr(place, 3)) == "of ") place += 3;
  const auto month_ends = end_of_month_word(words, place);
  if (month_ends == place) return at;
  place = past_spaces_and_commas(words, month_ends);
  int read = 0;
  std::size_t count = 0;
  while (digit(at_or_nul(words, place)) && count < 4) {
    read = read * 10 + (words[place++] - '0');
    ++count;
  }
  if (count != 4 || !ends_word(words, place)) return at;
  year = read;
  return place;
}

void find_birth_dates(std::string_view words, std::vector<PersonalSpan>& found) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!digit(words[at]) || !starts_word(words, at)) continue;
    int year = 0;
    auto to = end_of_figures_date(words, at, year);
    if (to == at) to = end_of_written_date(words, at, year);
    if (to == at) continue;
    const bool said = after_word(words, at, "born") || after_word(words, at, "birth") ||
                      after_word(words, at, "dob") || after_word(words, at, "d.o.b");
    if (said || (year >= 1900 && year <= last_birth_year)) {
      found.push_back({at, to, PersonalKind::birth_date});
    }
    at = to - 1;
  }
}

// --- Numbers of a person in other systems ---

constexpr std::array<std::string_view, 16> record_words = {
    "record",  "client",    "customer", "service", "person", "mosaic", "liquidlogic", "swift",
    "account", "reference", "ref",      "case",    "id",     "file",   "patient",     "hospital"};

bool is_number_word(std::string_view folded_word) {
  return folded_word == "number" || folded_word == "no" || folded_word == "id" ||
         folded_word == "ref" || folded_word == "reference" || folded_word == "user" ||
         folded_word == "is" || folded_word == "record" || folded_word == "social" ||
         folded_word == "care";
}

bool is_link_mark(const Token& token) {
  return token.kind == TokenKind::mark &&
         (token.text == ":" || token.text == "#" || token.text == "." || token.text == "-");
}

// Letters and digits without spaces, with at least four digits: "P104552", "LAS-0045512".
std::size_t end_of_record_number(std::string_view words, std::size_t at) {
  auto to = at;
  std::size_t digits = 0;
  while (to < words.size() &&
         (letter_or_digit(words[to]) ||
          ((words[to] == '-' || words[to] == '/') && letter_or_digit(at_or_nul(words, to + 1))))) {
    if (digit(words[to])) ++digits;
    ++to;
  }
  return digits >= 4 ? to : at;
}

void find_record_numbers(std::string_view words, std::vector<PersonalSpan>& found) {
  const auto tokens = tokens_of(words);
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (std::ranges::find(record_words, tokens[first].folded) == record_words.end()) continue;
    auto next = first + 1;
    bool led = tokens[first].folded == "ref" || tokens[first].folded == "reference" ||
               tokens[first].folded == "mosaic" || tokens[first].folded == "id";
    while (next < tokens.size() && next - first < 6 &&
           (is_number_word(tokens[next].folded) || is_link_mark(tokens[next]))) {
      led = true;
      ++next;
    }
    if (!led || next >= tokens.size()) continue;
    const auto at = tokens[next].at;
    const auto to = end_of_record_number(words, at);
    if (to != at) found.push_back({at, to, PersonalKind::record_number});
  }
}

}  // namespace

void find_numbers(std::string_view words, std::vector<PersonalSpan>& found) {
  find_emails(words, found);
  find_digit_runs(words, found);
  find_insurance_numbers(words, found);
  find_postcodes(words, found);
  find_birth_dates(words, found);
  find_record_numbers(words, found);
}

}  // namespace throughline::text
