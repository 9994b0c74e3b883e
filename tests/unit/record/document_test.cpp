#include "record/document.hpp"

#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::record {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::string_literals;

const std::string docx = "PK\x03\x04 [Content_Types].xml word/document.xml PK\x05\x06";

TEST(DocumentType, is_what_content_and_name_agree_on) {
  EXPECT_EQ(document_type("%PDF-1.7 ...\n%%EOF\n", "Plan.PDF"), "application/pdf");
  EXPECT_EQ(document_type("a,b\n1,2\n", "x.csv"), "text/csv");
  EXPECT_EQ(document_type("\xFF\xD8\xFF\xE0 \xFF\xD9", "photo.jpeg"), "image/jpeg");
  EXPECT_TRUE(document_type(docx, "Plan.docx"));
}

TEST(DocumentType, refuses_what_is_not_what_its_name_says) {
  for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
           {"MZ\x90\0"s, "plan.pdf"},
           {"%PDF-1.7", "plan.docx"},
           {docx, "plan.xlsx"},
           {"\0\1\2"s, "plan.txt"},
           {"<html>", "page.html"},
           {"plain", "noending"},
           {docx + " word/vbaProject.bin", "plan.docx"}}) {
    const auto refused = document_type(bytes, name);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().kind, base::ErrorKind::unsupported);
  }
}

TEST(DocumentType, refuses_what_was_cut_off_on_its_way) {
  for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
           {"%PDF-1.7\n1 0 obj << /Len", "plan.pdf"},
           {docx.substr(0, docx.size() - 4), "plan.docx"},
           {"\x89PNG\r\n\x1a\n IHDR", "map.png"},
           {"\xFF\xD8\xFF\xE0", "photo.jpg"}}) {
    const auto refused = document_type(bytes, name);
    ASSERT_FALSE(refused) << name;
    EXPECT_THAT(refused.error().message, HasSubstr("cut short"));
  }
}

TEST(DocumentSize, is_written_as_people_write_it) {
  EXPECT_EQ(size_text(900), "900 bytes");
  EXPECT_EQ(size_text(2048), "2 KB");
  EXPECT_EQ(size_text(1'500'000), "1.4 MB");
}

class DocumentStore : public testing::TwoCouncils {
 protected:
  base::Result<Document> add(const NewDocument& given) {
    return database().write(
        [&](store::Writer& writer) { return add_document(writer, work(), given); });
  }
};
ON_BOTH_DATABASES(DocumentStore);

TEST_P(DocumentStore, keeps_every_byte_over_several_pieces) {
  std::string bytes = "%PDF-1.7\n";
  for (int i = 0; i < 900'000; ++i) bytes += static_cast<char>(i * 31 + i / 256);
  bytes += "%%EOF\n";
  const auto added = add({" Annual report ", "C:\\papers\\report.pdf", "1 March 2026", bytes});
  ASSERT_TRUE(added);
  EXPECT_EQ(added->file_name, "report.pdf");
  database().read([&](store::Reader& reader) {
    const auto found = find_document(reader, "aldermere", "DOCUMENT-1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->title, "Annual report");
    EXPECT_EQ(document_bytes(reader, "aldermere", *found), bytes);
    EXPECT_FALSE(find_document(reader, "brackwater", "DOCUMENT-1"));
    EXPECT_TRUE(documents(reader, "brackwater").empty());
    EXPECT_TRUE(find_node(reader, "aldermere", "DOCUMENT-1"));
  });
}

TEST_P(DocumentStore, shows_every_problem_at_once) {
  const auto refused = add({"", "x.exe", "31 February 2026", "MZ"});
  ASSERT_FALSE(refused);
  std::vector<std::string> fields;
  for (const auto& problem : refused.error().problems) fields.push_back(problem.field);
  EXPECT_THAT(fields, ElementsAre("title", "file", "dated"));
}

TEST_P(DocumentStore, refuses_what_is_too_large_and_what_is_already_there) {
  EXPECT_FALSE(add({"Big", "big.txt", "2026-03-01", std::string(most_document_bytes + 1, 'x')}));
  ASSERT_TRUE(add({"Notes", "notes.txt", "2026-03-01", "Minutes of the board"}));
  const auto again = add({"Notes again", "n.txt", "2026-03-01", "Minutes of the board"});
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error().problems.front().message, HasSubstr("DOCUMENT-1"));
}

TEST_P(DocumentStore, notices_when_a_piece_was_altered) {
  ASSERT_TRUE(add({"Notes", "notes.txt", "2026-03-01", "Minutes of the board"}));
  database().write([&](store::Writer& writer) {
    writer.execute("update document_pieces set base64 = $1", {"QUJD"s});
  });
  database().read([&](store::Reader& reader) {
    const auto found = find_document(reader, "aldermere", "DOCUMENT-1");
    EXPECT_THROW((void)document_bytes(reader, "aldermere", *found), std::runtime_error);
  });
}

}  // namespace
}  // namespace throughline::record
