#include "act/action.hpp"

#include "record/authority.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/databases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::act {
namespace {

using namespace std::chrono;

class ActionStore : public testing::OnBothDatabases {
 protected:
  ActionStore() {
    for (const auto* council : {"aldermere", "wexcombe"}) {
      database().write([&](store::Writer& writer) {
        return record::create_authority(writer, clock(), council, council, council);
      });
    }
    database().write([&](store::Writer& writer) {
      record::put_node(writer, "aldermere",
                       {"CASE-1", "Complaint about Home care", "2026-02-01", ""});
      record::put_node(writer, "aldermere", {"MEASURE-1", "Late visits", "2026-02-01", ""});
      record::put_node(writer, "aldermere", {"MEASURE-2", "Missed visits", "2026-02-01", ""});
    });
  }

  record::Work work(const std::string& council = "aldermere") {
    return {council, {"USER-1", "Priya Nair", record::Role::officer}, clock().now(), random_};
  }

  static ActionForm form() {
    return {"Ring people when a visit will be late",
            "Fewer people left waiting",
            "USER-2",
            "Tom Okafor",
            year{2026} / June / 30,
            "MEASURE-1"};
  }

  base::Result<Action> raised(const std::vector<std::string>& sources = {"CASE-1"}) {
    return database().write(
        [&](store::Writer& writer) { return raise(writer, work(), form(), sources); });
  }

  template <typename Verb>
  auto written(Verb verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }

  std::vector<record::Link> links(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return record::links_from(reader, "aldermere", ref); });
  }

  std::vector<std::string> verbs(const std::string& ref) {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> verbs;
      for (const auto& event : record::history(reader, "aldermere", ref)) {
        verbs.push_back(event.verb);
      }
      return verbs;
    });
  }

  base::SeededRandom random_{1};
};

std::vector<std::string> fields(const base::Error& error) {
  std::vector<std::string> fields;
  for (const auto& problem : error.problems) fields.push_back(problem.field);
  return fields;
}

}  // namespace

ON_BOTH_DATABASES(ActionStore);

TEST_P(ActionStore, raises_an_action_that_stands_on_the_line) {
  const auto action = raised();
  ASSERT_TRUE(action);
  EXPECT_EQ(action->ref, "ACTION-1");
  EXPECT_EQ(action->status, ActionStatus::planned);
  const auto stored = database().read(
      [&](store::Reader& reader) { return find_action(reader, "aldermere", action->ref); });
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->title, form().title);
  EXPECT_EQ(stored->due, (year{2026} / June / 30));
  ASSERT_EQ(links("CASE-1").size(), 1U);
  EXPECT_EQ(links("CASE-1").front().to, action->ref);
  ASSERT_EQ(links(action->ref).size(), 1U);
  EXPECT_EQ(links(action->ref).front().to, "MEASURE-1");
  EXPECT_THAT(verbs(action->ref), ::testing::ElementsAre("raised"));
}

TEST_P(ActionStore, tells_every_problem_of_the_form_at_once) {
  const auto action =
      written([&](store::Writer& writer) { return raise(writer, work(), ActionForm{}, {}); });
  ASSERT_FALSE(action);
  EXPECT_THAT(fields(action.error()), ::testing::ElementsAre("title", "aim", "owner", "due"));
}

TEST_P(ActionStore, raises_once_what_is_raised_twice_from_one_form) {
  const auto once = [&](const ActionForm& given, const std::vector<std::string>& sources) {
    return written(
               [&](store::Writer& writer) { return raise_once(writer, work(), given, sources); })
        ->ref;
  };
  EXPECT_EQ(once(form(), {"CASE-1"}), "ACTION-1");
  EXPECT_EQ(once(form(), {"CASE-1"}), "ACTION-1");
  EXPECT_EQ(once(form(), {}), "ACTION-2");
  auto other = form();
  other.aim = "Something else";
  EXPECT_EQ(once(other, {"CASE-1"}), "ACTION-3");
  EXPECT_THAT(verbs("ACTION-1"), ::testing::ElementsAre("raised"));
}

TEST_P(ActionStore, refuses_a_source_of_another_council_and_keeps_nothing) {
  const auto action = written([&](store::Writer& writer) {
    auto foreign = form();
    foreign.measure_ref.clear();
    return raise(writer, work("wexcombe"), foreign, {"CASE-1"});
  });
  ASSERT_FALSE(action);
  EXPECT_EQ(action.error().kind, base::ErrorKind::not_found);
  EXPECT_EQ(database().read(
                [&](store::Reader& reader) { return count_actions(reader, work("wexcombe"), {}); }),
            0);
}

TEST_P(ActionStore, another_council_never_sees_it) {
  ASSERT_TRUE(raised());
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_action(reader, "wexcombe", "ACTION-1"));
    EXPECT_TRUE(list_actions(reader, work("wexcombe"), {}, 0, 50).empty());
  });
}

TEST_P(ActionStore, moves_its_link_when_the_measure_changes) {
  ASSERT_TRUE(raised());
  auto changed = form();
  changed.measure_ref = "MEASURE-2";
  const auto action = written(
      [&](store::Writer& writer) { return change(writer, work(), "ACTION-1", 1, changed); });
  ASSERT_TRUE(action);
  ASSERT_EQ(links("ACTION-1").size(), 1U);
  EXPECT_EQ(links("ACTION-1").front().to, "MEASURE-2");
  EXPECT_EQ(action->version, 2);
}

TEST_P(ActionStore, refuses_a_change_made_on_an_old_copy) {
  ASSERT_TRUE(raised());
  auto changed = form();
  changed.title = "Ring people earlier";
  ASSERT_TRUE(written(
      [&](store::Writer& writer) { return change(writer, work(), "ACTION-1", 1, changed); }));
  const auto second =
      written([&](store::Writer& writer) { return change(writer, work(), "ACTION-1", 1, form()); });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
}

TEST_P(ActionStore, begins_is_done_and_can_be_taken_up_again) {
  ASSERT_TRUE(raised());
  const auto done = [&] {
    return written([&](store::Writer& writer) {
      return finish(writer, work(), "ACTION-1", ActionStatus::done, year{2026} / March / 1,
                    "Every team rings");
    });
  };
  EXPECT_FALSE(done()) << "an action that has not begun cannot be done";
  ASSERT_TRUE(written([&](store::Writer& writer) {
    return begin(writer, work(), "ACTION-1", year{2026} / February / 1);
  }));
  ASSERT_TRUE(done());
  EXPECT_FALSE(done()) << "finished twice";
  EXPECT_FALSE(written([&](store::Writer& writer) {
    return reopen(writer, work(), "ACTION-1", " ");
  })) << "taken up again without a reason";
  const auto reopened = written(
      [&](store::Writer& writer) { return reopen(writer, work(), "ACTION-1", "It slipped back"); });
  ASSERT_TRUE(reopened);
  EXPECT_EQ(reopened->status, ActionStatus::under_way);
  EXPECT_FALSE(reopened->ended);
  EXPECT_THAT(verbs("ACTION-1"), ::testing::ElementsAre("raised", "began", "done", "reopened"));
}

TEST_P(ActionStore, refuses_days_to_come_and_an_end_before_the_beginning) {
  ASSERT_TRUE(raised());
  const auto tomorrow = base::add_days(work().today(), 1);
  EXPECT_FALSE(
      written([&](store::Writer& writer) { return begin(writer, work(), "ACTION-1", tomorrow); }));
  ASSERT_TRUE(written([&](store::Writer& writer) {
    return begin(writer, work(), "ACTION-1", year{2026} / February / 10);
  }));
  const auto early = written([&](store::Writer& writer) {
    return finish(writer, work(), "ACTION-1", ActionStatus::stopped, year{2026} / February / 1,
                  "No money");
  });
  ASSERT_FALSE(early);
  EXPECT_THAT(fields(early.error()), ::testing::ElementsAre("ended"));
}

TEST_P(ActionStore, lists_unfinished_actions_by_due_date_before_finished_ones) {
  const auto raise_due = [&](base::Date due) {
    auto given = form();
    given.due = due;
    return written([&](store::Writer& writer) { return raise(writer, work(), given, {}); })->ref;
  };
  const auto later = raise_due(year{2026} / July / 1);
  const auto late = raise_due(year{2026} / January / 1);
  const auto finished = raise_due(year{2025} / December / 1);
  ASSERT_TRUE(written([&](store::Writer& writer) {
    return finish(writer, work(), finished, ActionStatus::stopped, work().today(), "No need");
  }));
  database().read([&](store::Reader& reader) {
    std::vector<std::string> refs;
    for (const auto& action : list_actions(reader, work(), {}, 0, 50)) {
      refs.push_back(action.ref);
    }
    EXPECT_THAT(refs, ::testing::ElementsAre(late, later, finished));
    ActionFilter late_only;
    late_only.late_only = true;
    EXPECT_EQ(count_actions(reader, work(), late_only), 1);
  });
}

TEST_P(ActionStore, keeps_hostile_and_long_words_exactly) {
  auto given = form();
  given.aim =
      "<script>alert(1)</script> \xF0\x9F\x98\x80 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D '; drop table "
      "actions;--";
  ASSERT_TRUE(written([&](store::Writer& writer) { return raise(writer, work(), given, {}); }));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_action(reader, "aldermere", "ACTION-1")->aim, given.aim);
  });
  given.aim.assign(longest_text + 1, 'x');
  EXPECT_FALSE(written([&](store::Writer& writer) { return raise(writer, work(), given, {}); }));
}

}  // namespace throughline::act
