#include "hear/complaint/worklist.hpp"

#include "complaint_suite.hpp"
#include "hear/complaint/targets.hpp"
#include "hear/complaint/waiting.hpp"
#include "hear/complaint/worklist_query.hpp"
#include "store/bulk.hpp"

#include <algorithm>
#include <functional>
#include <random>

namespace throughline::hear {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::array every_list = {Worklist::all,
                                   Worklist::late,
                                   Worklist::today,
                                   Worklist::this_week,
                                   Worklist::acknowledgement,
                                   Worklist::plan,
                                   Worklist::closing};

class WorklistStore : public ComplaintSuite {
 protected:
  WorkPage page(base::Date today, const WorkFilter& filter,
                const std::optional<WorkPlace>& place = {}, Beside beside = Beside::after,
                std::size_t size = complaints_on_page) {
    return database().read([&](store::Reader& reader) {
      return list_complaints(reader, on(today), filter, place, beside, size);
    });
  }
  WorkCounts counts(base::Date today, const WorkFilter& filter = {}) {
    return database().read(
        [&](store::Reader& reader) { return count_complaints(reader, on(today), filter); });
  }
  static std::vector<std::string> refs(const WorkPage& page) {
    std::vector<std::string> found;
    for (const auto& item : page.items) found.push_back(item.case_ref);
    return found;
  }

  // What the worklist must be: every case that there is, one by one, by where it stands.
  std::vector<WorkItem> as_they_stand(base::Date today, const WorkFilter& filter) {
    std::vector<WorkItem> items;
    database().read([&](store::Reader& reader) {
      for (const auto& row :
           reader.rows("select ref from cases where authority_id = 'aldermere'", {})) {
        const auto found = find_case(reader, "aldermere", row.text(0)).value();
        const auto complaint = find_complaint(reader, "aldermere", found.ref);
        if (found.kind != Kind::complaint || found.status == Status::closed || !complaint) continue;
        WorkItem item{found.ref,         title(found),       found.service_ref, "",
                      found.officer_ref, found.officer_name, *complaint,        {}};
        item.stands = standing(*complaint, found.status == Status::looking_into, false, today);
        if (is_asked_for(item, filter, today)) items.push_back(std::move(item));
      }
    });
    std::ranges::sort(items, {}, [](const WorkItem& item) {
      const auto place = place_of(item);
      return std::tuple(place.due, place.begun, place.number);
    });
    return items;
  }
  static bool is_asked_for(const WorkItem& item, const WorkFilter& filter, base::Date today) {
    if (filter.officer_ref == "none" && !item.officer_ref.empty()) return false;
    if (!filter.officer_ref.empty() && filter.officer_ref != "none" &&
        item.officer_ref != filter.officer_ref) {
      return false;
    }
    switch (filter.list) {
      case Worklist::all:
        return true;
      case Worklist::late:
        return waiting_of(item, today) == Waiting::late;
      case Worklist::today:
        return waiting_of(item, today) == Waiting::today;
      case Worklist::this_week:
        return waiting_of(item, today) == Waiting::this_week;
      case Worklist::acknowledgement:
        return item.stands.next == NextStep::acknowledge;
      case Worklist::plan:
        return item.stands.next == NextStep::agree_plan;
      case Worklist::closing:
        return item.stands.next == NextStep::close;
    }
    return false;
  }
  void expect_as_they_stand(base::Date today, const WorkFilter& filter) {
    std::vector<std::string> expected;
    for (const auto& item : as_they_stand(today, filter)) expected.push_back(item.case_ref);
    // A page of three at a time, to the end and back again.
    std::vector<std::string> onward;
    std::optional<WorkPlace> place;
    std::optional<WorkPage> last;
    do {
      last = page(today, filter, place, Beside::after, 3);
      for (const auto& ref : refs(*last)) onward.push_back(ref);
      if (!last->items.empty()) place = place_of(last->items.back());
    } while (last->has_later);
    EXPECT_EQ(onward, expected);
    std::vector<std::string> back = refs(*last);
    while (last->has_earlier && !last->items.empty()) {
      last = page(today, filter, place_of(last->items.front()), Beside::before, 3);
      const auto earlier = refs(*last);
      const auto fresh = std::ranges::find_if(
          earlier, [&](const auto& ref) { return std::ranges::find(back, ref) != back.end(); });
      back.insert(back.begin(), earlier.begin(), fresh);
    }
    EXPECT_EQ(back, expected);
    const auto all = counts(today, filter);
    EXPECT_EQ(all.at(static_cast<std::size_t>(filter.list)),
              static_cast<std::int64_t>(expected.size()));
  }

  bool was_complaint(const std::string& ref) {
    return database().read([&](store::Reader& reader) {
      return find_complaint(reader, "aldermere", ref).has_value();
    });
  }
  // How the database reads a query.
  std::string plan(const WorkQuery& query) {
    std::string text;
    if (GetParam() == store::Dialect::sqlite) {
      database().read([&](store::Reader& reader) {
        for (const auto& row : reader.rows("explain query plan " + query.sql, query.values)) {
          text += row.text(3) + "\n";
        }
      });
      return text;
    }
    database().write([&](store::Writer& writer) {
      writer.execute_script("prepare shown as " + query.sql);
      std::string values;
      for (const auto& value : query.values) {
        const auto* number = std::get_if<std::int64_t>(&value);
        values += (values.empty() ? "" : ", ") +
                  (number ? std::to_string(*number) : "'" + std::get<std::string>(value) + "'");
      }
      for (const auto& row : writer.rows("explain execute shown(" + values + ")")) {
        text += row.text(0) + "\n";
      }
      writer.execute_script("deallocate shown");
    });
    return text;
  }
  std::vector<std::string> waiting_rows() {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> found;
      for (const auto& row : reader.rows(
               "select case_ref || ' ' || step || ' ' || due || ' ' || delay_after || ' ' || "
               "officer_ref || ' ' || service_ref from complaints_waiting order by 1",
               {})) {
        found.push_back(row.text(0));
      }
      return found;
    });
  }
};

ON_BOTH_DATABASES(WorklistStore);

TEST_P(WorklistStore, holds_open_complaints_by_what_is_due) {
  const auto late = take_in(Kind::complaint, Channel::phone, day(2, 20));
  const auto today = take_in(Kind::complaint, Channel::phone, day(2, 25));
  const auto soon = take_in();
  const auto later = take_in();
  ASSERT_TRUE(acknowledged(later, day(3, 2)));
  ASSERT_TRUE(planned(later, day(3, 2), day(4, 2)));
  const auto done = take_in();
  ASSERT_TRUE(pointed(done, Finding::withdrawn));
  ASSERT_TRUE(closed(done, day(3, 2)));
  take_in(Kind::concern);
  const auto found = page(day(3, 2), {});
  EXPECT_THAT(refs(found), ElementsAre(late, today, soon, later));
  EXPECT_EQ(waiting_of(found.items[0], day(3, 2)), Waiting::late);
  EXPECT_EQ(waiting_of(found.items[1], day(3, 2)), Waiting::today);
  EXPECT_EQ(waiting_of(found.items[2], day(3, 2)), Waiting::this_week);
  EXPECT_EQ(waiting_of(found.items[3], day(3, 2)), Waiting::later);
  EXPECT_THAT(counts(day(3, 2)), ElementsAre(4, 1, 1, 1, 3, 0, 0));
  EXPECT_THAT(refs(page(day(3, 2), {Worklist::acknowledgement, "", ""})), SizeIs(3));
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(list_complaints(reader, other_work(), {}).items, IsEmpty());
    EXPECT_THAT(count_complaints(reader, other_work(), {}), ElementsAre(0, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(officers_at_work(reader, other_work()), IsEmpty());
  });
}

TEST_P(WorklistStore, goes_by_the_end_of_the_six_months_once_a_delay_has_to_be_explained) {
  const auto ref = take_in(Kind::complaint, Channel::phone, day(1, 12));
  ASSERT_TRUE(acknowledged(ref, day(1, 13)));
  ASSERT_TRUE(planned(ref, day(1, 13), day(3, 2)));
  const auto other = take_in(Kind::complaint, Channel::phone, day(4, 1));
  EXPECT_THAT(refs(page(day(7, 11), {})), ElementsAre(ref, other)) << "due on 2 March and 8 April";
  EXPECT_THAT(refs(page(day(7, 12), {})), ElementsAre(other, ref)) << "due on 11 July now";
  EXPECT_EQ(page(day(7, 12), {}).items.back().stands.next, NextStep::explain_delay);
  EXPECT_THAT(counts(day(7, 12)), ElementsAre(2, 2, 0, 0, 1, 0, 0));
  EXPECT_THAT(refs(page(day(7, 12), {Worklist::plan, "", ""})), IsEmpty());
}

TEST_P(WorklistStore, is_what_reading_every_complaint_would_give_whatever_was_done) {
  std::mt19937 dice(29);
  const auto roll = [&](int most) {
    return static_cast<int>(dice() % static_cast<unsigned>(most));
  };
  std::vector<std::string> made;
  for (int at = 0; at < 24; ++at) {
    made.push_back(take_in(roll(6) == 0 ? Kind::concern : Kind::complaint, Channel::phone,
                           base::add_days(day(1, 5), roll(40))));
  }
  const auto look = [&](const std::string& ref, base::Date then) {
    return write([&](store::Writer& writer) {
      return look_into(writer, on(then), ref, case_of(ref).version);
    });
  };
  const auto turn = [&](const std::string& ref, base::Date then) {
    const auto other = case_of(ref).kind == Kind::complaint ? Kind::concern : Kind::complaint;
    return write([&](store::Writer& writer) {
      return correct(writer, on(then), ref, case_of(ref).version,
                     {other, "", "Read again", std::nullopt});
    });
  };
  const auto again = [&](const std::string& ref, base::Date then) {
    return write([&](store::Writer& writer) {
      return reopen(writer, on(then), ref, case_of(ref).version, "They wrote again");
    });
  };
  auto then = day(2, 16);
  for (int at = 0; at < 140; ++at) {
    then = base::add_days(then, roll(3));
    const auto& ref = made.at(static_cast<std::size_t>(roll(static_cast<int>(made.size()))));
    // What is refused on the way (it is no complaint, it is closed) does not matter.
    const std::vector<std::function<base::Result<void>()>> verbs = {
        [&] { return acknowledged(ref, then); },
        [&] { return acknowledged(ref, then, Complexity::complex); },
        [&] { return planned(ref, then, base::add_days(then, 1 + roll(40))); },
        [&] { return responded(ref, then); },
        [&] { return pointed(ref, roll(2) == 0 ? Finding::upheld : Finding::withdrawn); },
        [&] { return closed(ref, then); },
        [&] { return again(ref, then); },
        [&] { return look(ref, then); },
        [&] { return turn(ref, then); },
    };
    // What never was a complaint can only become one.
    const auto chosen = was_complaint(ref) ? roll(static_cast<int>(verbs.size())) : 8;
    (void)verbs.at(static_cast<std::size_t>(chosen))();
    if (at == 70) {
      (void)write([&](store::Writer& writer) {
        return set_targets(writer, on(then), {{Complexity::standard, {"10", DayUnit::working}}});
      }).value();
    }
  }
  for (const auto today : {day(2, 20), then, base::add_days(then, 30), day(8, 20)}) {
    for (const auto list : every_list) {
      for (const auto* officer : {"", "none", "USER-1"}) {
        expect_as_they_stand(today, {list, officer, ""});
      }
    }
  }
  const auto before = waiting_rows();
  EXPECT_GT(before.size(), 3U);
  write([&](store::Writer& writer) {
    rebuild_waiting(writer, "aldermere");
    return 0;
  });
  EXPECT_EQ(waiting_rows(), before) << "what is kept is what is worked out anew";
}

TEST_P(WorklistStore, reads_a_page_from_its_indexes_and_never_by_a_scan) {
  write([&](store::Writer& writer) {
    std::vector<store::Values> rows;
    for (std::int64_t number = 1; number <= 20'000; ++number) {
      const auto begun = base::add_days(day(1, 1), static_cast<int>(number % 300));
      rows.push_back({"aldermere", "CASE-" + std::to_string(number), number, base::to_text(begun),
                      number % 3 == 0 ? "respond" : "acknowledge",
                      base::to_text(base::add_days(begun, 3)),
                      number % 50 == 0 ? base::to_text(base::add_days(begun, 180)) : "", "", ""});
    }
    store::insert_rows(
        writer,
        "insert into complaints_waiting (authority_id, case_ref, number, begun, step, "
        "due, delay_after, officer_ref, service_ref)",
        rows);
    writer.execute_script("analyze");
    return 0;
  });
  const WorkPlace place{day(6, 1), day(5, 20), 77};
  for (const auto list : {Worklist::all, Worklist::late, Worklist::this_week}) {
    for (const auto beside : {Beside::after, Beside::before}) {
      const auto query = work_refs_query("aldermere", {list, "", ""}, day(8, 1), place, beside, 51);
      const auto text = plan(query);
      EXPECT_THAT(text, HasSubstr("complaints_waiting_by_due"));
      if (list != Worklist::this_week) {
        EXPECT_THAT(text, HasSubstr("complaints_waiting_by_delay"));
      }
      EXPECT_THAT(text, Not(AnyOf(HasSubstr("Seq Scan"), HasSubstr("SCAN complaints_waiting"))))
          << text;
    }
  }
}

TEST_P(WorklistStore, is_worked_out_at_the_start_when_a_migration_put_it_there) {
  const auto ref = take_in();
  const auto before = waiting_rows();
  write([&](store::Writer& writer) {
    writer.execute("update complaints_waiting set step = '', due = '9999-12-31'", {});
    return 0;
  });
  const auto work_out = [&] {
    return write([&](store::Writer& writer) { return work_out_waiting(writer, "aldermere"); });
  };
  EXPECT_EQ(work_out(), 1);
  EXPECT_EQ(waiting_rows(), before);
  EXPECT_EQ(work_out(), 0);
  EXPECT_THAT(refs(page(day(3, 2), {})), ElementsAre(ref));
}

TEST(Worklist, has_places_that_survive_an_address) {
  const WorkPlace place{std::chrono::year{2026} / 3 / 5, std::chrono::year{2026} / 3 / 2, 17};
  EXPECT_EQ(to_text(place), "2026-03-05.2026-03-02.17");
  EXPECT_EQ(work_place_from_text(to_text(place)), place);
  for (const auto* text : {"", ".", "..", "2026-03-05", "2026-03-05.2026-03-02", "a.b.c",
                           "2026-03-05.2026-03-02.x", "2026-03-05.2026-03-02.99999999999999"}) {
    EXPECT_FALSE(work_place_from_text(text)) << text;
  }
}

}  // namespace
}  // namespace throughline::hear
