#include "web/publish/local_account/account_view.hpp"

#include "formats/bar_chart.hpp"
#include "formats/markdown.hpp"
#include "publish/report/period.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <sstream>

namespace throughline::web::local_accounts {
namespace {

namespace account = publish::local_account;

constexpr int least_bars = 2;

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (const auto& lines : lines_of(text)) {
    std::string whole;
    for (const auto& line : lines) whole += (whole.empty() ? "" : " ") + line;
    paragraphs.push_back(std::move(whole));
  }
  return paragraphs;
}

std::string chart_of(const account::Table& table, const std::string& id) {
  const auto has_bar = [](const account::Row& row) { return row.share >= 0; };
  if (std::ranges::count_if(table.rows, has_bar) < least_bars) return {};
  formats::BarChart chart;
  chart.id = id + "-chart";
  chart.title = table.title;
  chart.description =
      "The longer the bar, the greater the number. The table below has the figures.";
  for (const auto& row : table.rows) {
    if (!has_bar(row)) continue;
    const double share = row.share / 100.0;
    chart.rows.push_back(
        {row.name, {{share, share, share, row.cells.at(static_cast<std::size_t>(table.charted))}}});
  }
  return formats::bar_chart(chart);
}

TableView table_view(const account::Table& table, const std::string& id, For readers) {
  TableView view{id, table.title, table.counted, table.columns, table.note, {}, "", {}};
  const bool staff = readers == For::staff;
  for (const auto& row : table.rows) {
    view.rows.push_back(
        {row.name, row.cells, staff && !row.source.empty() ? record::page_of(row.source) : ""});
  }
  if (staff) view.href = table.source;
  // On paper the table says it all.
  if (readers != For::paper) view.chart = templates::Value::safe(chart_of(table, id));
  return view;
}

StoryView story_view(const account::Story& story, For readers) {
  StoryView view{story.title, story.tag, story.tag_colour, {}, "", ""};
  for (const auto& said : story.said) {
    view.said.push_back({said.label, paragraphs_of(said.words)});
  }
  if (readers == For::staff && !story.source.empty()) {
    view.ref = story.source;
    view.href = record::page_of(story.source);
  }
  return view;
}

std::string who(const account::PrintedSignature& signature, const Names& names) {
  for (const auto& [number, name] : names) {
    if (number == signature.number) return name;
  }
  return "A member of the board";
}

}  // namespace

std::vector<std::vector<std::string>> lines_of(const std::string& text) {
  std::vector<std::vector<std::string>> paragraphs;
  std::istringstream in(text);
  bool apart = true;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      apart = true;
      continue;
    }
    if (apart) paragraphs.emplace_back();
    paragraphs.back().push_back(line);
    apart = false;
  }
  return paragraphs;
}

std::string long_day(const std::string& date) {
  const auto day = base::date_from_text(date);
  return day ? base::to_long_text(*day) : date;
}

AccountChapterView chapter_view(const account::ChapterText& text, For readers) {
  AccountChapterView view;
  const auto* chapter = account::chapter_from_text(text.chapter);
  view.key = text.chapter;
  view.title = chapter ? std::string(account::title_of(*chapter)) : text.chapter;
  view.left_out = text.left_out;
  view.why_left_out = text.why_left_out;
  view.empty = text.found.empty();
  view.sentences = text.found.sentences;
  std::size_t number = 0;
  for (const auto& table : text.found.tables) {
    view.tables.push_back(
        table_view(table, text.chapter + "-" + std::to_string(++number), readers));
  }
  for (const auto& group : text.found.groups) {
    StoryGroupView shown{group.heading, {}};
    for (const auto& story : group.stories) shown.stories.push_back(story_view(story, readers));
    view.groups.push_back(std::move(shown));
  }
  view.more_text = text.found.more_text;
  view.more_href = text.found.more_href;
  if (!text.note.empty()) {
    const auto note = formats::read_markdown(text.note);
    view.has_note = true;
    if (note) view.note = templates::Value::safe(note->html);
  }
  return view;
}

AccountView account_view(const account::Content& content, const Names& names, For readers) {
  AccountView view;
  view.council = content.council;
  view.year = account::year_name(content.year);
  const publish::report::Period period{content.year, 0};
  view.period = base::to_month_text(period.first()) + " to " + base::to_month_text(period.last());
  view.version = content.version;
  view.counted_on = long_day(content.counted_on);
  view.published = content.published.empty() ? "" : long_day(content.published);
  view.what_changed = content.what_changed;
  view.board = content.board;
  for (const auto& each : content.chapters) view.chapters.push_back(chapter_view(each, readers));
  for (const auto& each : content.signatures) {
    view.signatures.push_back({who(each, names), each.role, long_day(each.signed_on),
                               each.disagrees, lines_of(each.statement)});
  }
  return view;
}

}  // namespace throughline::web::local_accounts
