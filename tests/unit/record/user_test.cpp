#include "record/user.hpp"

#include "base/random.hpp"
#include "record/authority.hpp"
#include "record/event.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

namespace throughline::record {
namespace {

class UserStore : public testing::OnBothDatabases {
 protected:
  UserStore() {
    for (const auto* id : {"aldermere", "otherton"}) {
      database()
          .write([&](store::Writer& writer) {
            return create_authority(writer, clock(), id, id, std::string(id) + ".example");
          })
          .value();
    }
  }

  Work work(const std::string& council = "aldermere") {
    return {council, {"", "Set-up", Role::administrator}, clock().now(), random_};
  }
  User add(const std::string& email, Role role, const std::string& council = "aldermere") {
    return add_user(database(), work(council), passwords_,
                    {email, "Priya Nair", std::string(to_text(role)), "marmalade under bridges"})
        .value();
  }

  base::SeededRandom random_{1};
  Passwords passwords_{{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}};
};
ON_BOTH_DATABASES(UserStore);

TEST_P(UserStore, is_added_with_a_tidy_address_and_an_event) {
  const auto user = add("  Priya@Aldermere.Example ", Role::officer);
  EXPECT_EQ(user.email, "priya@aldermere.example");
  const auto events = database().read(
      [&](store::Reader& reader) { return history(reader, "aldermere", user.ref); });
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].verb, "added");
}

TEST_P(UserStore, is_told_every_mistake_at_once) {
  const auto refused = add_user(database(), work(), passwords_, {"priya", " ", "king", "short"});
  ASSERT_FALSE(refused.has_value());
  std::vector<std::string> fields;
  for (const auto& problem : refused.error().problems) fields.push_back(problem.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"email", "name", "role", "password"}));
}

TEST_P(UserStore, may_not_be_a_member_of_the_public) {
  EXPECT_FALSE(add_user(database(), work(), passwords_,
                        {"a@b.example", "A", "public", "marmalade under bridges"})
                   .has_value());
}

TEST_P(UserStore, has_an_address_that_nobody_else_of_the_council_has) {
  static_cast<void>(add("priya@a.example", Role::staff));
  const auto again = add_user(database(), work(), passwords_,
                              {"PRIYA@a.example", "P", "staff", "marmalade under bridges"});
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().problems.at(0).field, "email");
  static_cast<void>(add("priya@a.example", Role::staff, "otherton"));
}

TEST_P(UserStore, is_not_found_from_another_council) {
  const auto user = add("priya@a.example", Role::staff);
  database().read([&](store::Reader& reader) {
    EXPECT_TRUE(find_user(reader, "aldermere", user.ref).has_value());
    EXPECT_FALSE(find_user(reader, "otherton", user.ref).has_value());
    EXPECT_TRUE(users(reader, "otherton").empty());
  });
}

TEST_P(UserStore, leaves_nobody_without_an_administrator) {
  const auto only = add("one@a.example", Role::administrator);
  const auto demote = [&] {
    return database().write(
        [&](store::Writer& writer) { return change_role(writer, work(), only.ref, "staff"); });
  };
  const auto close = [&] {
    return database().write(
        [&](store::Writer& writer) { return deactivate(writer, work(), only.ref); });
  };
  EXPECT_EQ(demote().error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(close().error().kind, base::ErrorKind::conflict);
  static_cast<void>(add("two@a.example", Role::administrator));
  EXPECT_EQ(demote().value().role, Role::staff);
  EXPECT_FALSE(close().value().active);
}

TEST_P(UserStore, keeps_role_changes_in_history) {
  const auto user = add("priya@a.example", Role::staff);
  const auto changed = database().write(
      [&](store::Writer& writer) { return change_role(writer, work(), user.ref, "lead"); });
  EXPECT_EQ(changed.value().role, Role::lead);
  const auto events = database().read(
      [&](store::Reader& reader) { return history(reader, "aldermere", user.ref); });
  EXPECT_EQ(events.back().verb, "role changed");
  EXPECT_EQ(events.back().details.at(0).second, "staff to lead");
}

TEST_P(UserStore, changes_a_password_only_with_the_one_in_use) {
  const auto user = add("priya@a.example", Role::staff);
  auto own = work();
  own.actor = {user.ref, user.name, user.role};
  const auto refused = change_password(database(), own, passwords_, "wrong", "short");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().problems.size(), 2U);
  EXPECT_TRUE(
      change_password(database(), own, passwords_, "marmalade under bridges", "kettle mossy pillar")
          .has_value());
}

}  // namespace
}  // namespace throughline::record
