#pragma once

// What a published assessment page says, as structure: a section (one quality statement), a summary
// (rating and nine scores) or a landing page (facts about the council). Nothing is judged here: the
// words are the page's own, and what does not add up is listed under `problems`.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace throughline::judge::elsewhere {

// Whom a claim comes from.
enum class Voice { people, carers, staff, leaders, partners, providers, processes, unspecified };
[[nodiscard]] std::string_view to_text(Voice voice);  // "people"
[[nodiscard]] std::optional<Voice> voice_from_text(std::string_view text);
[[nodiscard]] std::string_view label(Voice voice);  // "People who draw on care"
inline constexpr std::array all_voices = {Voice::people,    Voice::carers,     Voice::staff,
                                          Voice::leaders,   Voice::partners,   Voice::providers,
                                          Voice::processes, Voice::unspecified};

// What a sentence asserts about the council.
enum class Polarity { strength, shortfall, mixed, in_progress, neutral, unclear };
[[nodiscard]] std::string_view to_text(Polarity polarity);  // "in-progress"
[[nodiscard]] std::optional<Polarity> polarity_from_text(std::string_view text);
[[nodiscard]] std::string_view label(Polarity polarity);  // "In progress"
inline constexpr std::array all_polarities = {Polarity::strength, Polarity::shortfall,
                                              Polarity::mixed,    Polarity::in_progress,
                                              Polarity::neutral,  Polarity::unclear};

// A number that measures something.
struct Figure {
  double value = 0;
  std::string unit;    // "percent", "pounds", "complaints"; empty when the page gives none
  std::string what;    // "social work vacancies"; may be empty
  std::string period;  // "2022/23", "by August 2024"; may be empty
  std::string text;    // as written: "18.75%"
};

// One sentence of the key findings, and how it was read. A suggestion until a person confirms it.
struct EvidenceStatement {
  std::string text;
  std::string heading;  // of the part it stands in; may be empty
  int paragraph = 0;    // counted from 1 over the page
  std::vector<Voice> voices;
  Polarity polarity = Polarity::unclear;
  std::vector<std::string> topics;
  std::vector<Figure> figures;
  std::vector<std::string> programmes;
  double confidence = 0;          // 0 to 1, of the polarity
  std::vector<std::string> cues;  // the words that decided it
};

struct PagePart {
  std::string heading;  // may be empty
  std::vector<std::string> paragraphs;
};

struct SectionPage {
  std::string authority;  // empty when the page does not say
  std::string statement;  // key in the framework
  std::string statement_name;
  std::optional<int> score;
  bool indicative = false;  // scored by a pilot
  std::string label;        // "Evidence shows some shortfalls"
  std::string commitment;
  std::string expectation;  // lines joined with line breaks; empty when there is none
  std::vector<PagePart> parts;
  std::vector<EvidenceStatement> evidence;
  std::vector<std::string> problems;
};

struct SummaryPage {
  std::string authority;
  std::string published;  // "2024-05-17"; empty when the page does not say
  std::optional<int> percent;
  std::string rating;  // "Good"; empty when the page does not say
  bool indicative = false;
  std::map<std::string, int> scores;  // by key of statement
  std::vector<PagePart> parts;
  std::vector<std::string> problems;
};

struct Fact {
  std::string name;   // "population"
  std::string value;  // as written: "£136,014,000"
  std::string year;   // "2023/24"; may be empty
};

struct AboutPage {
  std::string authority;
  std::string published;
  std::vector<Fact> facts;
  std::vector<std::string> downloads;
  std::vector<PagePart> parts;
  std::vector<std::string> problems;
};

using PublishedPage = std::variant<SectionPage, SummaryPage, AboutPage>;

[[nodiscard]] std::string_view kind_of(const PublishedPage& page);  // "section", "summary", "about"
[[nodiscard]] const std::string& authority_of(const PublishedPage& page);
[[nodiscard]] const std::vector<std::string>& problems_of(const PublishedPage& page);

}  // namespace throughline::judge::elsewhere
