#include "hear/case_import.hpp"

#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/service.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace throughline::hear {
namespace {

class CaseImportStore : public testing::TwoCouncils {
 protected:
  base::Result<CaseFile> read(const std::string& text) {
    std::istringstream stream(text);
    return database().read([&](store::Reader& reader) {
      return read_case_file(stream, reader, "aldermere", work().today());
    });
  }
  CaseImport import(const CaseFile& file) {
    return database().write(
        [&](store::Writer& writer) { return import_cases(writer, work(), file); });
  }
  std::int64_t number(const std::string& sql) {
    return database().read([&](store::Reader& reader) { return reader.number(sql); });
  }
};
ON_BOTH_DATABASES(CaseImportStore);

TEST_P(CaseImportStore, takes_in_rows_with_the_headings_of_other_systems) {
  database().write([&](store::Writer& writer) {
    auto by = work();
    ASSERT_TRUE(record::add_service(writer, by, "Home care"));
  });
  const auto file = read(
      "Date received,Feedback type,Service area,Comments,Who,How received,Colour\n"
      "27/2/2026,Complaints,home care,\"Late, \"\"again\"\"\",Carer,Telephone,red\n"
      "2026-02-28,compliment,,Thank you,,,blue\n");
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->problems.empty());
  EXPECT_EQ(file->ignored_columns, std::vector<std::string>{"Colour"});
  EXPECT_EQ(import(*file).added, 2U);
  const auto found =
      database()
          .read([](store::Reader& reader) { return find_case(reader, "aldermere", "CASE-1"); })
          .value();
  EXPECT_EQ(found.words, "Late, \"again\"");
  EXPECT_EQ(title(found), "Complaint about Home care, 27 February 2026");
  EXPECT_EQ(found.relationship, Relationship::unpaid_carer);
  EXPECT_EQ(found.channel, Channel::phone);
  database().read([](store::Reader& reader) {
    EXPECT_EQ(record::history(reader, "aldermere", "CASE-2").size(), 1U);
  });
}

TEST_P(CaseImportStore, importing_twice_is_importing_once) {
  const std::string text =
      "received,kind,words,reference\n"
      "2026-02-01,idea,One,A1\n2026-02-02,idea,Two,\n2026-02-02,idea,Two,\n2026-02-02,idea,Three,"
      "\n";
  EXPECT_EQ(import(*read(text)).added, 4U) << "two rows that say the same are two cases";
  const auto again = import(*read(text));
  EXPECT_EQ(again.added, 0U);
  EXPECT_EQ(again.already_here, 4U);
  EXPECT_EQ(number("select count(*) from cases"), 4);
  EXPECT_EQ(number("select count(*) from events where verb = 'received'"), 4);
}

TEST_P(CaseImportStore, keeps_how_a_case_ended_elsewhere) {
  const auto file = read(
      "received,kind,words,status,date closed,outcome,response\n"
      "2026-02-01,idea,One,Completed,9/2/2026,did,We did it\n"
      "2026-02-01,idea,Two,in progress,,,\n"
      "2026-02-01,idea,Three,closed,,,\n"
      "2026-02-01,idea,Four,,1/1/2026,,\n"
      "2026-02-01,idea,Five,lost,,,\n");
  ASSERT_TRUE(file);
  ASSERT_EQ(file->problems.size(), 2U);
  EXPECT_EQ(file->problems.front().field, "closed");
  EXPECT_EQ(file->problems.back().field, "status");
  EXPECT_EQ(import(*file).added, 3U);
  const auto find = [&](const std::string& ref) {
    return database()
        .read([&](store::Reader& reader) { return find_case(reader, "aldermere", ref); })
        .value();
  };
  EXPECT_EQ(find("CASE-1").status, Status::closed);
  EXPECT_EQ(find("CASE-1").closed, "2026-02-09");
  EXPECT_EQ(find("CASE-1").outcome, Outcome::did);
  EXPECT_EQ(find("CASE-1").answer, "We did it");
  EXPECT_EQ(find("CASE-2").status, Status::looking_into);
  EXPECT_EQ(find("CASE-3").closed, "2026-02-01");
}

TEST_P(CaseImportStore, knows_the_rows_of_our_own_export) {
  ASSERT_EQ(import(*read("received,kind,words\n2026-02-01,idea,One\n")).added, 1U);
  const auto own = import(*read("reference,received,kind,words\nCASE-1,2026-02-01,idea,One\n"));
  EXPECT_EQ(own.already_here, 1U);
  const auto theirs =
      import(*read("reference,received,kind,words\nCASE-1,2026-02-01,idea,Other\n"));
  EXPECT_EQ(theirs.added, 1U) << "another council's case of the same number";
}

TEST_P(CaseImportStore, says_what_is_wrong_with_each_row_and_keeps_the_good_ones_apart) {
  const auto file = read(
      "received,kind,words,service,relationship,channel,email\n"
      "2026-02-01,idea,Good,,,,\n"
      "yesterday,enquiry,,Nowhere,pirate,pigeon,nobody\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->good.size(), 1U);
  std::vector<std::string> fields;
  for (const auto& problem : file->problems) {
    EXPECT_EQ(problem.row, 3);
    fields.push_back(problem.field);
  }
  EXPECT_EQ(fields, (std::vector<std::string>{"received", "relationship", "channel", "service",
                                              "kind", "words", "email"}));
}

TEST_P(CaseImportStore, refuses_a_file_that_is_no_list_of_cases) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read("received,kind,words\n"));
  const auto missing = read("colour,shape\nred,round\n");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().problems.size(), 3U);
  EXPECT_FALSE(read(std::string("%PDF-1.7\n\0\0\xFF", 12)));
}

}  // namespace
}  // namespace throughline::hear
