#include "formats/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace throughline::formats {
namespace {

using Cells = std::vector<std::vector<std::string>>;

struct Read {
  Cells cells;
  std::vector<int> lines;
  std::vector<base::Problem> problems;
};

Read read_all(const std::string& text, CsvOptions options = {}) {
  std::istringstream in(text);
  CsvReader reader(in, options);
  Read read;
  while (auto row = reader.next()) {
    if (*row) {
      read.cells.push_back((*row)->fields);
      read.lines.push_back((*row)->line);
    } else {
      for (const auto& problem : row->error().problems) read.problems.push_back(problem);
    }
  }
  return read;
}

std::string write_all(const Cells& cells, CsvFor reader = CsvFor::programs) {
  std::ostringstream out;
  CsvWriter writer(out, reader);
  for (const auto& row : cells) writer.row(row);
  return out.str();
}

TEST(Csv, reads_cells_whatever_the_line_ends) {
  const Cells expected = {{"date", "value"}, {"2026-01-01", "3"}, {"2026-02-01", ""}};
  EXPECT_EQ(read_all("date,value\n2026-01-01,3\n2026-02-01,\n").cells, expected);
  EXPECT_EQ(read_all("date,value\r\n2026-01-01,3\r\n2026-02-01,").cells, expected);
  EXPECT_EQ(read_all("date,value\r2026-01-01,3\r2026-02-01,\r").cells, expected);
}

TEST(Csv, drops_the_byte_order_mark) {
  EXPECT_EQ(read_all("\xEF\xBB\xBF"
                     "a,b\n")
                .cells,
            (Cells{{"a", "b"}}));
  EXPECT_TRUE(read_all("\xEF\xBB\xBF").cells.empty());
}

TEST(Csv, keeps_delimiters_line_ends_and_quotation_marks_inside_quoted_cells) {
  EXPECT_EQ(read_all("\"a,b\",\"say \"\"hello\"\"\",\"two\r\nlines\",\"\"\n").cells,
            (Cells{{"a,b", "say \"hello\"", "two\r\nlines", ""}}));
}

TEST(Csv, counts_lines_of_the_file_not_rows) {
  const auto read = read_all("a,b\n\n\"1\n2\",3\r\n4,5\n");
  EXPECT_EQ(read.lines, (std::vector<int>{1, 3, 5}));
}

TEST(Csv, finds_semicolons_and_tabs_by_itself) {
  EXPECT_EQ(read_all("a;b;c\n1,5;2;3\n").cells, (Cells{{"a", "b", "c"}, {"1,5", "2", "3"}}));
  EXPECT_EQ(read_all("a\tb\n1\t2\n").cells, (Cells{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read_all("\"a;;;;\",b\n1,2\n").cells, (Cells{{"a;;;;", "b"}, {"1", "2"}}));
}

TEST(Csv, uses_the_delimiter_it_is_told) {
  EXPECT_EQ(read_all("a,b;c\n", {.delimiter = ';'}).cells, (Cells{{"a,b", "c"}}));
}

TEST(Csv, names_the_line_of_a_stray_quotation_mark_and_goes_on) {
  const auto read = read_all("a,b\n5\" pipe,2\n3,4\n\"x\"y,5\n6,7\n");
  EXPECT_EQ(read.cells, (Cells{{"a", "b"}, {"3", "4"}, {"6", "7"}}));
  ASSERT_EQ(read.problems.size(), 2u);
  EXPECT_EQ(read.problems[0].row, 2);
  EXPECT_EQ(read.problems[1].row, 4);
}

TEST(Csv, names_the_line_where_an_unclosed_quotation_mark_opens) {
  const auto read = read_all("a,b\n1,\"never closed\n3,4\n5,6\n");
  EXPECT_EQ(read.cells.size(), 1u);
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].row, 2);
}

TEST(Csv, stops_at_a_cell_or_a_row_that_is_too_large) {
  EXPECT_EQ(read_all("abcd\n1\n", {.most_bytes_in_field = 3}).problems.size(), 1u);
  EXPECT_EQ(read_all("\"abcd\"\n1\n", {.most_bytes_in_field = 3}).problems.size(), 1u);
  EXPECT_EQ(read_all("abc\n1\n", {.most_bytes_in_field = 3}).cells.size(), 2u);
  EXPECT_TRUE(read_all("a,b,c\n1\n", {.most_columns = 2}).cells.empty());
}

TEST(Csv, refuses_other_letters_than_utf8_unless_windows_1252_is_allowed) {
  const std::string text =
      "name\nOlder \x93people\x94 \xA3"
      "5\n";
  EXPECT_EQ(read_all(text).problems.at(0).row, 2);
  const auto read = read_all(text, {.encoding = CsvEncoding::utf8_or_windows_1252});
  EXPECT_EQ(read.cells.at(1).at(0),
            "Older \u201Cpeople\u201D \u00A3"
            "5");
}

TEST(Csv, says_what_a_file_is_that_is_not_csv) {
  const std::string workbook("PK\x03\x04rest", 8);
  EXPECT_NE(read_all(workbook).problems.at(0).message.find("workbook"), std::string::npos);
  EXPECT_EQ(read_all(std::string("a,b\n\0\0,c\n", 9)).problems.at(0).row, 2);
  EXPECT_EQ(read_all(std::string("\xFF\xFE"
                                 "a\0",
                                 4))
                .problems.size(),
            1u);
}

TEST(Csv, reads_a_table_by_its_headings) {
  const auto table = read_csv(" Date ,VALUE\n2026-01-01,3\nx\"y,1\n2026-02-01\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->column("date"), 0u);
  EXPECT_EQ(table->column("value"), 1u);
  EXPECT_FALSE(table->column("note"));
  EXPECT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[1].field(1), "");
  EXPECT_EQ(table->problems.at(0).row, 3);
}

TEST(Csv, refuses_an_empty_table) {
  EXPECT_FALSE(read_csv(""));
  EXPECT_FALSE(read_csv("\n\n"));
}

TEST(Csv, disarms_formulas_for_spreadsheets_and_leaves_numbers) {
  for (const char* cell : {"=1+1", "+44 7700", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-1e"})
    EXPECT_EQ(disarmed_cell(cell), "'" + std::string(cell));
  for (const char* cell : {"-3.2", "+5", "-.5", "-1e-5", "-12%", "words", "", "a=b"})
    EXPECT_EQ(disarmed_cell(cell), cell);
  EXPECT_EQ(write_all({{"=1"}}), "=1\r\n");
  EXPECT_EQ(write_all({{"=1", "-2"}}, CsvFor::spreadsheets), "\xEF\xBB\xBF'=1,-2\r\n");
}

TEST(Csv, reads_across_the_edges_of_its_buffer) {
  Cells cells;
  for (int i = 0; i < 5000; ++i)
    cells.push_back({std::to_string(i), std::string(static_cast<std::size_t>(i % 37), 'x') + "\"",
                     "line\r\nline " + std::to_string(i)});
  EXPECT_EQ(read_all(write_all(cells)).cells, cells);
}

RC_GTEST_PROP(Csv, gives_back_every_table_it_wrote, ()) {
  const auto cell =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab1,;\t\"\r\n =-")));
  auto cells = *rc::gen::container<Cells>(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell)));
  const auto read = read_all(write_all(cells), {.delimiter = ','});
  RC_ASSERT(read.problems.empty());
  RC_ASSERT(read.cells == cells);
}

RC_GTEST_PROP(Csv, never_fails_on_any_bytes, ()) {
  const auto bytes = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("\",\n\r;"))));
  for (const auto encoding : {CsvEncoding::utf8, CsvEncoding::utf8_or_windows_1252})
    (void)read_all(bytes, {.encoding = encoding});
}

}  // namespace
}  // namespace throughline::formats
