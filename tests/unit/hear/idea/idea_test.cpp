#include "hear/idea/idea.hpp"

#include "hear/idea/reply_due.hpp"
#include "hear/idea/reply_mail.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::hear {
namespace {

using namespace std::chrono_literals;

class IdeaStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    database().write([](store::Writer& writer) {
      writer.execute(
          "insert into users (authority_id, ref, email, name, role, password_hash, active, "
          "created) values ('aldermere', 'USER-9', 'sam@aldermere.example', 'Sam Oduya', "
          "'staff', '', 1, '2026-01-01T00:00:00.000Z')");
    });
  }
  record::Work at(base::Instant now, std::string user = "USER-9", std::string name = "Sam Oduya") {
    return {"aldermere", {std::move(user), std::move(name), record::Role::staff}, now, random_};
  }
  std::string raise(bool in_confidence = false, IdeaSort sort = IdeaSort::gap) {
    return database().write([&](store::Writer& writer) {
      return raise_idea(writer, at(testing::test_instant()),
                        {sort, "Nobody covers the phone at lunch", "", in_confidence, ""})
          .value();
    });
  }
  Idea found(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return find_idea(reader, "aldermere", ref).value(); });
  }
  base::SeededRandom random_{5};
};
ON_BOTH_DATABASES(IdeaStore);

TEST_P(IdeaStore, is_owed_a_reply_in_ten_working_days_or_what_the_council_says) {
  EXPECT_EQ(base::to_text(found(raise()).due), "2026-03-16");
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(set_reply_days(writer, work(), 0));
    EXPECT_FALSE(set_reply_days(writer, work(), 61));
    ASSERT_TRUE(set_reply_days(writer, work(), 3));
  });
  EXPECT_EQ(base::to_text(found(raise()).due), "2026-03-05");
  EXPECT_EQ(title(found("CASE-1")), "Gap, 2 March 2026");
}

TEST_P(IdeaStore, in_confidence_the_history_never_says_who) {
  const auto ref = raise(true);
  const auto named = raise(false);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(close(writer, work(), ref, 1, {Outcome::could_not, "No money this year."}));
    ASSERT_TRUE(say_listened(writer, at(testing::test_instant()), ref, Fixed::partly));
  });
  database().read([&](store::Reader& reader) {
    for (const auto& event : record::history(reader, "aldermere", ref)) {
      EXPECT_NE(event.actor_ref, "USER-9");
      EXPECT_NE(event.actor_name, "Sam Oduya");
    }
    EXPECT_EQ(find_idea(reader, "aldermere", ref)->raiser, "");
    EXPECT_EQ(find_idea(reader, "aldermere", named)->raiser, "Sam Oduya");
    EXPECT_TRUE(raised_by(reader, "aldermere", ref, "USER-9"));
    EXPECT_FALSE(raised_by(reader, "aldermere", ref, "USER-1"));
    EXPECT_FALSE(raised_by(reader, "brackwater", ref, "USER-9"));
  });
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(look_at_raiser(writer, work(), ref, " "));
    EXPECT_EQ(look_at_raiser(writer, work(), ref, "They may be at risk").value(), "Sam Oduya");
    EXPECT_EQ(record::history(writer, "aldermere", ref).back().verb, "looked at who raised it");
    EXPECT_FALSE(look_at_raiser(writer, other_work(), ref, "Curious"));
  });
}

TEST_P(IdeaStore, a_reply_is_told_by_email_to_who_gave_their_name_and_to_nobody_in_confidence) {
  const auto named = raise(false);
  const auto hidden = raise(true);
  database().write([&](store::Writer& writer) {
    for (const auto& ref : {named, hidden}) {
      ASSERT_TRUE(close(writer, work(), ref, 1, {Outcome::did, "A rota from Monday."}));
    }
    EXPECT_TRUE(record::mail_about(writer, "aldermere", hidden).empty());
    EXPECT_EQ(record::mail_about(writer, "aldermere", named).size(), 1U);
    const auto council = record::find_authority(writer, "aldermere").value();
    const auto mail = reply_mail(writer, council, named, "https://care.example").value();
    EXPECT_EQ(mail.to, "sam@aldermere.example");
    EXPECT_NE(mail.body.find("https://care.example/ideas/" + named), std::string::npos);
    EXPECT_EQ(mail.body.find("rota"), std::string::npos);
    EXPECT_EQ(mail.body.find("lunch"), std::string::npos);
    EXPECT_FALSE(reply_mail(writer, council, hidden, ""));
    ASSERT_TRUE(reopen(writer, work(), named, 2, "Too soon"));
    EXPECT_FALSE(reply_mail(writer, council, named, ""));
    EXPECT_EQ(record::mail_about(writer, "aldermere", named).front().state,
              record::MailState::withdrawn);
  });
}

TEST_P(IdeaStore, an_overdue_reply_is_told_to_leaders_once) {
  const auto ref = raise();
  const auto later = testing::test_instant() + 24h * 20;
  const auto escalate = [&](base::Instant now) {
    return database().write([&](store::Writer& writer) {
      return escalate_overdue(writer, at(now, "", "Throughline"));
    });
  };
  EXPECT_EQ(escalate(testing::test_instant() + 24h * 14), 0) << "due that day";
  EXPECT_EQ(escalate(later), 1);
  EXPECT_EQ(escalate(later), 0);
  EXPECT_FALSE(found(ref).escalated_at.empty());
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(count_ideas(reader, at(later), {IdeaState::overdue, ""}), 1);
    EXPECT_EQ(count_ideas(reader, at(later), {IdeaState::overdue, "USER-1"}), 0);
    EXPECT_EQ(list_ideas(reader, at(later), {IdeaState::owed, "USER-9"}, 0, 10).size(), 1U);
  });
}

TEST_P(IdeaStore, counts_the_share_that_was_replied_to_in_time) {
  const auto in_time = raise();
  raise();
  const auto late = raise();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(close(writer, work(), in_time, 1, {Outcome::did, "A rota from Monday."}));
    ASSERT_TRUE(close(writer, at(testing::test_instant() + 24h * 20), late, 1,
                      {Outcome::did, "Sorry that this took so long."}));
  });
  database().read([&](store::Reader& reader) {
    const auto now = at(testing::test_instant() + 24h * 40);
    const auto months = replies_by_month(reader, now, base::Date{2026y / 2 / 1}, now.today());
    ASSERT_EQ(months.size(), 3U);
    EXPECT_EQ(months[1].in_time, 1);
    EXPECT_EQ(months[1].all, 3);
    EXPECT_EQ(months[2].all, 0);
    const auto early = at(testing::test_instant() + 24h);
    EXPECT_EQ(replies_by_month(reader, early, early.today(), base::Date{2026y / 3 / 31})[0].all, 2)
        << "what is not due yet counts only when it was replied to";
  });
  EXPECT_TRUE(found(in_time).in_time());
  EXPECT_FALSE(found(late).in_time());
}

TEST_P(IdeaStore, says_every_problem_at_once) {
  const auto refused = database().write([&](store::Writer& writer) {
    return raise_idea(writer, at(testing::test_instant()), {std::nullopt, " ", "", false, ""});
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 2U);
  database().write([&](store::Writer& writer) {
    EXPECT_EQ(say_listened(writer, at(testing::test_instant()), "CASE-99", Fixed::yes).error().kind,
              base::ErrorKind::not_found);
  });
}

TEST(ReplyDue, leaves_out_bank_holidays) {
  // Good Friday and Easter Monday lie between.
  EXPECT_EQ(base::to_text(reply_due(base::Date{2026y / 4 / 1}, 3)), "2026-04-08");
}

RC_GTEST_PROP(ReplyDue, is_a_weekday_after_the_day_and_later_for_more_days, ()) {
  const auto raised = base::add_days(base::Date{2026y / 1 / 1}, *rc::gen::inRange(0, 2000));
  const int days = *rc::gen::inRange(1, most_reply_days);
  const auto due = reply_due(raised, days);
  const std::chrono::weekday weekday{std::chrono::sys_days{due}};
  RC_ASSERT(weekday != std::chrono::Saturday && weekday != std::chrono::Sunday);
  RC_ASSERT(due > raised);
  RC_ASSERT(reply_due(raised, days + 1) > due);
}

}  // namespace
}  // namespace throughline::hear
