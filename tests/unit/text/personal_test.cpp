#include "text/personal.hpp"

#include "text/characters.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iomanip>
#include <map>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace throughline::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found_in(const std::string& words,
                                  const std::vector<std::string>& names = {}) {
  std::vector<std::string> found;
  for (const auto& span : find_personal(words, names)) {
    found.push_back(std::string(to_text(span.kind)) + ": " +
                    words.substr(span.from, span.to - span.from));
  }
  return found;
}

TEST(Personal, finds_telephone_numbers_however_they_are_spaced) {
  for (const std::string number :
       {"01632960001", "01632 960 001", "(01632) 960 001", "01632-960001", "+44 1632 960001",
        "07700 900 123", "00441632960001"}) {
    EXPECT_THAT(found_in("Ring " + number + ", please"), ElementsAre("phone: " + number));
  }
  EXPECT_THAT(found_in("It took 14 days, 3 calls and 1,250 pounds in 2025"), IsEmpty());
}

TEST(Personal, finds_an_nhs_number_by_its_check_digit_or_by_what_is_said_before_it) {
  EXPECT_THAT(found_in("It is 943 476 5919."), ElementsAre("nhs_number: 943 476 5919"));
  EXPECT_THAT(found_in("It is 943 476 5918."), IsEmpty());
  EXPECT_THAT(found_in("NHS number 943 476 5918"), ElementsAre("nhs_number: 943 476 5918"));
}

TEST(Personal, tells_a_date_of_birth_from_the_day_of_a_visit) {
  EXPECT_THAT(found_in("Born 3/4/1950, fell on 3/4/2026"), ElementsAre("birth_date: 3/4/1950"));
  EXPECT_THAT(found_in("on the 4th of May 1951"), ElementsAre("birth_date: 4th of May 1951"));
}

TEST(Personal, finds_a_name_that_was_given_in_any_case_unless_it_is_a_common_word) {
  EXPECT_THAT(found_in("okafor waited", {"Ngozi Okafor"}), ElementsAre("known_name: okafor"));
  EXPECT_THAT(found_in("I hope it may end. Hope it does.", {"Hope May"}), IsEmpty());
  EXPECT_THAT(found_in("I rang, said Hope.", {"Hope May"}), ElementsAre("known_name: Hope"));
}

TEST(Personal, leaves_the_possessive_ending_outside) {
  EXPECT_THAT(found_in("It was Sarah's chair"), ElementsAre("name: Sarah"));
}

TEST(Personal, finds_every_place_of_a_phrase_in_whole_words_only) {
  const std::string words = "The Old  Mill. the old\nmill! The Old Millhouse.";
  const auto found = find_phrase(words, "the old mill");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(words.substr(found[1].from, found[1].to - found[1].from), "the old\nmill");
  EXPECT_THAT(find_phrase(words, "  "), IsEmpty());
}

TEST(Personal, says_what_stood_where_something_was_taken_out) {
  const std::string words = "Ring Sarah on 01632 960 001.";
  EXPECT_EQ(redacted(words, joined_spans(find_personal(words, {}))),
            "Ring [name] on [phone number].");
}

RC_GTEST_PROP(PersonalProperty, spans_are_in_order_whole_characters_and_inside_the_text,
              (const std::vector<std::string>& pieces)) {
  const std::vector<std::string> some = {"Mrs ",   "0", "7700", "900",   "@",    "mail.example",
                                         "\u00E9", " ", "Road", "born ", "1/2/", "1950"};
  std::string words;
  for (const auto& piece : pieces) {
    words += some[std::hash<std::string>{}(piece) % some.size()];
  }
  std::size_t last = 0;
  for (const auto& span : find_personal(words, {"Zo\u00EB Road"})) {
    RC_ASSERT(span.from >= last && span.from < span.to && span.to <= words.size());
    RC_ASSERT(span.from == words.size() || (words[span.from] & 0xC0) != 0x80);
    RC_ASSERT(span.to == words.size() || (words[span.to] & 0xC0) != 0x80);
    last = span.to;
  }
}

RC_GTEST_PROP(PersonalProperty, nothing_that_was_marked_stays_in_the_redacted_words,
              (const std::string& given)) {
  const std::string secret = "07700 900123";
  const std::string words = given + " " + secret + " " + given;
  if (find_phrase(words, secret).empty()) return;  // the bytes before it are half a character
  RC_ASSERT(redacted(words, joined_spans(find_phrase(words, secret))).find(secret) ==
            std::string::npos);
}

// --- How often it is right, on messages that were marked by hand ---

struct Marked {
  std::string words;
  std::vector<std::string> names;
  std::vector<PersonalSpan> spans;
};

Marked read_marked(std::string line) {
  Marked marked;
  if (line.starts_with('(')) {
    const auto end = line.find(") ");
    if (end != line.npos && line.find('|') > end) {
      marked.names.push_back(line.substr(1, end - 1));
      line = line.substr(end + 2);
    }
  }
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '{') {
      marked.words += line[at++];
      continue;
    }
    const auto bar = line.find('|', at);
    const auto end = line.find('}', at);
    const auto kind = personal_kind_from_text(line.substr(at + 1, bar - at - 1));
    if (!kind) throw std::invalid_argument("no such kind: " + line);
    const auto from = marked.words.size();
    marked.words += line.substr(bar + 1, end - bar - 1);
    marked.spans.push_back({from, marked.words.size(), *kind});
    at = end + 1;
  }
  return marked;
}

struct Counts {
  int marked = 0;
  int found = 0;  // of those marked, covered whole by suggestions
  int suggested = 0;
  int right = 0;  // of those suggested, touching something marked
};

std::string percent(int part, int whole) {
  std::ostringstream text;
  text << part << " of " << whole << " (" << (whole == 0 ? 100 : 100 * part / whole) << "%)";
  return text.str();
}

std::map<std::string, Counts> measure(const std::string& path, std::string& missed) {
  std::map<std::string, Counts> parts;
  std::ifstream file(path);
  std::string part;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("== ")) {
      part = line.substr(3);
      continue;
    }
    const auto marked = read_marked(line);
    const auto found = find_personal(marked.words, marked.names);
    auto& counts = parts[part];
    for (const auto& span : marked.spans) {
      ++counts.marked;
      const bool covered = std::ranges::any_of(found, [&](const PersonalSpan& each) {
        return each.from <= span.from && each.to >= span.to;
      });
      counts.found += covered ? 1 : 0;
      if (!covered) {
        missed += part + " missed " + marked.words.substr(span.from, span.to - span.from) + "\n";
      }
    }
    for (const auto& each : found) {
      ++counts.suggested;
      const bool right = std::ranges::any_of(marked.spans, [&](const PersonalSpan& span) {
        return each.from < span.to && span.from < each.to;
      });
      counts.right += right ? 1 : 0;
      if (!right) {
        missed += part + " marked " + marked.words.substr(each.from, each.to - each.from) + "\n";
      }
    }
  }
  return parts;
}

// The figures in docs/peoples-data.md are these; the test holds them to each other.
TEST(Personal, is_as_often_right_as_the_docs_say) {
  std::string missed;
  const auto parts = measure("tests/golden/personal/made_up.txt", missed);
  std::ifstream file("docs/peoples-data.md");
  std::ostringstream docs;
  docs << file.rdbuf();
  for (const auto& [part, counts] : parts) {
    const auto line = "| " + part + " | " + percent(counts.found, counts.marked) + " | " +
                      percent(counts.right, counts.suggested) + " |";
    EXPECT_THAT(docs.str(), ::testing::HasSubstr(line)) << missed;
  }
}

}  // namespace
}  // namespace throughline::text
