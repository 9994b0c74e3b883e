#include "record/authority.hpp"

#include "record/event.hpp"
#include "record/service.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

class AuthorityStore : public testing::TwoCouncils {
 protected:
  base::Result<Authority> create(const std::string& id, const std::string& name,
                                 const std::string& host = "") {
    return database().write(
        [&](store::Writer& writer) { return create_authority(writer, clock(), id, name, host); });
  }

  std::string at_host(const std::string& host) {
    return database().read([&](store::Reader& reader) {
      const auto found = authority_for_host(reader, host);
      return found ? found->id : "";
    });
  }

  base::Result<Service> add(const std::string& name, const Work& by) {
    return database().write([&](store::Writer& writer) { return add_service(writer, by, name); });
  }
};
ON_BOTH_DATABASES(AuthorityStore);

TEST_P(AuthorityStore, is_found_as_it_was_created) {
  const auto found =
      database().read([](store::Reader& reader) { return find_authority(reader, "aldermere"); });
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->name, "Aldermere Borough Council");
  EXPECT_EQ(found->created, "2026-03-02T09:30:00.000Z");
  const auto nobody =
      database().read([](store::Reader& reader) { return find_authority(reader, "nobody"); });
  EXPECT_FALSE(nobody.has_value());
}

TEST_P(AuthorityStore, lists_every_council) {
  const auto all = database().read([](store::Reader& reader) { return authorities(reader); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, "aldermere");
  EXPECT_EQ(all[1].id, "brackwater");
}

TEST_P(AuthorityStore, refuses_what_is_no_short_name_and_says_everything_at_once) {
  const auto outcome = create("Two Words", "");
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().problems.size(), 2U);
}

TEST_P(AuthorityStore, refuses_a_name_or_host_that_is_taken) {
  EXPECT_EQ(create("aldermere", "Again").error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(create("calder", "Calder", "care.calder.example").has_value());
  EXPECT_EQ(create("dene", "Dene", "Care.Calder.example").error().kind, base::ErrorKind::conflict);
}

TEST_P(AuthorityStore, answers_at_its_host_and_else_the_first_without_one_does) {
  ASSERT_TRUE(create("calder", "Calder", "care.calder.example").has_value());
  EXPECT_EQ(at_host("CARE.calder.example"), "calder");
  EXPECT_EQ(at_host("elsewhere.example"), "aldermere");
  EXPECT_EQ(at_host(""), "aldermere");
}

TEST_P(AuthorityStore, keeps_its_services_apart_and_in_order) {
  ASSERT_TRUE(add("Home care", work()).has_value());
  const auto day = add("Day opportunities", work());
  ASSERT_TRUE(day.has_value());
  EXPECT_EQ(day->ref, "SERVICE-2");
  EXPECT_EQ(add("Home care", other_work())->ref, "SERVICE-1");
  const auto own =
      database().read([](store::Reader& reader) { return services(reader, "aldermere"); });
  ASSERT_EQ(own.size(), 2U);
  EXPECT_EQ(own[0].name, "Day opportunities");
  EXPECT_EQ(own[1].name, "Home care");
}

TEST_P(AuthorityStore, refuses_a_service_twice_or_without_a_name) {
  ASSERT_TRUE(add("Home care", work()).has_value());
  EXPECT_EQ(add("home care", work()).error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(add("", work()).error().problems.size(), 1U);
  const auto events = database().read(
      [](store::Reader& reader) { return history(reader, "aldermere", "SERVICE-1"); });
  EXPECT_EQ(events.size(), 1U);
}

}  // namespace
}  // namespace throughline::record
