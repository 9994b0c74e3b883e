#pragma once

// The script of the demo council: everything that people wrote beforehand (data/demo/*.yaml), as
// the makers take it. Nothing here is decided by chance.

#include "demo/survey_script.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace throughline::demo {

using Weights = std::vector<std::pair<std::string, double>>;
using Texts = std::vector<std::string>;

struct Person {
  std::string key;  // "quality"
  std::string name;
  std::string email;  // before the @
  std::string role;
  std::string does;
};

struct CouncilScript {
  std::string id;
  std::string name;
  std::string host;
  std::vector<Person> people;
  Texts services;

  [[nodiscard]] std::string email_of(const Person& person) const {
    return person.email + "@" + id + ".example";
  }
};

struct Relative {
  std::string word;  // "nan"
  std::string they;
  std::string them;
  std::string their;
};

// Complaints and concerns; compliments; suggestions and ideas.
enum class Group { trouble, praise, change };
inline constexpr std::size_t group_count = 3;

struct Pieces {
  Texts self;   // said by the person
  Texts other;  // said by someone about them
  Texts any;
  Texts later;  // by anyone, from ThemeVoices::later_from on
};

// What people say about one theme, and how the council answers.
struct ThemeVoices {
  std::string theme;
  Weights services;
  std::vector<double> share;  // by group
  bool carers_only = false;
  std::vector<Pieces> pieces;  // by group
  std::string later_from;      // a day of the script; empty: never
  Texts did;
  Texts could_not;
};

// From a day on, more or less is said of a theme.
struct Turn {
  std::string theme;
  Group group = Group::trouble;
  std::string at;
  double times = 1;
};

struct Whole {
  std::string theme;
  std::string kind;
  std::string relationship;
  std::string channel;
  int back = 0;
  std::string words;
};

struct VoicesScript {
  std::vector<ThemeVoices> themes;
  std::vector<Whole> whole;
  std::vector<Turn> turns;
  std::vector<Texts> openings;  // by group
  Texts phone_openings;
  std::vector<Texts> endings;  // by group
  Texts effects_self;
  Texts effects_other;
  std::vector<Texts> thanked;  // by group
  Texts reopened;              // reasons
  Texts answered_again;
  std::map<std::string, Texts> slots;
  std::vector<Relative> relatives;
  Texts given_names;
  Texts family_names;
  Texts streets;
  std::vector<std::pair<std::string, Weights>> equality;
};

struct BodyScript {
  std::string name;
  std::string kind;
  bool leads = false;
};

// How complaints are worked (complaints.yaml).
struct ComplaintsScript {
  std::map<std::string, Texts> points;  // by theme
  Texts what;
  Texts how;
  std::map<std::string, Texts> reasoning;  // by finding
  Texts notes;
  Texts learned;
  Texts nothing;
  Texts put_right;
  std::string limited;
  std::string late;
  std::vector<BodyScript> bodies;
};

// What is written beside the figures of a report (reports.yaml).
struct ReportScript {
  std::string subjects;
  std::string importance;
  std::string handling;
  std::string improvement;
};

struct Step {
  std::string at;
  double level = 0;
};

struct MeasureScript {
  std::string key;
  std::string name;
  std::string counts;
  std::string unit;
  std::string improvement;
  std::string target;
  std::string source;
  std::string from_theme;  // counted from the cases of a theme instead of drawn
  double level = 0;
  double wobble = 0;
  int decimals = 1;
  std::vector<Step> steps;
};

// Some cases of a theme, as sources.
struct CasesWanted {
  std::string theme;
  std::string kind;
  int count = 0;
};

struct Said {
  std::string at;
  std::string you;
  std::string did;
  std::string could;
};

struct ActionScript {
  std::string key;
  std::string title;
  std::string aim;
  std::string owner;
  std::string raised;
  std::string due;
  std::string measure;
  std::string began;
  std::string ended;
  std::string end;
  std::string outcome;
  Texts themes;
  CasesWanted cases;
  std::string told;  // the verdict that the figures must come to
  Texts proofs;
  Said said;
};

struct DocumentScript {
  std::string key;
  std::string title;
  std::string file;
  std::string added;
  std::string by;
  std::string text;
};

struct EvidenceScript {
  std::string key;
  std::string voice;
  std::string bearing;
  std::string strength;
  std::string at;
  std::string claim;
  Texts from;  // "measure:late-visits", "theme:Waiting", "proof:...", "action:...", "document:..."
  CasesWanted cases;
};

struct ScoreScript {
  std::string at;
  std::string score;
  std::string rationale;
  Texts left_out;
  std::string because;
};

struct ParagraphScript {
  std::string words;
  Texts from;
};

struct SectionScript {
  std::string heading;
  std::vector<ParagraphScript> paragraphs;
};

struct StatementScript {
  std::string statement;
  std::vector<EvidenceScript> evidence;
  std::vector<ScoreScript> scores;
  std::string told;  // who was told of a lowest score; empty: not needed
  std::string told_note;
  std::string summary;
  std::vector<SectionScript> sections;
};

struct JudgementScript {
  std::vector<StatementScript> statements;
  std::string findings_at;
  std::string approved_at;
  std::string published_at;
  std::string override_at;
  std::string override_rating;
  std::string override_reason;
};

struct Script {
  std::string password;
  std::vector<CouncilScript> councils;  // the main one first
  ComplaintsScript complaints;
  ReportScript annual_report;
  ReportScript quarterly_report;
  VoicesScript voices;
  std::vector<MeasureScript> measures;
  std::vector<ActionScript> actions;
  std::vector<DocumentScript> documents;
  std::vector<SurveyScript> surveys;
  SurveyMeasureScript survey_measure;
  JudgementScript judgement;
};

// Reads what is built into the program; throws when it cannot be read (a bug), with file and line.
[[nodiscard]] Script read_script();

}  // namespace throughline::demo
