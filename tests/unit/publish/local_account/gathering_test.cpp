#include "record/line.hpp"
#include "support/golden.hpp"
#include "unit/publish/local_account/accounts.hpp"

#include <gmock/gmock.h>

namespace throughline::publish::local_account {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class LocalAccountGathers : public Accounts {};
ON_BOTH_DATABASES(LocalAccountGathers);

TEST_P(LocalAccountGathers, is_gathered_from_the_record_of_its_year) {
  fill();
  const auto made = content(begin());
  EXPECT_THAT(made.chapters, SizeIs(all_chapters.size()));
  const auto& did = chapter(made, Chapter::did);
  ASSERT_THAT(did.groups, SizeIs(1));
  EXPECT_EQ(did.groups[0].heading, "What we cannot say yet");
  EXPECT_EQ(did.groups[0].stories[0].title, "Ring when late");
  EXPECT_THAT(did.sources, ElementsAre("ACTION-1"));
  EXPECT_EQ(chapter(made, Chapter::praise).groups[0].stories[0].said[0].words,
            "A worker who listened.");
  const auto& together = chapter(made, Chapter::together);
  EXPECT_THAT(together.sentences[0], HasSubstr("1 piece of work"));
  EXPECT_THAT(together.groups[0].stories[0].said,
              Contains(Field(&Said::words, "We could not pay for it.")));
  EXPECT_EQ(chapter(made, Chapter::next).groups[0].stories[0].title, "Answer in a week");
  EXPECT_TRUE(chapter(made, Chapter::scores).empty()) << "nothing is published";
  EXPECT_TRUE(chapter(made, Chapter::surveys).empty());
  EXPECT_TRUE(chapter(made, Chapter::voices).empty()) << "fewer than 20 voices";
}

TEST_P(LocalAccountGathers, what_did_not_work_beside_what_did) {
  fill();
  write([&](store::Writer& writer) {
    act::ActionForm form{"Ring twice", "So that people know", "", "Ann", day(2024, 12, 1), ""};
    const auto stopped = act::raise(writer, on(day(2024, 9, 4)), form, {praised_});
    EXPECT_TRUE(act::begin(writer, on(day(2024, 10, 2)), stopped->ref, day(2024, 10, 2)));
    EXPECT_TRUE(act::finish(writer, on(day(2024, 11, 1)), stopped->ref, act::ActionStatus::stopped,
                            day(2024, 11, 1), "Nobody wanted it"));
    record::put_node(writer, "aldermere", {"MEASURE-1", "Late visits", "2024-04-01", ""});
    record::put_node(writer, "aldermere", {"PROOF-1", "Late visits", "2025-02-01", "got worse"});
    record::add_link(writer, work(), {"ACTION-1", record::Relation::moves, "MEASURE-1"});
    record::add_link(writer, work(), {"ACTION-1", record::Relation::tested_by, "PROOF-1"});
    return 0;
  });
  const auto made = content(begin());
  const auto& did = chapter(made, Chapter::did);
  EXPECT_THAT(did.sentences[0], HasSubstr("0 moved the figure"));
  EXPECT_THAT(did.sentences[0], HasSubstr("1 did not"));
  ASSERT_THAT(did.groups, SizeIs(2));
  EXPECT_EQ(did.groups[0].heading, "What did not work");
  EXPECT_EQ(did.groups[0].stories[0].title, "Ring when late");
  EXPECT_EQ(did.groups[1].heading, "What we stopped");
  EXPECT_EQ(did.groups[1].stories[0].title, "Ring twice");
}

TEST_P(LocalAccountGathers, gives_no_small_number_nor_one_from_which_it_could_be_worked_out) {
  fill();
  const auto made = content(begin());
  const auto& kinds = chapter(made, Chapter::heard).tables[0];
  ASSERT_THAT(kinds.rows, SizeIs(5));
  const auto now = [&](std::size_t at) { return kinds.rows[at].cells[0]; };
  EXPECT_EQ(kinds.rows[0].name, "Concerns");
  EXPECT_EQ(now(0), "fewer than 5");
  EXPECT_EQ(now(1), "fewer than 5") << "the one compliment";
  for (const auto& row : kinds.rows) {
    EXPECT_NE(row.name, "Complaints") << "they are counted exactly in their own chapter";
    EXPECT_THAT(row.cells[0], Not(AnyOf("1", "2", "3", "4", "7")));
  }
  EXPECT_EQ(chapter(made, Chapter::complaints).tables[0].rows[0].cells[0], "9");
  EXPECT_EQ(chapter(made, Chapter::together).tables[0].rows[0].cells[0], "15");
  const auto csv = to_csv(made);
  EXPECT_THAT(csv, HasSubstr("What people told us,What it was,Concerns,"));
  EXPECT_THAT(csv, Not(HasSubstr(",2\n")));
  EXPECT_THAT(to_json(made), Not(HasSubstr("Nobody rang back at all")));
}

TEST_P(LocalAccountGathers, is_the_same_from_the_same_records_to_the_byte) {
  fill();
  const auto ref = begin();
  const auto first = to_json(content(ref));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return count_again(writer, as(record::Role::lead), council(), ref);
  }));
  EXPECT_EQ(first, to_json(content(ref)));
  EXPECT_EQ(first, to_json(content_from_json(first)));
  testing::expect_golden("publish/local-account.json", first + "\n");
  testing::expect_golden("publish/local-account.csv", to_csv(content(ref)));
}

}  // namespace
}  // namespace throughline::publish::local_account
