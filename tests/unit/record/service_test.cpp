#include "record/service.hpp"

#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::record {
namespace {

class ServiceStore : public testing::TwoCouncils {
 protected:
  template <typename Verb>
  auto written(Verb verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  std::vector<std::string> names_offered(const std::string& council) {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> names;
      for (const auto& service : services_offered(reader, council)) names.push_back(service.name);
      return names;
    });
  }
};

}  // namespace

ON_BOTH_DATABASES(ServiceStore);

TEST_P(ServiceStore, can_be_renamed_and_no_longer_offered) {
  const auto add = [&](const std::string& name) {
    return written([&](store::Writer& writer) { return add_service(writer, work(), name); });
  };
  ASSERT_TRUE(add("Home care"));
  ASSERT_TRUE(add("Day centres"));
  EXPECT_FALSE(add("home CARE")) << "the name is taken, whatever its case";
  EXPECT_FALSE(add(""));
  ASSERT_TRUE(written([&](store::Writer& writer) {
    return rename_service(writer, work(), "SERVICE-2", "Day opportunities");
  }));
  EXPECT_FALSE(written([&](store::Writer& writer) {
    return rename_service(writer, work(), "SERVICE-2", "Home care");
  }));
  EXPECT_THAT(names_offered("aldermere"), ::testing::ElementsAre("Day opportunities", "Home care"));
  ASSERT_TRUE(written(
      [&](store::Writer& writer) { return offer_service(writer, work(), "SERVICE-1", false); }));
  EXPECT_THAT(names_offered("aldermere"), ::testing::ElementsAre("Day opportunities"));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(services(reader, "aldermere").size(), 2U) << "it stays with the cases that name it";
    EXPECT_EQ(history(reader, "aldermere", "SERVICE-1").back().verb, "withdrawn");
  });
}

TEST_P(ServiceStore, of_one_council_is_not_found_in_another) {
  ASSERT_TRUE(
      written([&](store::Writer& writer) { return add_service(writer, work(), "Home care"); }));
  EXPECT_TRUE(names_offered("brackwater").empty());
  const auto renamed = written([&](store::Writer& writer) {
    return rename_service(writer, other_work(), "SERVICE-1", "Theirs");
  });
  ASSERT_FALSE(renamed);
  EXPECT_EQ(renamed.error().kind, base::ErrorKind::not_found);
}

}  // namespace throughline::record
