#include "hear/partner/partner.hpp"

#include "hear/idea/reply_mail.hpp"
#include "hear/partner/feedback.hpp"
#include "record/authority.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PartnerStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    database().write([](store::Writer& writer) {
      for (const auto* user : {"USER-8", "USER-9"}) {
        writer.execute(
            "insert into users (authority_id, ref, email, name, role, password_hash, active, "
            "created) values ('aldermere', $1, $2, 'Sunita Patel', 'partner', '', 1, "
            "'2026-01-01T00:00:00.000Z')",
            {std::string(user), std::string(user) + "@example.org"});
      }
    });
    carers_ = add("Carers Network");
    homes_ = add("Elm Homes");
    database().write([&](store::Writer& writer) {
      ASSERT_TRUE(add_member(writer, work(), carers_, "USER-8"));
      ASSERT_TRUE(add_member(writer, work(), homes_, "USER-9"));
    });
  }
  std::string add(const std::string& name) {
    return database().write([&](store::Writer& writer) {
      return add_partner(writer, work(), {name, PartnerSort::voluntary, {}, {}}).value();
    });
  }
  record::Work at(const std::string& user, base::Instant now = testing::test_instant()) {
    return {"aldermere", {user, "Sunita Patel", record::Role::partner}, now, random_};
  }
  base::Result<std::string> tell(const std::string& user, std::optional<Kind> kind = Kind::concern,
                                 const std::string& words = "Discharges come on Friday evenings") {
    return database().write([&](store::Writer& writer) {
      return tell_as_partner(writer, at(user), {kind, words, "", ""});
    });
  }
  std::string carers_;
  std::string homes_;
  base::SeededRandom random_{5};
};
ON_BOTH_DATABASES(PartnerStore);

TEST_P(PartnerStore, refuses_what_is_missing_and_a_name_twice) {
  database().write([&](store::Writer& writer) {
    const auto refused =
        add_partner(writer, work(), {" ", std::nullopt, {"SERVICE-99"}, {"", "nowhere", ""}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().problems, SizeIs(4));
    EXPECT_FALSE(add_partner(writer, work(), {"carers network", PartnerSort::other, {}, {}}));
    EXPECT_FALSE(
        change_partner(writer, work(), homes_, 1, {"Carers Network", PartnerSort::other, {}, {}}));
    EXPECT_TRUE(
        change_partner(writer, work(), homes_, 1,
                       {"Elm Homes", PartnerSort::provider, {}, {"Ann", "a@b.example", ""}}));
    const auto late =
        change_partner(writer, work(), homes_, 1, {"Elm", PartnerSort::other, {}, {}});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, base::ErrorKind::conflict);
    EXPECT_EQ(contact_of(writer, "aldermere", homes_).name, "Ann");
  });
}

TEST_P(PartnerStore, someone_signs_in_for_one_organisation_alone) {
  database().write([&](store::Writer& writer) {
    const auto twice = add_member(writer, work(), homes_, "USER-8");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, base::ErrorKind::conflict);
    EXPECT_FALSE(add_member(writer, work(), homes_, "USER-404"));
    EXPECT_FALSE(remove_member(writer, work(), homes_, "USER-8"));
    EXPECT_EQ(partner_of(writer, "aldermere", "USER-8")->ref, carers_);
    EXPECT_FALSE(partner_of(writer, "brackwater", "USER-8"));
    ASSERT_TRUE(set_partner_active(writer, work(), carers_, false));
    EXPECT_FALSE(partner_of(writer, "aldermere", "USER-8"));
    ASSERT_TRUE(set_partner_active(writer, work(), carers_, true));
    ASSERT_TRUE(remove_member(writer, work(), carers_, "USER-8"));
    EXPECT_FALSE(partner_of(writer, "aldermere", "USER-8"));
    EXPECT_THAT(without_partner(writer, "aldermere"), SizeIs(1));
  });
}

TEST_P(PartnerStore, what_they_tell_is_a_case_that_is_owed_a_reply) {
  EXPECT_FALSE(tell("USER-404"));
  const auto refused = tell("USER-8", Kind::complaint, "");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems, SizeIs(2));
  const auto ref = tell("USER-8").value();
  tell("USER-9").value();
  database().read([&](store::Reader& reader) {
    const auto told = find_feedback(reader, "aldermere", ref);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->partner_ref, carers_);
    EXPECT_EQ(told->found.relationship, Relationship::partner);
    EXPECT_EQ(base::to_text(told->due), "2026-03-16");
    EXPECT_EQ(told->found.words, "Discharges come on Friday evenings");
    EXPECT_THAT(list_feedback(reader, work(), {IdeaState::owed, carers_}, 0, 10), SizeIs(1));
    EXPECT_EQ(count_feedback(reader, work(), {}), 2);
    EXPECT_EQ(count_feedback(reader, work(), {IdeaState::overdue, ""}), 0);
    EXPECT_FALSE(find_feedback(reader, "brackwater", ref));
    EXPECT_EQ(count_ideas(reader, work(), {}), 0);  // not in the list of what staff raise
  });
}

TEST_P(PartnerStore, the_reply_reaches_whoever_wrote_it_and_their_organisation_alone) {
  const auto ref = tell("USER-8").value();
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(partner_says_listened(writer, at("USER-8"), ref, Fixed::yes));
    ASSERT_TRUE(close(writer, work(), ref, 1, {Outcome::did, "We ring before noon now."}));
    const auto mail = reply_mail(writer, record::find_authority(writer, "aldermere").value(), ref,
                                 "https://a.example");
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->to, "USER-8@example.org");
    EXPECT_THAT(mail->body, HasSubstr("https://a.example/partner-feedback/" + ref));
    EXPECT_FALSE(partner_says_listened(writer, at("USER-9"), ref, Fixed::no));
    EXPECT_TRUE(partner_says_listened(writer, at("USER-8"), ref, Fixed::partly));
    EXPECT_EQ(find_feedback(writer, "aldermere", ref)->listened, Fixed::partly);
  });
}

TEST_P(PartnerStore, replies_in_time_are_counted_apart_from_those_to_staff) {
  const auto in_time = tell("USER-8").value();
  tell("USER-9").value();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(close(writer, work(), in_time, 1, {Outcome::did, "We ring before noon now."}));
    const auto later = at("USER-8", testing::test_instant() + 40 * 24h);
    const base::Date march{std::chrono::year{2026} / 3 / 1};
    const auto last = base::add_days(march, 30);
    const auto months = replies_by_month(writer, later, march, last, RepliesTo::partners);
    ASSERT_THAT(months, SizeIs(1));
    EXPECT_EQ(months[0].in_time, 1);
    EXPECT_EQ(months[0].all, 2);
    EXPECT_EQ(replies_by_month(writer, later, march, last)[0].all, 0);
  });
}

TEST_P(PartnerStore, leaders_are_told_of_a_reply_that_is_late) {
  const auto ref = tell("USER-8").value();
  database().write([&](store::Writer& writer) {
    const auto late = at("USER-8", testing::test_instant() + 30 * 24h);
    EXPECT_EQ(escalate_overdue(writer, late), 1);
    EXPECT_EQ(count_feedback(writer, late, {IdeaState::overdue, ""}), 1);
    EXPECT_FALSE(find_feedback(writer, "aldermere", ref)->escalated_at.empty());
  });
}

}  // namespace
}  // namespace throughline::hear
