#include "record/session.hpp"

#include "base/random.hpp"
#include "record/authority.hpp"
#include "record/event.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

namespace throughline::record {
namespace {

using namespace std::chrono_literals;

constexpr auto password = "marmalade under bridges";

class SessionStore : public testing::OnBothDatabases {
 protected:
  SessionStore() {
    for (const auto* id : {"aldermere", "otherton"}) {
      database()
          .write([&](store::Writer& writer) {
            return create_authority(writer, clock_, id, id, std::string(id) + ".example");
          })
          .value();
    }
    user_ = add_user(database(), work(), passwords_,
                     {"priya@a.example", "Priya Nair", "officer", password})
                .value();
  }

  Work work() {
    return {"aldermere", {"", "A member of the public", Role::visitor}, clock_.now(), random_};
  }
  Work own_work() {
    return {"aldermere", {user_.ref, user_.name, user_.role}, clock_.now(), random_};
  }
  base::Result<User> try_password(const std::string& typed,
                                  const std::string& email = "priya@a.example") {
    return sign_in(database(), work(), passwords_, email, typed);
  }
  std::string start() {
    return database().write([&](store::Writer& writer) {
      return start_session(writer, own_work(), user_.ref, limits_);
    });
  }
  bool lives(const std::string& token, const std::string& council = "aldermere") {
    return database().read([&](store::Reader& reader) {
      return find_session(reader, council, token, clock_.now(), limits_).has_value();
    });
  }
  void wait(base::Instant::duration time) { clock_.set(clock_.now() + time); }

  base::FixedClock clock_{testing::test_instant()};
  base::SeededRandom random_{1};
  Passwords passwords_{{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}};
  SessionLimits limits_;
  User user_;
};
ON_BOTH_DATABASES(SessionStore);

TEST_P(SessionStore, begins_with_the_right_password) {
  EXPECT_EQ(try_password(password).value().ref, user_.ref);
  EXPECT_EQ(try_password(password, " PRIYA@A.example ").value().ref, user_.ref);
}

TEST_P(SessionStore, says_the_same_whether_or_not_the_address_is_known) {
  const auto wrong = try_password("wrong");
  const auto unknown = try_password("wrong", "nobody@a.example");
  ASSERT_FALSE(wrong.has_value());
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(wrong.error().problems.at(0).message, unknown.error().problems.at(0).message);
}

TEST_P(SessionStore, makes_who_guesses_wait_twice_as_long_each_time) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(try_password("wrong").has_value());
  EXPECT_FALSE(try_password(password).has_value()) << "even the right one has to wait";
  wait(30s);
  EXPECT_FALSE(try_password("wrong").has_value());
  wait(59s);
  EXPECT_FALSE(try_password(password).has_value());
  wait(1s);
  EXPECT_TRUE(try_password(password).has_value());
  EXPECT_FALSE(try_password("wrong").has_value());
  EXPECT_TRUE(try_password(password).has_value()) << "signing in starts the count afresh";
}

TEST_P(SessionStore, never_makes_anyone_wait_more_than_a_quarter_of_an_hour) {
  for (int i = 0; i < 40; ++i) EXPECT_FALSE(try_password("wrong").has_value());
  wait(15min + 1s);
  EXPECT_TRUE(try_password(password).has_value());
}

TEST_P(SessionStore, keeps_sign_ins_and_wrong_tries_in_history) {
  static_cast<void>(try_password("wrong"));
  static_cast<void>(try_password(password));
  const auto events = database().read(
      [&](store::Reader& reader) { return history(reader, "aldermere", user_.ref); });
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[1].verb, "failed to sign in");
  EXPECT_EQ(events[2].verb, "signed in");
  EXPECT_EQ(events[2].actor_ref, user_.ref);
}

TEST_P(SessionStore, keeps_only_the_hash_of_its_token) {
  const auto token = start();
  const auto stored = database().read(
      [](store::Reader& reader) { return reader.row("select token_hash from sessions")->text(0); });
  EXPECT_NE(stored, token);
  EXPECT_EQ(token.size(), 64U);
}

TEST_P(SessionStore, ends_when_it_is_not_used_for_half_an_hour) {
  const auto token = start();
  wait(30min);
  EXPECT_TRUE(lives(token));
  wait(1s);
  EXPECT_FALSE(lives(token));
}

TEST_P(SessionStore, ends_after_twelve_hours_however_much_it_is_used) {
  const auto token = start();
  const auto id = database().read([&](store::Reader& reader) {
    return find_session(reader, "aldermere", token, clock_.now(), limits_)->id;
  });
  for (int i = 0; i < 36; ++i) {
    wait(20min);
    EXPECT_TRUE(lives(token));
    database().write([&](store::Writer& writer) { keep_session(writer, own_work(), id); });
  }
  wait(1s);
  EXPECT_FALSE(lives(token));
}

TEST_P(SessionStore, means_nothing_to_another_council) {
  const auto token = start();
  EXPECT_TRUE(lives(token));
  EXPECT_FALSE(lives(token, "otherton"));
  EXPECT_FALSE(lives(""));
}

TEST_P(SessionStore, ends_everywhere_at_once) {
  const auto one = start();
  const auto other = start();
  const auto ended = database().write(
      [&](store::Writer& writer) { return end_other_sessions(writer, own_work(), ""); });
  EXPECT_EQ(ended, 2);
  EXPECT_FALSE(lives(one));
  EXPECT_FALSE(lives(other));
}

TEST_P(SessionStore, ends_when_the_account_is_closed) {
  static_cast<void>(add_user(database(), work(), passwords_,
                             {"boss@a.example", "Boss", "administrator", password}));
  const auto token = start();
  database()
      .write([&](store::Writer& writer) { return deactivate(writer, work(), user_.ref); })
      .value();
  EXPECT_FALSE(lives(token));
  EXPECT_FALSE(try_password(password).has_value());
}

}  // namespace
}  // namespace throughline::record
