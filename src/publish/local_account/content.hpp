#pragma once

// What a Local Account says: its chapters with what was counted for each, what the council wrote,
// and who signed. Everything in it is fit for everyone: small numbers are kept back before it is
// made, and it holds no words of a case and no name. A source ("ACTION-3") is for staff alone.

#include "base/date.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish::local_account {

enum class Chapter {
  foreword,
  heard,       // what people told us
  did,         // what we did about it, and whether it worked
  you_said,    // you said, we did
  complaints,  // complaints and the Ombudsman
  praise,      // what was done well
  surveys,
  together,  // co-production
  voices,    // who we heard from, and who is missing
  scores,    // how we score ourselves
  next,      // what we will do next
};
inline constexpr std::array all_chapters = {Chapter::foreword, Chapter::heard,      Chapter::did,
                                            Chapter::you_said, Chapter::complaints, Chapter::praise,
                                            Chapter::surveys,  Chapter::together,   Chapter::voices,
                                            Chapter::scores,   Chapter::next};
[[nodiscard]] std::string_view to_text(Chapter chapter);  // "you-said"
[[nodiscard]] std::string_view title_of(Chapter chapter);
// Nothing when it is no chapter.
[[nodiscard]] const Chapter* chapter_from_text(std::string_view text);

// A row of a table. `share` draws its bar; below 0 it has none.
// Units: share in percent.
struct Row {
  std::string name;
  std::vector<std::string> cells;  // as many as the table has columns
  int share = -1;
  std::string source;  // a ref; may be empty
};

struct Table {
  std::string title;
  std::string counted;  // above the names: "What it was"
  std::vector<std::string> columns;
  std::string note;
  std::vector<Row> rows;
  std::string source;  // where staff see how it was counted: a path; may be empty
  int charted = 0;     // the column whose numbers the bars draw
};

struct Said {
  std::string label;  // "You said"; may be empty
  std::string words;
};

struct Story {
  std::string title;
  std::string tag;         // "Improved"; may be empty
  std::string tag_colour;  // "green"
  std::vector<Said> said;
  std::string source;  // a ref
};

struct StoryGroup {
  std::string heading;
  std::vector<Story> stories;
};

// What was counted and gathered for a chapter. All of it empty: there is nothing yet.
struct Found {
  std::vector<std::string> sentences;
  std::vector<Table> tables;
  std::vector<StoryGroup> groups;
  std::string more_text;  // a public page with more; may be empty
  std::string more_href;
  std::vector<std::string> sources;  // refs of the records that are joined to the account

  [[nodiscard]] bool empty() const { return sentences.empty() && tables.empty() && groups.empty(); }
};

struct ChapterText {
  std::string chapter;  // to_text()
  Found found;
  std::string note;  // Markdown
  bool left_out = false;
  std::string why_left_out;
};

struct PrintedSignature {
  std::int64_t number = 0;  // the name, if any, stands apart
  std::string role;
  std::string signed_on;  // date
  bool disagrees = false;
  std::string statement;
};

struct Content {
  std::string council;
  int year = 0;  // 2025: April 2025 to March 2026
  std::int64_t version = 0;
  std::string counted_on;  // date
  std::string published;   // date; empty: a draft
  std::string what_changed;
  std::string board;  // the name of the group
  std::vector<ChapterText> chapters;
  std::vector<PrintedSignature> signatures;
};

// "2025-26", and back; 0 when it is no year.
[[nodiscard]] std::string year_name(int year);
[[nodiscard]] int year_from_name(std::string_view name);

[[nodiscard]] std::string to_json(const Found& found);
[[nodiscard]] Found found_from_json(std::string_view json);
[[nodiscard]] std::string to_json(const Content& content);
// Throws when it is not what to_json wrote (a damaged database).
[[nodiscard]] Content content_from_json(std::string_view json);

// The hash of what is signed: the chapters and what a correction changed. Not the day of counting,
// so that counting again to the same figures asks nobody to sign again.
[[nodiscard]] std::string text_hash(const Content& content);

// For spreadsheets: chapter, table, name, column, value.
[[nodiscard]] std::string to_csv(const Content& content);

}  // namespace throughline::publish::local_account
