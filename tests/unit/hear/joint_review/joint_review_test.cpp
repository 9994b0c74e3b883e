#include "hear/hear.hpp"
#include "hear/joint_review/learning.hpp"
#include "hear/joint_review/parties.hpp"
#include "hear/joint_review/timeline.hpp"
#include "hear/partner/partner.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::joint_review {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<std::string> fields_of(const base::Error& error) {
  std::vector<std::string> fields;
  for (const auto& problem : error.problems) fields.push_back(problem.field);
  return fields;
}

class JointReviewStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    database().write([](store::Writer& writer) {
      for (const auto* user : {"USER-7", "USER-8", "USER-9"}) {
        writer.execute(
            "insert into users (authority_id, ref, email, name, role, password_hash, active, "
            "created) values ('aldermere', $1, $2, 'Sunita Patel', 'partner', '', 1, "
            "'2026-01-01T00:00:00.000Z')",
            {std::string(user), std::string(user) + "@example.org"});
      }
    });
    carers_ = organisation("Carers Network", "USER-8");
    homes_ = organisation("Elm Homes", "USER-9");
  }
  std::string organisation(const std::string& name, const std::string& user) {
    return database().write([&](store::Writer& writer) {
      const auto ref = add_partner(writer, work(), {name, PartnerSort::voluntary, {}, {}}).value();
      EXPECT_TRUE(add_member(writer, work(), ref, user));
      return ref;
    });
  }
  record::Work as(const std::string& user) {
    return {"aldermere",
            {user, "Sunita Patel", record::Role::partner},
            testing::test_instant(),
            random_};
  }
  base::Date today() { return work().today(); }
  ReviewForm form() {
    ReviewForm form;
    form.title = "A discharge without medicines";
    form.why = "Each of us did what our own list asked";
    form.from = base::add_days(today(), -30);
    form.due = base::add_days(today(), 14);
    return form;
  }
  template <typename Verb, typename... Given>
  auto write(Verb&& verb, const record::Work& by, const Given&... given) {
    return database().write([&](store::Writer& writer) { return verb(writer, by, given...); });
  }
  std::string begin() { return write(begin_review, work(), form()).value(); }
  std::optional<Review> seen(const record::Work& by, const std::string& ref) {
    return database().read([&](store::Reader& reader) { return find_review(reader, by, ref); });
  }
  std::int64_t version_of(const record::Work& by, const std::string& ref,
                          const std::string& party) {
    return seen(by, ref)->party(party)->version;
  }
  void invite_and_accept(const std::string& ref, const std::string& partner,
                         const record::Work& by) {
    ASSERT_TRUE(write(invite, work(), ref, partner, std::optional(base::add_days(today(), 7))));
    ASSERT_TRUE(write(accept_invitation, by, ref));
  }
  base::Result<void> submit(const std::string& ref, const record::Work& by,
                            const std::string& party, const std::string& saw) {
    auto form = drafted_form(saw, version_of(by, ref, party));
    form.part.learned = "We learned to ask";
    return write(submit_part, by, ref, form);
  }
  static PartForm drafted_form(const std::string& saw, std::int64_t version) {
    PartForm form;
    form.part.saw = saw;
    form.version = version;
    return form;
  }
  std::vector<std::string> missing(const std::string& ref) {
    return database().read([&](store::Reader& reader) {
      return missing_to_close(reader, "aldermere", *find_review(reader, work(), ref));
    });
  }
  LearningForm note(const std::string& ref, const std::string& words) {
    LearningForm form;
    form.learning = words;
    form.version = seen(work(), ref)->version;
    return form;
  }
  std::string carers_;
  std::string homes_;
  base::SeededRandom random_{5};
};
ON_BOTH_DATABASES(JointReviewStore);

TEST_P(JointReviewStore, refuses_a_form_with_every_problem_and_warns_of_names) {
  ReviewForm empty;
  auto refused = write(begin_review, work(), empty);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("title", "from", "why", "due"));
  EXPECT_FALSE(warns_of_names(refused.error()));

  auto named = form();
  named.why = "Mrs Khan went home without medicines";
  refused = write(begin_review, work(), named);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("why"));
  EXPECT_THAT(refused.error().problems[0].message, HasSubstr("This looks like a name: “Mrs Khan”"));
  EXPECT_TRUE(warns_of_names(refused.error()));
  named.looked = Looked::yes;
  EXPECT_TRUE(write(begin_review, work(), named));

  auto wrong = form();
  wrong.from = base::add_days(today(), 1);
  wrong.to = base::add_days(today(), -1);
  wrong.service_ref = "SERVICE-99";
  wrong.due = base::add_days(today(), -1);
  refused = write(begin_review, work(), wrong);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("from", "to", "service", "due"));
}

TEST_P(JointReviewStore, stands_on_the_line_with_its_cases_and_actions) {
  const auto ref = begin();
  const auto told = database().write([&](store::Writer& writer) {
    NewCase given;
    given.kind = Kind::complaint;
    given.relationship = Relationship::person;
    given.words = "No medicines";
    return receive(writer, work(), given).value().ref;
  });
  EXPECT_FALSE(write(look_at_case, work(), ref, std::string("CASE-99")));
  EXPECT_FALSE(write(look_at_case, work(), ref, ref));
  EXPECT_TRUE(write(look_at_case, work(), ref, std::string(" case-1 ")));
  EXPECT_FALSE(write(look_at_case, as("USER-8"), ref, told));
  const auto actions = database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"ACTION-1", "One duty number", "", "Planned"});
    record::add_link(writer, work(), {ref, record::Relation::raised, "ACTION-1"});
    const std::string action = "ACTION-1";
    EXPECT_FALSE(give_action(writer, work(), ref, action, carers_));  // not invited
    EXPECT_TRUE(give_action(writer, work(), ref, action, std::string(council_party)));
    return joint_actions(writer, "aldermere", *find_review(writer, work(), ref));
  });
  ASSERT_THAT(actions, SizeIs(1));
  EXPECT_EQ(actions[0].party_name, "Aldermere Borough Council");
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(record::find_node(reader, "aldermere", ref)->state, "Under way");
    const auto to = record::links_to(reader, "aldermere", ref);
    ASSERT_THAT(to, SizeIs(1));
    EXPECT_EQ(to[0].from, told);
    EXPECT_EQ(to[0].relation, record::Relation::reviewed_in);
  });
  EXPECT_TRUE(write(leave_out_case, work(), ref, told));
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(record::links_to(reader, "aldermere", ref), IsEmpty());
  });
}

TEST_P(JointReviewStore, another_organisation_and_another_council_see_nothing) {
  const auto ref = begin();
  invite_and_accept(ref, carers_, as("USER-8"));
  const auto other = as("USER-9");
  EXPECT_TRUE(seen(as("USER-8"), ref));
  EXPECT_FALSE(seen(other, ref));
  EXPECT_FALSE(seen(as("USER-7"), ref));  // of no organisation
  EXPECT_FALSE(seen(other_work(), ref));
  const auto refused = [&](const auto& outcome) {
    EXPECT_FALSE(outcome);
    if (outcome) return;
    EXPECT_EQ(outcome.error().kind, base::ErrorKind::not_found);
  };
  FactForm fact{today(), "", "It happened", std::string(council_party)};
  refused(write(accept_invitation, other, ref));
  refused(write(decline_invitation, other, ref, std::string("No time"), Looked::no));
  refused(write(save_draft, other, ref, PartForm{}));
  refused(write(submit_part, other, ref, PartForm{}));
  refused(write(take_back_part, other, ref));
  refused(write(add_fact, other, ref, fact));
  refused(write(say_view, other, ref, std::string("agrees"), std::string(), Looked::no));
  // What is for the council alone, by whoever takes part.
  const auto partner = as("USER-8");
  refused(write(change_review, partner, ref, std::int64_t{1}, form()));
  refused(write(invite, partner, ref, homes_, std::optional(today())));
  refused(write(withdraw_invitation, partner, ref, carers_));
  refused(write(keep_learning, partner, ref, LearningForm{}));
  refused(write(close_review, partner, ref));
  refused(write(reopen_review, partner, ref, std::string("Why not")));
  refused(write(take_on, partner, ref, std::optional(today())));
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(reviews(reader, other, {}), IsEmpty());
    EXPECT_THAT(reviews(reader, as("USER-7"), {}), IsEmpty());
    EXPECT_THAT(reviews(reader, other_work(), {}), IsEmpty());
    EXPECT_THAT(reviews(reader, partner, {}), SizeIs(1));
    EXPECT_THAT(waiting_for(reader, other), IsEmpty());
    EXPECT_FALSE(own_part(reader, other, ref));
  });
}

TEST_P(JointReviewStore, an_invited_organisation_sees_what_it_is_about_and_no_more) {
  const auto ref = begin();
  ASSERT_TRUE(write(add_fact, work(), ref,
                    FactForm{today(), "9:05", "The ward rang", std::string(council_party)}));
  ASSERT_TRUE(submit(ref, work(), std::string(council_party), "We had the list"));
  ASSERT_TRUE(write(invite, work(), ref, carers_, std::optional(today())));
  auto partner = as("USER-8");
  auto review = seen(partner, ref);
  ASSERT_TRUE(review);
  EXPECT_EQ(review->why, "Each of us did what our own list asked");
  EXPECT_FALSE(review->whole);
  EXPECT_THAT(review->facts, IsEmpty());
  EXPECT_FALSE(review->party(council_party)->part);
  EXPECT_FALSE(write(add_fact, partner, ref, FactForm{today(), "", "We rang", ""}));
  EXPECT_FALSE(write(save_draft, partner, ref, PartForm{}));

  EXPECT_FALSE(write(decline_invitation, partner, ref, std::string(" "), Looked::no));
  ASSERT_TRUE(
      write(decline_invitation, partner, ref, std::string("We had no part in it"), Looked::no));
  EXPECT_EQ(seen(work(), ref)->party(carers_)->declined_why, "We had no part in it");
  EXPECT_FALSE(seen(partner, ref)->whole);
  ASSERT_TRUE(write(accept_invitation, partner, ref));
  review = seen(partner, ref);
  EXPECT_TRUE(review->whole);
  ASSERT_THAT(review->facts, SizeIs(1));
  EXPECT_EQ(review->facts[0].at, "09:05");
  EXPECT_EQ(review->party(council_party)->part->saw, "We had the list");
}

TEST_P(JointReviewStore, a_draft_is_its_organisations_alone_until_it_is_submitted) {
  const auto ref = begin();
  auto carers = as("USER-8");
  auto homes = as("USER-9");
  invite_and_accept(ref, carers_, carers);
  invite_and_accept(ref, homes_, homes);
  const auto version = version_of(carers, ref, carers_);
  ASSERT_TRUE(write(save_draft, carers, ref, drafted_form("Half a thought", version)));
  auto stale = write(save_draft, carers, ref, drafted_form("Another", version));
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().kind, base::ErrorKind::conflict);
  const auto drafted = [&](const record::Work& by) {
    return database().read([&](store::Reader& reader) { return own_part(reader, by, ref)->saw; });
  };
  EXPECT_EQ(drafted(carers), "Half a thought");
  EXPECT_EQ(drafted(homes), "");
  EXPECT_EQ(drafted(work()), "");
  EXPECT_FALSE(seen(homes, ref)->party(carers_)->part);
  EXPECT_FALSE(seen(work(), ref)->party(carers_)->part);
  // They began to write, so the invitation stands.
  EXPECT_FALSE(write(withdraw_invitation, work(), ref, carers_));

  const auto refused = write(submit_part, carers, ref, drafted_form("", version + 1));
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("saw", "learned"));
  ASSERT_TRUE(submit(ref, carers, carers_, "The whole of it"));
  EXPECT_EQ(seen(homes, ref)->party(carers_)->part->saw, "The whole of it");
  EXPECT_FALSE(submit(ref, carers, carers_, "Again"));
  ASSERT_TRUE(write(take_back_part, carers, ref));
  EXPECT_FALSE(seen(homes, ref)->party(carers_)->part);
  EXPECT_EQ(drafted(carers), "The whole of it");
}

TEST_P(JointReviewStore, each_speaks_for_itself_in_what_happened) {
  const auto ref = begin();
  auto carers = as("USER-8");
  invite_and_accept(ref, carers_, carers);
  FactForm fact{today(), "25:00", "", homes_};
  const auto refused = write(add_fact, work(), ref, fact);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("at", "fact", "party"));
  ASSERT_TRUE(write(add_fact, work(), ref,
                    FactForm{base::add_days(today(), -1), "17:20", "We left a message",
                             std::string(council_party)}));
  ASSERT_TRUE(write(add_fact, carers, ref,
                    FactForm{base::add_days(today(), -2), "", "They rang us", homes_}));
  const auto facts = seen(work(), ref)->facts;
  ASSERT_THAT(facts, SizeIs(2));
  EXPECT_EQ(facts[0].party_name, "Carers Network");
  EXPECT_EQ(facts[1].party_name, "Aldermere Borough Council");
  EXPECT_FALSE(write(remove_fact, carers, ref, std::int64_t{1}));
  EXPECT_TRUE(write(remove_fact, carers, ref, std::int64_t{2}));
  EXPECT_TRUE(write(remove_fact, work(), ref, std::int64_t{1}));
}

TEST_P(JointReviewStore, closes_only_when_nothing_is_missing_and_then_shares_what_was_learned) {
  const auto ref = begin();
  auto carers = as("USER-8");
  ASSERT_TRUE(write(invite, work(), ref, homes_, std::optional(today())));
  invite_and_accept(ref, carers_, carers);
  EXPECT_THAT(missing(ref),
              ElementsAre("The part of Aldermere Borough Council", "The part of Carers Network",
                          "Elm Homes has not said whether it takes part", "The learning note",
                          "A joint action, or why there is none"));
  const auto refused = write(close_review, work(), ref);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
  EXPECT_THAT(refused.error().message, HasSubstr("The learning note"));
  ASSERT_TRUE(write(withdraw_invitation, work(), ref, homes_));
  EXPECT_FALSE(seen(as("USER-9"), ref));
  ASSERT_TRUE(submit(ref, work(), std::string(council_party), "We had the list"));
  ASSERT_TRUE(submit(ref, carers, carers_, "They rang us"));

  EXPECT_FALSE(write(say_view, carers, ref, std::string("agrees"), std::string(), Looked::no));
  auto form = note(ref, "Ask three questions before somebody goes home");
  form.no_actions_why = "The action is under way elsewhere";
  ASSERT_TRUE(write(keep_learning, work(), ref, form));
  EXPECT_FALSE(write(keep_learning, work(), ref, form));  // changed since
  EXPECT_FALSE(write(say_view, carers, ref, std::string("otherwise"), std::string(), Looked::no));
  ASSERT_TRUE(write(say_view, carers, ref, std::string("otherwise"),
                    std::string(" In the room, not rung "), Looked::no));
  EXPECT_THAT(missing(ref), IsEmpty());
  ASSERT_TRUE(write(close_review, work(), ref));
  EXPECT_FALSE(write(take_back_part, carers, ref));
  EXPECT_FALSE(write(change_review, work(), ref, seen(work(), ref)->version, this->form()));

  const auto shared = database().read(
      [](store::Reader& reader) { return shared_learning(reader, "aldermere", 0, 10); });
  ASSERT_THAT(shared, SizeIs(1));
  EXPECT_THAT(shared[0].parties, IsEmpty());
  ASSERT_THAT(shared[0].otherwise, SizeIs(1));
  EXPECT_EQ(shared[0].otherwise[0].party_name, "");
  EXPECT_EQ(shared[0].otherwise[0].words, " In the room, not rung ");
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(shared_learning(reader, "brackwater", 0, 10), IsEmpty());
    EXPECT_EQ(record::find_node(reader, "aldermere", ref)->state, "Agreed and closed");
  });

  EXPECT_FALSE(write(reopen_review, work(), ref, std::string("Mrs Khan rang")));
  ASSERT_TRUE(write(reopen_review, work(), ref, std::string("A part was wrong")));
  EXPECT_EQ(database().read(
                [](store::Reader& reader) { return count_shared_learning(reader, "aldermere"); }),
            0);
  // A note in other words is agreed anew.
  auto again = note(ref, "Ask four questions");
  again.names_parties = true;
  ASSERT_TRUE(write(keep_learning, work(), ref, again));
  EXPECT_FALSE(seen(work(), ref)->party(carers_)->view);
}

TEST_P(JointReviewStore, a_partner_asks_and_is_answered) {
  auto carers = as("USER-8");
  EXPECT_FALSE(write(ask_for_review, as("USER-7"), form()));
  const auto ref = write(ask_for_review, carers, form()).value();
  EXPECT_EQ(seen(work(), ref)->asked_by_name, "Carers Network");
  EXPECT_FALSE(seen(as("USER-9"), ref));
  database().read(
      [&](store::Reader& reader) { EXPECT_FALSE(record::find_node(reader, "aldermere", ref)); });
  EXPECT_FALSE(write(take_on, work(), ref, std::optional<base::Date>()));
  ASSERT_TRUE(write(take_on, work(), ref, std::optional(base::add_days(today(), 5))));
  EXPECT_TRUE(seen(carers, ref)->party(carers_)->takes_part());
  EXPECT_FALSE(write(decline_request, work(), ref, std::string("Too late"), Looked::no));

  const auto other = write(ask_for_review, carers, form()).value();
  EXPECT_FALSE(write(decline_request, work(), other, std::string(), Looked::no));
  ASSERT_TRUE(write(decline_request, work(), other, std::string("It is a complaint"), Looked::no));
  EXPECT_EQ(seen(carers, other)->declined_why, "It is a complaint");
}

TEST_P(JointReviewStore, says_what_waits_and_what_is_late) {
  const auto ref = begin();
  ASSERT_TRUE(write(invite, work(), ref, carers_, std::optional(today())));
  auto later = work();
  later.now += std::chrono::hours(48);
  auto carers = as("USER-8");
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(reviews(reader, work(), {std::nullopt, true, ""}), IsEmpty());
    const auto late = reviews(reader, later, {std::nullopt, true, ""});
    ASSERT_THAT(late, SizeIs(1));
    EXPECT_EQ(late[0].late_parts(later.today()), 1);
    const auto waiting = waiting_for(reader, carers);
    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting[0].state, PartyState::invited);
  });
}

TEST_P(JointReviewStore, no_event_holds_what_was_written) {
  const auto ref = begin();
  ASSERT_TRUE(submit(ref, work(), std::string(council_party), "We had the list"));
  ASSERT_TRUE(write(keep_learning, work(), ref, note(ref, "Ask three questions")));
  database().read([&](store::Reader& reader) {
    for (const auto& event : record::history(reader, "aldermere", ref)) {
      for (const auto& [name, value] : event.details) {
        EXPECT_THAT(value, Not(HasSubstr("list")));
        EXPECT_THAT(value, Not(HasSubstr("questions")));
      }
    }
  });
}

}  // namespace
}  // namespace throughline::hear::joint_review
