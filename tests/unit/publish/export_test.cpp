#include "publish/export.hpp"

#include "publish/export_rules.hpp"
#include "record/document.hpp"
#include "unit/judge/judging.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace throughline::publish {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;

TEST(ExportRules, keep_what_nobody_decided_about_to_oneself) {
  const auto rules = ExportRules::read(
      "table,column,rule,why\nusers,password_hash,never,\n"
      "users,*,open,\n");
  ASSERT_TRUE(rules);
  const store::TableShape users{"users", {"authority_id", "name", "password_hash"}};
  const store::TableShape later{"later", {"authority_id", "secret"}};
  EXPECT_EQ(rules->columns(users, ExportWords::included).size(), 2u);
  EXPECT_THAT(rules->columns(later, ExportWords::left_out), IsEmpty());
  EXPECT_EQ(rules->columns(later, ExportWords::included).size(), 2u);
  EXPECT_FALSE(ExportRules::read("table,column,rule,why\nusers,*,maybe,\n"));
}

class ExportStore : public judge::Judging {
 protected:
  std::map<std::string, std::string> take(ExportWords words) {
    database().write([&](store::Writer& writer) { note_export(writer, work(), words); });
    std::map<std::string, std::string> files;
    database().read([&](store::Reader& reader) {
      (void)export_council(reader, work(), words,
                           [&](const ExportedFile& file) { files[file.path] = file.content; });
    });
    return files;
  }
};
ON_BOTH_DATABASES(ExportStore);

TEST_P(ExportStore, holds_every_record_of_this_council_and_none_of_another) {
  ASSERT_TRUE(add(draft()));
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(
        record::add_document(writer, work(), {"Notes", "notes.txt", "2026-03-01", "Minutes"}));
  });
  const auto files = take(ExportWords::left_out);
  EXPECT_THAT(files.at("tables/evidence.csv"), HasSubstr("carers came when they said"));
  EXPECT_THAT(files.at("tables/evidence.json"), HasSubstr("\"ref\":\"EVIDENCE-1\""));
  EXPECT_EQ(files.at("documents/DOCUMENT-1-notes.txt"), "Minutes");
  EXPECT_THAT(files.at("tables/events.csv"), HasSubstr("exported"));
  EXPECT_THAT(files.at("manifest.json"), HasSubstr("\"sha256\""));
  for (const auto& [path, content] : files) {
    EXPECT_THAT(content, Not(HasSubstr("CASE-9"))) << path;
    EXPECT_THAT(content, Not(HasSubstr("brackwater"))) << path;
  }
}

TEST_P(ExportStore, has_a_rule_for_every_table_of_a_council) {
  const auto rules = built_in_export_rules();
  database().read([&](store::Reader& reader) {
    for (const store::TableShape& table : store::tables(reader)) {
      if (std::ranges::find(table.columns, "authority_id") == table.columns.end()) continue;
      EXPECT_TRUE(rules.knows(table.name)) << "say in data/export.csv whether " << table.name
                                           << " is open, private or never exported";
    }
  });
}

TEST_P(ExportStore, takes_words_only_when_asked_and_secrets_never) {
  EXPECT_THAT(take(ExportWords::left_out), Not(Contains(Key("tables/case_words.csv"))));
  const auto files = take(ExportWords::included);
  EXPECT_THAT(files, Contains(Key("tables/case_words.csv")));
  EXPECT_THAT(files, Not(Contains(Key("tables/sessions.csv"))));
  EXPECT_THAT(files.at("tables/users.csv"), Not(HasSubstr("password_hash")));
}

}  // namespace
}  // namespace throughline::publish
