#include "hear/case_list.hpp"

#include "hear/hear.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace throughline::hear {
namespace {

using namespace std::chrono;

class CaseList : public testing::TwoCouncils {
 protected:
  void fill(int count) {
    database().write([&](store::Writer& writer) {
      for (int i = 0; i < count; ++i) {
        NewCase given;
        given.kind = all_kinds[static_cast<std::size_t>(i) % all_kinds.size()];
        given.words = i % 7 == 0 ? "the carer was late again" : "thank you";
        given.relationship = i % 3 == 0 ? Relationship::family : Relationship::person;
        // Several cases a day, so that the date alone does not order them.
        given.received = base::add_days(2026y / January / 1d, i / 4);
        auto by = work();
        ASSERT_TRUE(receive(writer, by, given));
      }
      auto by = other_work();
      NewCase theirs;
      theirs.kind = Kind::complaint;
      theirs.words = "the carer was late again";
      theirs.relationship = Relationship::person;
      ASSERT_TRUE(receive(writer, by, theirs));
    });
  }
  CasePage list(const CaseFilter& filter, CaseOrder order = CaseOrder::newest,
                std::optional<CasePlace> place = {}, std::size_t size = 7) {
    return database().read([&](store::Reader& reader) {
      return list_cases(reader, "aldermere", filter, order, place, size);
    });
  }
  std::vector<std::string> walk(const CaseFilter& filter, CaseOrder order) {
    std::vector<std::string> refs;
    std::optional<CasePlace> place;
    while (true) {
      const auto page = list(filter, order, place);
      for (const auto& each : page.cases) refs.push_back(each.found.ref);
      if (!page.has_later) return refs;
      place = CasePlace{page.cases.back().found.ref, false};
    }
  }
};
ON_BOTH_DATABASES(CaseList);

TEST_P(CaseList, lists_every_case_exactly_once_in_every_order) {
  fill(61);
  for (const auto order :
       {CaseOrder::newest, CaseOrder::oldest, CaseOrder::kind, CaseOrder::status}) {
    const auto refs = walk({}, order);
    EXPECT_EQ(refs.size(), 61U) << to_text(order);
    EXPECT_EQ(std::set(refs.begin(), refs.end()).size(), 61U) << to_text(order);
  }
  auto newest = walk({}, CaseOrder::newest);
  std::ranges::reverse(newest);
  EXPECT_EQ(newest, walk({}, CaseOrder::oldest));
}

TEST_P(CaseList, goes_back_by_the_pages_it_came_by) {
  fill(30);
  for (const auto order : {CaseOrder::newest, CaseOrder::kind, CaseOrder::status}) {
    const auto first = list({}, order);
    const auto second = list({}, order, CasePlace{first.cases.back().found.ref, false});
    const auto back = list({}, order, CasePlace{second.cases.front().found.ref, true});
    ASSERT_EQ(back.cases.size(), first.cases.size());
    for (std::size_t i = 0; i < back.cases.size(); ++i) {
      EXPECT_EQ(back.cases[i].found.ref, first.cases[i].found.ref);
    }
    EXPECT_FALSE(first.has_earlier);
    EXPECT_TRUE(second.has_earlier && back.has_later);
    EXPECT_FALSE(back.has_earlier);
  }
}

TEST_P(CaseList, begins_at_the_beginning_when_its_place_is_unknown) {
  fill(10);
  const auto page = list({}, CaseOrder::newest, CasePlace{"CASE-999", false});
  EXPECT_EQ(page.cases.size(), 7U);
  EXPECT_FALSE(page.has_earlier);
}

TEST_P(CaseList, filters_by_everything_at_once) {
  fill(60);
  CaseFilter filter;
  filter.kinds = {Kind::complaint, Kind::idea};
  filter.statuses = {Status::received};
  filter.relationships = {Relationship::family};
  filter.service_ref = "";
  filter.from = 2026y / January / 3d;
  filter.to = 2026y / January / 12d;
  std::size_t expected = 0;
  for (int i = 8; i < 48; ++i) {
    if ((i % 5 == 0 || i % 5 == 4) && i % 3 == 0) ++expected;
  }
  EXPECT_EQ(walk(filter, CaseOrder::newest).size(), expected);
  EXPECT_EQ(database().read(
                [&](store::Reader& reader) { return count_cases(reader, "aldermere", filter); }),
            static_cast<std::int64_t>(expected));
}

TEST_P(CaseList, finds_words_and_shows_where_they_stand) {
  fill(15);
  CaseFilter filter;
  filter.search = "carer late";
  const auto page = list(filter);
  ASSERT_EQ(page.cases.size(), 3U);
  const auto& excerpt = page.cases.front().matched;
  EXPECT_TRUE(std::ranges::any_of(excerpt, &store::Segment::matched));
}

TEST_P(CaseList, shows_the_first_words_on_one_line) {
  NewCase given;
  given.kind = Kind::idea;
  given.relationship = Relationship::staff;
  given.words = "One\ntwo " + std::string(300, 'x');
  auto by = work();
  ASSERT_TRUE(database().write([&](store::Writer& writer) { return receive(writer, by, given); }));
  const auto opening = list({}).cases.front().opening;
  EXPECT_TRUE(opening.starts_with("One two xxx"));
  EXPECT_TRUE(opening.ends_with("\xE2\x80\xA6"));
  EXPECT_EQ(characters(opening), 161U);
}

TEST_P(CaseList, gives_every_case_with_its_words_for_an_export) {
  fill(23);
  std::size_t seen = 0;
  std::optional<std::string> last;
  database().read([&](store::Reader& reader) {
    while (true) {
      const auto some = cases_after(reader, "aldermere", {}, CaseOrder::oldest, last, 10);
      for (const auto& each : some) EXPECT_FALSE(each.words.empty());
      seen += some.size();
      if (some.size() < 10) return;
      last = some.back().ref;
    }
  });
  EXPECT_EQ(seen, 23U);
}

}  // namespace
}  // namespace throughline::hear
