#include "formats/xlsx.hpp"

#include "formats/xlsx_styles.hpp"
#include "unit/formats/workbook.hpp"

#include <gtest/gtest.h>
#include <random>

namespace throughline::formats {
namespace {

using testing::workbook;
using testing::zipped;

const std::string heading =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>When"
    "</t></is></c><c r=\"D1\" t=\"str\"><v>Score</v></c></row>";
const std::string strings =
    "<si><t>Ref</t></si><si><r><t>Caf</t></r><r><t xml:space=\"preserve\">\xC3\xA9 &amp; co</t></r>"
    "<rPh><t>sound</t></rPh></si>";

TEST(Xlsx, reads_the_first_sheet_as_text) {
  const auto table = read_xlsx(workbook(
      heading + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>46081</v></c>"
                "<c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\"><f>1+1</f><v>2.50</v></c></row>"
                "<row r=\"3\"/><row r=\"4\"><c r=\"A4\" t=\"e\"><v>#N/A</v></c><c "
                "r=\"D4\"><v>7</v></c></row>",
      strings));
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->heading, (std::vector<std::string>{"Ref", "When", "", "Score"}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].fields,
            (std::vector<std::string>{"Caf\xC3\xA9 & co", "2026-02-28", "TRUE", "2.5"}));
  EXPECT_EQ(table->rows[0].line, 2);
  EXPECT_EQ(table->rows[1].field(0), "");
  EXPECT_EQ(table->rows[1].field(3), "7");
  EXPECT_EQ(table->rows[1].line, 4);
}

TEST(Xlsx, knows_dates_by_the_format_of_their_cell) {
  EXPECT_TRUE(shows_date("dd/mm/yyyy"));
  EXPECT_TRUE(shows_date("[$-809]d mmmm yyyy;@"));
  EXPECT_FALSE(shows_date("0.00"));
  EXPECT_FALSE(shows_date("0 \"days\""));
  EXPECT_FALSE(shows_date("[Red]0"));
  EXPECT_FALSE(shows_date("[h]:mm"));
  EXPECT_EQ(base::to_text(*date_of_serial(1, false)), "1900-01-01");
  EXPECT_EQ(base::to_text(*date_of_serial(61, false)), "1900-03-01");
  EXPECT_EQ(base::to_text(*date_of_serial(46081.75, false)), "2026-02-28");
  EXPECT_EQ(base::to_text(*date_of_serial(44619, true)), "2026-02-28");
  EXPECT_FALSE(date_of_serial(-4, false));
  EXPECT_FALSE(date_of_serial(1e300, false));
}

TEST(Xlsx, refuses_what_is_no_workbook) {
  EXPECT_EQ(read_xlsx("PK\x03\x04nothing").error().kind, base::ErrorKind::unsupported);
  EXPECT_EQ(read_xlsx(zipped({{"word/document.xml", "<a/>"}})).error().kind,
            base::ErrorKind::unsupported);
  EXPECT_EQ(read_xlsx(workbook("<row r=\"1\">")).error().kind, base::ErrorKind::unsupported);
  EXPECT_EQ(read_xlsx(workbook("")).error().kind, base::ErrorKind::invalid);
}

TEST(Xlsx, stops_at_a_bomb) {
  // 40 MB of spaces pack to 40 KB.
  const auto bomb = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" +
                             std::string(40'000'000, ' ') + "</t></is></c></row>");
  EXPECT_LT(bomb.size(), 200'000U);
  XlsxLimits limits;
  limits.most_bytes_in_part = 1'000'000;
  EXPECT_EQ(read_xlsx(bomb, limits).error().kind, base::ErrorKind::too_large);
  EXPECT_EQ(read_xlsx(bomb).error().kind, base::ErrorKind::too_large);
}

TEST(Xlsx, bounds_a_string_that_every_cell_shares) {
  std::string rows;
  for (int row = 1; row <= 60; ++row) {
    rows += "<row><c t=\"s\"><v>0</v></c></row>";
  }
  XlsxLimits limits;
  limits.most_bytes_of_text = 100'000;
  const auto shared = workbook(rows, "<si><t>" + std::string(10'000, 'x') + "</t></si>");
  EXPECT_EQ(read_xlsx(shared, limits).error().kind, base::ErrorKind::too_large);
  limits = {};
  limits.most_rows = 10;
  EXPECT_EQ(read_xlsx(shared, limits).error().kind, base::ErrorKind::too_large);
  EXPECT_EQ(read_xlsx(workbook("<row><c r=\"ZZZ1\"><v>1</v></c></row>")).error().kind,
            base::ErrorKind::too_large);
}

TEST(Xlsx, refuses_a_document_type_of_its_own) {
  const auto book =
      zipped({{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x \"xxxx\">]><workbook>&x;</workbook>"}});
  EXPECT_EQ(read_xlsx(book).error().kind, base::ErrorKind::unsupported);
}

TEST(Xlsx, survives_damage_of_any_kind) {
  const auto whole =
      workbook(heading + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46081</v></c></row>", strings);
  std::mt19937 engine(7);
  for (int round = 0; round < 2000; ++round) {
    auto bytes = whole;
    for (int flips = 0; flips < 3; ++flips)
      bytes[engine() % bytes.size()] = static_cast<char>(engine());
    if (round % 3 == 0) bytes.resize(engine() % bytes.size());
    (void)read_xlsx(bytes);  // any answer will do; a crash will not
  }
}

}  // namespace
}  // namespace throughline::formats
