#include "judge/elsewhere/library.hpp"

#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge::elsewhere {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Library : public testing::TwoCouncils {
 protected:
  static std::string page(const std::string& head) {
    return head +
           "Safeguarding\nScore: 2\nThe local authority commitment\nWe keep people safe.\nKey "
           "findings for this quality statement\nStaff told us the rota was fair. There were long "
           "delays in answering 24 calls. It was so.";
  }

  static const Reader& page_reader() {
    static const Reader reader = Reader::built_in();
    return reader;
  }

  base::Result<LibraryImport> import(const record::Work& work, const std::string& bytes) {
    return database().write([&](store::Writer& writer) {
      return import_file(writer, work, page_reader(), "page.txt", bytes);
    });
  }
  std::vector<LibraryStatement> statements(const StatementFilter& filter = {}) {
    return database().read([&](store::Reader& reader) {
      return library_statements(reader, work().authority_id, filter, 100, 0);
    });
  }
  std::vector<std::string> words(const StatementFilter& filter) {
    std::vector<std::string> all;
    for (const auto& each : statements(filter)) all.push_back(each.words);
    return all;
  }
  std::vector<LibraryPage> pages() {
    return database().read(
        [&](store::Reader& reader) { return library_pages(reader, work().authority_id); });
  }
  base::Result<LibraryStatement> correct(const std::string& ref, std::int64_t version,
                                         const Correction& correction) {
    return database().write([&](store::Writer& writer) {
      return correct_statement(writer, work(), ref, version, correction);
    });
  }

  const std::string titled_ = page("Wexcombe County Council: local authority assessment\n");
};
ON_BOTH_DATABASES(Library);

TEST_P(Library, keeps_a_page_with_its_statements_in_order) {
  const auto outcome = import(work(), titled_);
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_THAT(outcome->added, ElementsAre("PAGE-1"));
  ASSERT_THAT(pages(), SizeIs(1));
  EXPECT_EQ(pages()[0].council, "Wexcombe County Council");
  EXPECT_EQ(pages()[0].statements, 3);
  const auto kept = statements();
  ASSERT_THAT(kept, SizeIs(3));
  EXPECT_EQ(kept[0].ref, "ELSEWHERE-1");
  EXPECT_THAT(kept[0].voices, ElementsAre(Voice::staff));
  EXPECT_EQ(kept[1].polarity, Polarity::shortfall);
  ASSERT_THAT(kept[1].figures, SizeIs(1));
  EXPECT_EQ(kept[1].figures[0].unit, "calls");
}

TEST_P(Library, imports_twice_as_once) {
  ASSERT_TRUE(import(work(), titled_));
  const auto again = import(work(), titled_ + "\n\n");
  ASSERT_TRUE(again);
  EXPECT_THAT(again->added, IsEmpty());
  EXPECT_EQ(again->already_here, 1);
  EXPECT_THAT(pages(), SizeIs(1));
}

TEST_P(Library, changes_nothing_for_a_file_that_is_no_assessment) {
  const auto refused = import(work(), "Bins are emptied on Tuesdays.");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("not a page of a published"));
  EXPECT_THAT(pages(), IsEmpty());
}

TEST_P(Library, is_never_seen_by_another_council) {
  ASSERT_TRUE(import(other_work(), titled_));
  EXPECT_THAT(pages(), IsEmpty());
  EXPECT_THAT(statements(), IsEmpty());
  EXPECT_TRUE(import(work(), titled_));
}

TEST_P(Library, filters_by_voice_polarity_topic_statement_score_and_words) {
  ASSERT_TRUE(import(work(), titled_));
  const std::string fair = "Staff told us the rota was fair.";
  const std::string late = "There were long delays in answering 24 calls.";
  EXPECT_THAT(words({.voice = Voice::staff}), ElementsAre(fair));
  EXPECT_THAT(words({.polarity = Polarity::shortfall}), ElementsAre(late));
  EXPECT_THAT(words({.topic = "waiting"}), ElementsAre(late));
  EXPECT_THAT(words({.statement = "safeguarding", .score = 2}), SizeIs(3));
  EXPECT_THAT(words({.statement = "learning"}), IsEmpty());
  EXPECT_THAT(words({.council = "Wexcombe County Council", .search = "delay"}), ElementsAre(late));
  EXPECT_THAT(words({.search = "'\""}), IsEmpty());
}

TEST_P(Library, puts_statements_on_the_line_without_their_words) {
  ASSERT_TRUE(import(work(), titled_));
  const auto node = database().read([&](store::Reader& reader) {
    return record::find_node(reader, work().authority_id, "ELSEWHERE-2");
  });
  ASSERT_TRUE(node);
  EXPECT_EQ(node->title, "Wexcombe County Council, safeguarding, sentence 2");
  EXPECT_EQ(node->state, "shortfall");
}

TEST_P(Library, names_the_council_of_a_page_without_one) {
  ASSERT_TRUE(import(work(), page("")));
  EXPECT_EQ(pages()[0].council, "");
  const auto name = [&](std::int64_t version, const std::string& council) {
    return database().write([&](store::Writer& writer) {
      return name_council(writer, work(), "PAGE-1", version, council);
    });
  };
  EXPECT_EQ(name(1, " ").error().problems.at(0).field, "council");
  ASSERT_TRUE(name(1, "Northmarsh Council"));
  EXPECT_EQ(statements()[0].council, "Northmarsh Council");
  EXPECT_EQ(name(1, "Saltry City Council").error().kind, base::ErrorKind::conflict);
}

TEST_P(Library, keeps_the_first_reading_beside_a_correction_and_counts_it) {
  ASSERT_TRUE(import(work(), titled_));
  const auto corrected =
      correct("ELSEWHERE-3", 1,
              {.voices = {"carers"}, .polarity = "mixed", .topics = {"carers", "complaints"}});
  ASSERT_TRUE(corrected) << corrected.error().message;
  const auto found = statements()[2];
  EXPECT_THAT(found.voices, ElementsAre(Voice::carers));
  EXPECT_THAT(found.read_voices, ElementsAre(Voice::processes));
  EXPECT_TRUE(found.corrected);
  EXPECT_THAT(words({.voice = Voice::carers}), ElementsAre("It was so."));
  const auto share = database().read(
      [&](store::Reader& reader) { return corrected_share(reader, work().authority_id); });
  EXPECT_EQ(share.statements, 3);
  EXPECT_EQ(share.corrected, 1);
  const auto events = database().read([&](store::Reader& reader) {
    return record::history(reader, work().authority_id, "ELSEWHERE-3");
  });
  EXPECT_EQ(events.back().verb, "corrected");
}

TEST_P(Library, refuses_a_correction_with_every_problem_or_after_another) {
  ASSERT_TRUE(import(work(), titled_));
  EXPECT_THAT(correct("ELSEWHERE-1", 1, {}).error().problems, SizeIs(3));
  const Correction right{.voices = {"staff"}, .polarity = "mixed", .topics = {"culture"}};
  ASSERT_TRUE(correct("ELSEWHERE-1", 1, right));
  EXPECT_EQ(correct("ELSEWHERE-1", 1, right).error().kind, base::ErrorKind::conflict);
}

}  // namespace
}  // namespace throughline::judge::elsewhere
