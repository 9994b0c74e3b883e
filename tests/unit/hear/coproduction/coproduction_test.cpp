#include "hear/coproduction/group.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/coproduction/room.hpp"
#include "hear/coproduction/summary.hpp"
#include "hear/fair_voice/population.hpp"
#include "hear/hear.hpp"
#include "record/bank_holidays.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::coproduction {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

base::Date day(const char* text) {
  return base::date_from_text(text).value();
}

ProjectForm letters() {
  ProjectForm form;
  form.title = "Letters about charges";
  form.about = "The letters that people get about what they pay";
  form.stage = "design";
  form.open_to_all = "yes";
  form.asked_on = day("2026-01-05");
  form.wanted_by = day("2026-02-02");
  form.people[0] = "12";
  return form;
}

std::vector<std::string> fields_of(const base::Error& error) {
  std::vector<std::string> fields;
  for (const auto& problem : error.problems) fields.push_back(problem.field);
  return fields;
}

class CoproductionStore : public testing::TwoCouncils {
 protected:
  template <typename Verb, typename... Given>
  auto write(Verb&& verb, const Given&... given) {
    return database().write([&](store::Writer& writer) { return verb(writer, work(), given...); });
  }
  Project project(const std::string& ref = "PROJECT-1") {
    return database().read(
        [&](store::Reader& reader) { return find_project(reader, "aldermere", ref).value(); });
  }
  std::string state_on_line() {
    return database().read([&](store::Reader& reader) {
      return record::find_node(reader, "aldermere", "PROJECT-1")->state;
    });
  }
  void add_members(int count, const std::string& age, const std::string& sex) {
    for (int at = 0; at < count; ++at) {
      MemberForm form{"Someone", "draws_on_care", day("2026-01-01"), {}, {}};
      form.answers = {{"age_band", age}, {"sex", sex}};
      ASSERT_TRUE(write(add_member, std::string("GROUP-1"), form));
    }
  }
  Room room(const char* on = "2026-02-01") {
    return database().read([&](store::Reader& reader) {
      return who_is_in(reader, "aldermere", {"GROUP-1"}, day(on), Population::residents);
    });
  }
};
ON_BOTH_DATABASES(CoproductionStore);

TEST_P(CoproductionStore, keeps_a_project_and_puts_it_on_the_line) {
  const auto added = write(add_project, letters());
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->ref, "PROJECT-1");
  EXPECT_EQ(added->days_given(), 28);
  EXPECT_EQ(added->working_days_given(record::working_days()), 20);
  EXPECT_EQ(added->people(), 12);
  EXPECT_EQ(state_on_line(), "Under way");
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_project(reader, "brackwater", added->ref));
    EXPECT_THAT(projects(reader, "brackwater", {}), IsEmpty());
    EXPECT_EQ(record::history(reader, "aldermere", added->ref).size(), 1U);
  });
}

TEST_P(CoproductionStore, refuses_what_cannot_be) {
  ProjectForm empty;
  EXPECT_THAT(fields_of(write(add_project, empty).error()),
              UnorderedElementsAre("title", "about", "stage", "asked_on", "groups"));
  auto form = letters();
  form.wanted_by = day("2026-01-04");
  form.decided_on = day("2026-01-01");
  form.people[1] = "some";
  form.groups = {"GROUP-9"};
  form.about = "Ring Jo on 07700 900123";
  EXPECT_THAT(
      fields_of(write(add_project, form).error()),
      UnorderedElementsAre("wanted_by", "decided_on", "people_unpaid_carer", "groups", "about"));
  form = letters();
  form.stage = "after_decision";
  EXPECT_THAT(fields_of(write(add_project, form).error()), ElementsAre("decided_on"));
  form.decided_on = day("2026-01-20");
  EXPECT_THAT(fields_of(write(add_project, form).error()), ElementsAre("decided_on"));
  form.decided_on = day("2026-01-02");
  EXPECT_TRUE(write(add_project, form));
}

TEST_P(CoproductionStore, a_change_that_comes_late_is_refused) {
  ASSERT_TRUE(write(add_project, letters()));
  auto form = form_of(project());
  EXPECT_EQ(form.people[0], "12");
  form.stage = "idea";
  ASSERT_TRUE(write(change_project, std::string("PROJECT-1"), std::int64_t{1}, form));
  EXPECT_EQ(project().stage, Stage::idea);
  EXPECT_EQ(write(change_project, std::string("PROJECT-1"), std::int64_t{1}, form).error().kind,
            base::ErrorKind::conflict);
}

TEST_P(CoproductionStore, cannot_be_finished_while_an_ask_has_no_answer) {
  const std::string ref = "PROJECT-1";
  ASSERT_TRUE(write(add_project, letters()));
  ASSERT_TRUE(write(ask, ref, std::string("The amount on the first page")));
  EXPECT_THAT(write(finish, ref).error().message, HasSubstr("1 thing that people asked for has"));
  const std::int64_t first = 1;
  EXPECT_THAT(fields_of(write(answer_ask, ref, first, std::string("open"), std::string()).error()),
              UnorderedElementsAre("outcome", "answer"));
  EXPECT_THAT(
      write(answer_ask, ref, first, std::string("not_changed"), std::string()).error().problems,
      Contains(Field(&base::Problem::message, "Enter why it did not change")));
  ASSERT_TRUE(write(answer_ask, ref, first, std::string("changed"), std::string("It is there")));
  ASSERT_TRUE(write(finish, ref));
  EXPECT_EQ(state_on_line(), "Finished");
  EXPECT_EQ(write(ask, ref, std::string("More")).error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(write(take_up_again, ref));
  EXPECT_EQ(project().state(), State::open);
}

TEST_P(CoproductionStore, says_where_it_is_stuck_until_it_is_freed) {
  const std::string ref = "PROJECT-1";
  using When = std::optional<base::Date>;
  ASSERT_TRUE(write(add_project, letters()));
  EXPECT_THAT(
      fields_of(write(hold_up, ref, When(day("2025-12-01")), std::string(), std::string()).error()),
      UnorderedElementsAre("since", "why", "owner"));
  ASSERT_TRUE(write(hold_up, ref, When(day("2026-01-10")), std::string("No budget"),
                    std::string("Commissioning")));
  EXPECT_EQ(state_on_line(), "Stuck");
  EXPECT_FALSE(write(finish, ref));
  EXPECT_EQ(write(hold_up, ref, When(day("2026-01-11")), std::string("Again"), std::string("Us"))
                .error()
                .kind,
            base::ErrorKind::conflict);
  ASSERT_TRUE(write(free_project, ref, When(day("2026-01-20")), std::string("It was found")));
  EXPECT_EQ(state_on_line(), "Under way");
  EXPECT_FALSE(write(free_project, ref, When(day("2026-01-20")), std::string("Twice")));
}

TEST_P(CoproductionStore, cases_are_considered_in_it_and_nothing_else) {
  ASSERT_TRUE(write(add_project, letters()));
  NewCase given;
  given.kind = Kind::complaint;
  given.words = "Nobody told us that it would cost anything at all.";
  given.relationship = Relationship::family;
  ASSERT_TRUE(write(receive, given));
  ASSERT_TRUE(write(consider, std::string("PROJECT-1"), std::string(" case-1 ")));
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(record::links_to(reader, "aldermere", "PROJECT-1"),
                Contains(Field(&record::Link::from, "CASE-1")));
  });
  EXPECT_FALSE(write(consider, std::string("PROJECT-1"), std::string("CASE-9")));
  EXPECT_FALSE(write(consider, std::string("PROJECT-1"), std::string("PROJECT-1")));
  EXPECT_FALSE(write(join_action, std::string("PROJECT-1"), std::string("CASE-1")));
}

TEST_P(CoproductionStore, names_are_kept_apart_and_erased_for_good) {
  ASSERT_TRUE(write(add_group, GroupForm{"Board", "To shape care"}));
  EXPECT_THAT(fields_of(write(add_group, GroupForm{"board", "Again"}).error()),
              ElementsAre("name"));
  MemberForm form{"Jo Bloggs", "unpaid_carer", day("2026-01-01"), {}, {{"sex", "female"}}};
  ASSERT_TRUE(write(add_member, std::string("GROUP-1"), form));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(members(reader, "aldermere", "GROUP-1", Names::kept_back).at(0).name, "");
    EXPECT_EQ(members(reader, "aldermere", "GROUP-1", Names::shown).at(0).name, "Jo Bloggs");
    for (const auto& event : record::history(reader, "aldermere", "GROUP-1")) {
      for (const auto& [name, value] : event.details) EXPECT_THAT(value, Not(HasSubstr("Jo")));
    }
  });
  ASSERT_TRUE(write(erase_member, std::string("MEMBER-1")));
  database().read([&](store::Reader& reader) {
    const auto found = find_member(reader, "aldermere", "MEMBER-1").value();
    EXPECT_TRUE(found.erased);
    EXPECT_EQ(found.name, "");
    EXPECT_THAT(found.answers, IsEmpty());
    EXPECT_EQ(find_group(reader, "aldermere", "GROUP-1")->members, 1);
  });
  EXPECT_FALSE(write(erase_member, std::string("MEMBER-1")));
  EXPECT_THAT(
      fields_of(write(change_member, std::string("MEMBER-1"), std::int64_t{2}, form).error()),
      UnorderedElementsAre("name", "sex"));
}

TEST_P(CoproductionStore, says_who_is_missing_only_where_it_tells_of_nobody) {
  database().write([&](store::Writer& writer) {
    keep_population(writer, work(), Population::residents,
                    {{"age_band",
                      {{"Under 18", 0},
                       {"18 to 24", 100},
                       {"25 to 34", 100},
                       {"35 to 44", 100},
                       {"45 to 54", 100},
                       {"55 to 64", 100},
                       {"65 to 74", 100},
                       {"75 to 84", 396},
                       {"85 and over", 4}},
                      "Made up",
                      2021},
                     {"sex", {{"Female", 500}, {"Male", 500}}, "Made up", 2021}});
  });
  ASSERT_TRUE(write(add_group, GroupForm{"Board", "To shape care"}));
  for (const auto* age : {"18_to_24", "25_to_34", "35_to_44", "45_to_54", "55_to_64"}) {
    add_members(1, age, "female");
  }
  add_members(4, "65_to_74", "female");
  EXPECT_THAT(room().missing, IsEmpty()) << "nine answers are too few";
  add_members(1, "65_to_74", "female");
  const auto ten = room();
  EXPECT_FALSE(ten.voices.enough);
  ASSERT_THAT(ten.missing, SizeIs(1)) << "all women says something of each; 85 and over are few";
  EXPECT_EQ(ten.missing[0].group, "75 to 84");
  EXPECT_EQ(room("2025-12-31").members, 0) << "before anyone joined";
  add_members(10, "65_to_74", "male");
  const auto twenty = room();
  EXPECT_TRUE(twenty.voices.enough);
  EXPECT_THAT(twenty.missing, IsEmpty()) << "a table and a sentence could tell more together";
}

TEST_P(CoproductionStore, counts_how_early_people_joined) {
  ASSERT_TRUE(write(add_project, letters()));
  auto late = letters();
  late.stage = "after_decision";
  late.decided_on = day("2026-01-02");
  late.wanted_by = day("2026-01-09");
  ASSERT_TRUE(write(add_project, late));
  ASSERT_TRUE(write(ask, std::string("PROJECT-2"), std::string("To be asked before")));
  const auto all =
      database().read([&](store::Reader& reader) { return projects(reader, "aldermere", {}); });
  const auto counted = summary_of(all);
  EXPECT_EQ(counted.projects, 2);
  EXPECT_EQ(counted.early, 1);
  EXPECT_EQ(counted.middle_days, 16.0);
  EXPECT_EQ(counted.asks(), 1);
  const auto months = early_by_month(all);
  ASSERT_THAT(months, SizeIs(1));
  EXPECT_EQ(months[0].early, 1);
  EXPECT_EQ(months[0].all, 2);
  const auto found = database().read([&](store::Reader& reader) {
    return projects(reader, "aldermere", {Stage::after_decision, State::open, "", {}, {}});
  });
  EXPECT_THAT(found, ElementsAre(Field(&Project::ref, "PROJECT-2")));
}

}  // namespace
}  // namespace throughline::hear::coproduction
