#include "hear/compliment/compliment.hpp"

#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class ComplimentStore : public testing::TwoCouncils {
 protected:
  std::string praise() {
    NewCase given;
    given.kind = Kind::compliment;
    given.words = "Grace stayed with mum until the ambulance came";
    given.relationship = Relationship::family;
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work(), given); })
        .value()
        .ref;
  }
  Compliment found(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return find_compliment(reader, "aldermere", ref).value(); });
  }
  std::int64_t count(ComplimentState state) {
    return database().read(
        [&](store::Reader& reader) { return count_compliments(reader, "aldermere", state); });
  }
};
ON_BOTH_DATABASES(ComplimentStore);

TEST_P(ComplimentStore, thanks_the_person_and_the_worker_and_keeps_the_name_out_of_the_history) {
  const auto ref = praise();
  EXPECT_EQ(count(ComplimentState::to_thank), 1);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(acknowledge(writer, work(), ref, "Thank you, we passed it on."));
    ASSERT_TRUE(name_worker(writer, work(), ref, "Grace Mbeki", ""));
    EXPECT_FALSE(name_worker(writer, work(), ref, " ", ""));
    EXPECT_FALSE(name_worker(writer, work(), ref, "Jo", "USER-404"));
  });
  EXPECT_EQ(count(ComplimentState::to_thank), 1) << "the worker has not been thanked";
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(thank_worker(writer, work(), ref, 1, std::nullopt));
    EXPECT_FALSE(thank_worker(writer, work(), ref, 2, ThankedBy::phone));
    ASSERT_TRUE(thank_worker(writer, work(), ref, 1, ThankedBy::in_person));
    EXPECT_EQ(thank_worker(writer, work(), ref, 1, ThankedBy::phone).error().kind,
              base::ErrorKind::conflict);
    EXPECT_FALSE(thank_worker(writer, other_work(), ref, 1, ThankedBy::phone));
  });
  EXPECT_EQ(count(ComplimentState::to_thank), 0);
  database().read([&](store::Reader& reader) {
    for (const auto& event : record::history(reader, "aldermere", ref)) {
      EXPECT_EQ(event.reason.find("Grace"), std::string::npos);
      for (const auto& [name, value] : event.details) {
        EXPECT_EQ(value.find("Grace"), std::string::npos);
      }
    }
    EXPECT_EQ(praised_workers(reader, "aldermere", ref).front().thanked_by, "Priya Nair");
    EXPECT_TRUE(praised_workers(reader, "brackwater", ref).empty());
  });
}

TEST_P(ComplimentStore, is_passed_up_once_and_shared_in_words_without_a_workers_name) {
  const auto ref = praise();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(name_worker(writer, work(), ref, "Grace Mbeki", ""));
    ASSERT_TRUE(pass_up(writer, work(), ref));
    EXPECT_EQ(pass_up(writer, work(), ref).error().kind, base::ErrorKind::conflict);
    EXPECT_FALSE(share(writer, work(), ref, " "));
    EXPECT_FALSE(share(writer, work(), ref, "grace stayed until the ambulance came"));
    ASSERT_TRUE(share(writer, work(), ref, "Stayed until the ambulance came"));
  });
  EXPECT_EQ(count(ComplimentState::passed_up), 1);
  EXPECT_EQ(count(ComplimentState::shared), 1);
  EXPECT_EQ(found(ref).public_words, "Stayed until the ambulance came");
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(stop_sharing(writer, work(), ref));
    EXPECT_FALSE(stop_sharing(writer, work(), ref));
    ASSERT_TRUE(remove_worker(writer, work(), ref, 1));
    EXPECT_FALSE(remove_worker(writer, work(), ref, 1));
  });
  EXPECT_EQ(count(ComplimentState::shared), 0);
}

TEST_P(ComplimentStore, is_nothing_but_a_compliment) {
  NewCase given;
  given.kind = Kind::complaint;
  given.words = "Nobody came";
  given.relationship = Relationship::person;
  database().write([&](store::Writer& writer) {
    const auto ref = receive(writer, work(), given).value().ref;
    EXPECT_EQ(pass_up(writer, work(), ref).error().kind, base::ErrorKind::not_found);
    EXPECT_EQ(acknowledge(writer, work(), ref, "Thanks").error().kind, base::ErrorKind::not_found);
  });
}

}  // namespace
}  // namespace throughline::hear
