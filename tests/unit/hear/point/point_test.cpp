#include "hear/point/point.hpp"

#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class PointStore : public testing::TwoCouncils {
 protected:
  Point made() {
    return database()
        .write([&](store::Writer& writer) { return add_point(writer, work(), "Front desk", ""); })
        .value();
  }
  base::Result<std::string> press(const std::string& code, int face, const std::string& words = "",
                                  const std::string& key = "") {
    return database().write([&](store::Writer& writer) {
      return press_face(writer, work(), code, {face, words, key});
    });
  }
};
ON_BOTH_DATABASES(PointStore);

TEST_P(PointStore, counts_faces_and_makes_a_case_of_words) {
  const auto point = made();
  EXPECT_EQ(point.code.size(), 6U);
  EXPECT_EQ(press(point.code, 5).value(), "");
  const auto receipt = press(point.code, 1, "No lift again").value();
  EXPECT_FALSE(receipt.empty());
  EXPECT_EQ(press(point.code, 5, "", "key").value(), "");
  EXPECT_EQ(press(point.code, 5, "", "key").value(), "") << "pressed twice is once";
  database().read([&](store::Reader& reader) {
    const auto pressed = faces_pressed(reader, "aldermere", point.ref, work().today());
    EXPECT_EQ(pressed, (std::array<std::int64_t, faces>{1, 0, 0, 0, 2}));
    const auto found = find_by_receipt(reader, "aldermere", receipt);
    EXPECT_EQ(found->kind, Kind::concern);
    EXPECT_EQ(found->words, "No lift again");
    const auto months =
        good_faces_by_month(reader, "aldermere", point.ref, work().today(), work().today());
    EXPECT_EQ(months.front().good, 2);
    EXPECT_EQ(months.front().all, 3);
  });
}

TEST_P(PointStore, refuses_what_is_no_face_and_says_when_it_is_over) {
  const auto point = made();
  EXPECT_FALSE(press(point.code, 0));
  EXPECT_FALSE(press(point.code, 6, std::string(2001, 'x')));
  EXPECT_EQ(press("zzzzzz", 3).error().kind, base::ErrorKind::not_found);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(set_asking(writer, work(), point.ref, false));
    EXPECT_FALSE(set_asking(writer, other_work(), point.ref, true));
    EXPECT_FALSE(add_point(writer, work(), "", "SERVICE-404"));
  });
  EXPECT_EQ(press(point.code, 3).error().kind, base::ErrorKind::conflict);
}

TEST_P(PointStore, the_wall_shows_what_came_in_without_a_word_of_it) {
  const auto point = made();
  static_cast<void>(press(point.code, 4).value());
  static_cast<void>(press(point.code, 2, "The toilet is broken").value());
  database().read([](store::Reader& reader) {
    const auto lines = wall(reader, "aldermere", 10);
    ASSERT_EQ(lines.size(), 2U);
    for (const auto& line : lines) {
      EXPECT_TRUE(line.what == "Good" || line.what == "Concern") << line.what;
    }
    EXPECT_EQ(wall(reader, "aldermere", 1).size(), 1U);
    EXPECT_TRUE(wall(reader, "brackwater", 10).empty());
  });
}

}  // namespace
}  // namespace throughline::hear
