#pragma once

// A Local Account as pages and paper show it, to the public and to staff. Include in a page's .cpp
// only.

#include "publish/local_account/publishing.hpp"
#include "templates/described.hpp"

#include <string>
#include <utility>
#include <vector>

namespace throughline::web::local_accounts {

struct RowView {
  std::string name;
  std::vector<std::string> cells;
  std::string href;  // only for staff
};
BOOST_DESCRIBE_STRUCT(RowView, (), (name, cells, href))

struct TableView {
  std::string id;
  std::string title;
  std::string counted;
  std::vector<std::string> columns;
  std::string note;
  std::vector<RowView> rows;
  std::string href;  // only for staff
  templates::Value chart;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (id, title, counted, columns, note, rows, href, chart))

struct SaidView {
  std::string label;
  std::vector<std::string> paragraphs;
};
BOOST_DESCRIBE_STRUCT(SaidView, (), (label, paragraphs))

struct StoryView {
  std::string title;
  std::string tag;
  std::string tag_colour;
  std::vector<SaidView> said;
  std::string ref;  // only for staff
  std::string href;
};
BOOST_DESCRIBE_STRUCT(StoryView, (), (title, tag, tag_colour, said, ref, href))

struct StoryGroupView {
  std::string heading;
  std::vector<StoryView> stories;
};
BOOST_DESCRIBE_STRUCT(StoryGroupView, (), (heading, stories))

struct AccountChapterView {
  std::string key;
  std::string title;
  std::vector<std::string> sentences;
  std::vector<TableView> tables;
  std::vector<StoryGroupView> groups;
  templates::Value note;
  bool has_note = false;
  std::string more_text;
  std::string more_href;
  bool left_out = false;
  std::string why_left_out;
  bool empty = false;
};
BOOST_DESCRIBE_STRUCT(AccountChapterView, (),
                      (key, title, sentences, tables, groups, note, has_note, more_text, more_href,
                       left_out, why_left_out, empty))

struct SignedView {
  std::string who;  // the name, or "A member of the board"
  std::string role;
  std::string signed_on;
  bool disagrees = false;
  std::vector<std::vector<std::string>> statement;  // paragraphs of lines
};
BOOST_DESCRIBE_STRUCT(SignedView, (), (who, role, signed_on, disagrees, statement))

struct AccountView {
  std::string council;
  std::string year;    // "2025-26"
  std::string period;  // "April 2025 to March 2026"
  std::int64_t version = 0;
  std::string counted_on;
  std::string published;  // empty: a draft
  std::string what_changed;
  std::string board;
  std::vector<AccountChapterView> chapters;
  std::vector<SignedView> signatures;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (council, year, period, version, counted_on, published, what_changed, board,
                       chapters, signatures))

enum class For { everyone, staff, paper };
using Names = std::vector<std::pair<std::int64_t, std::string>>;

[[nodiscard]] AccountView account_view(const publish::local_account::Content& content,
                                       const Names& names, For readers);
[[nodiscard]] AccountChapterView chapter_view(const publish::local_account::ChapterText& text,
                                              For readers);
// Paragraphs of lines.
[[nodiscard]] std::vector<std::vector<std::string>> lines_of(const std::string& text);
// "24 November 2026"; the text itself when it is no date.
[[nodiscard]] std::string long_day(const std::string& date);

}  // namespace throughline::web::local_accounts
