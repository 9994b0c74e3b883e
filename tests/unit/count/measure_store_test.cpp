#include "count/count.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::count {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MeasureStore : public testing::TwoCouncils {
 protected:
  MeasureForm form() const {
    return {.name = "Visits on time",
            .counts = "Visits within 30 minutes of the time agreed",
            .unit = "percent",
            .improvement = "increase",
            .target = "90%",
            .source = "Call monitoring",
            .frequency = "monthly"};
  }

  template <typename Verb>
  auto write(Verb verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  template <typename Verb>
  auto read(Verb verb) {
    return database().read([&](store::Reader& reader) { return verb(reader); });
  }

  std::string made() {
    return write([&](auto& writer) { return create_measure(writer, work(), form()); }).value().ref;
  }
  base::Result<MeasureValue> put(const std::string& ref, const ValueForm& value) {
    return write([&](auto& writer) { return record_value(writer, work(), ref, value); });
  }
  base::Result<ValuesKept> keep(const std::string& ref, const std::string& csv) {
    return write([&](auto& writer) { return keep_values(writer, work(), ref, csv); });
  }
  std::vector<double> held(const std::string& ref) {
    std::vector<double> found;
    for (const auto& point :
         read([&](auto& reader) { return series(reader, work().authority_id, ref); }))
      found.push_back(point.value);
    return found;
  }
  std::vector<std::string> verbs(const std::string& ref) {
    std::vector<std::string> found;
    for (const auto& event :
         read([&](auto& reader) { return record::history(reader, work().authority_id, ref); }))
      found.push_back(event.verb);
    return found;
  }
};
ON_BOTH_DATABASES(MeasureStore);

TEST_P(MeasureStore, is_found_as_it_was_made) {
  const auto ref = made();
  const auto found =
      read([&](auto& reader) { return find_measure(reader, work().authority_id, ref); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->unit, Unit::percent);
  EXPECT_EQ(found->target, 90);
  EXPECT_EQ(form_of(*found).name, form().name);
  const auto node =
      read([&](auto& reader) { return record::find_node(reader, work().authority_id, ref); });
  ASSERT_TRUE(node);
  EXPECT_EQ(node->title, "Visits on time");
  EXPECT_EQ(node->dated, "2026-03-02");
  EXPECT_THAT(verbs(ref), ElementsAre("created"));
}

TEST_P(MeasureStore, tells_every_problem_of_a_form_at_once) {
  const auto refused = write([&](auto& writer) {
    return create_measure(writer, work(), {.unit = "miles", .target = "lots", .frequency = "x"});
  });
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems, SizeIs(5));
}

TEST_P(MeasureStore, has_a_name_of_its_own_in_its_council) {
  made();
  const auto again = write([&](auto& writer) { return create_measure(writer, work(), form()); });
  EXPECT_EQ(again.error().kind, base::ErrorKind::conflict);
  EXPECT_TRUE(write([&](auto& writer) { return create_measure(writer, other_work(), form()); }));
}

TEST_P(MeasureStore, changes_once_for_each_version_and_says_what_changed) {
  const auto ref = made();
  auto changed = form();
  changed.target = "";
  const auto change = [&] {
    return write([&](auto& writer) { return change_measure(writer, work(), ref, 1, changed); });
  };
  EXPECT_EQ(change().value().version, 2);
  EXPECT_EQ(change().error().kind, base::ErrorKind::conflict);
  const auto history =
      read([&](auto& reader) { return record::history(reader, work().authority_id, ref); });
  EXPECT_EQ(history.back().details, (record::Details{{"target", "90 to none"}}));
}

TEST_P(MeasureStore, keeps_its_unit_once_it_has_values) {
  const auto ref = made();
  ASSERT_TRUE(put(ref, {"2026-01-31", "80"}));
  auto changed = form();
  changed.unit = "days";
  changed.target = "";
  EXPECT_EQ(write([&](auto& writer) { return change_measure(writer, work(), ref, 1, changed); })
                .error()
                .kind,
            base::ErrorKind::conflict);
}

TEST_P(MeasureStore, records_one_value_for_each_date_and_none_to_come) {
  const auto ref = made();
  EXPECT_TRUE(put(ref, {"2026-01-31", "80%"}));
  EXPECT_EQ(put(ref, {"31/01/2026", "81"}).error().kind, base::ErrorKind::conflict);
  EXPECT_FALSE(put(ref, {"2026-03-03", "81"})) << "tomorrow";
  EXPECT_TRUE(put(ref, {"2026-03-02", "81"})) << "today";
  EXPECT_EQ(put("MEASURE-99", {"2026-01-31", "1"}).error().kind, base::ErrorKind::not_found);
  EXPECT_THAT(held(ref), ElementsAre(80, 81));
}

TEST_P(MeasureStore, keeps_what_a_value_was_in_the_history) {
  const auto ref = made();
  ASSERT_TRUE(put(ref, {"2026-01-31", "80"}));
  const auto change = [&](const std::string& reason) {
    return write([&](auto& writer) {
      return change_value(writer, work(), ref, {"2026-01-31", "82"}, reason);
    });
  };
  EXPECT_FALSE(change(" "));
  EXPECT_TRUE(change("Counted again"));
  const auto remove = [&](const std::string& reason) {
    return write([&](auto& writer) {
      return remove_value(writer, work(), ref, base::Date{2026y, std::chrono::January, 31d},
                          reason);
    });
  };
  EXPECT_FALSE(remove(""));
  EXPECT_TRUE(remove("Wrong month"));
  EXPECT_EQ(remove("Wrong month").error().kind, base::ErrorKind::not_found);
  EXPECT_THAT(held(ref), IsEmpty());
  EXPECT_THAT(verbs(ref),
              ElementsAre("created", "value recorded", "value changed", "value removed"));
  const auto history =
      read([&](auto& reader) { return record::history(reader, work().authority_id, ref); });
  EXPECT_EQ(history[2].details[1].second, "80 to 82");
  EXPECT_EQ(history[3].reason, "Wrong month");
}

TEST_P(MeasureStore, shows_what_a_file_would_do_before_it_keeps_the_good_rows) {
  const auto ref = made();
  ASSERT_TRUE(put(ref, {"2026-01-31", "80"}));
  ASSERT_TRUE(put(ref, {"2026-02-28", "85"}));
  const std::string csv =
      "date,value\n2025-12-31,70\n2026-01-31,81\n2026-02-28,85\n2026-02-29,9\n2026-04-01,1\n";
  const auto check = read([&](auto& reader) { return check_values(reader, work(), ref, csv); });
  ASSERT_TRUE(check);
  EXPECT_THAT(check->added, SizeIs(1));
  ASSERT_THAT(check->changed, SizeIs(1));
  EXPECT_EQ(check->changed[0].stored, 80);
  EXPECT_THAT(check->unchanged, SizeIs(1));
  EXPECT_THAT(check->bad, SizeIs(2));
  EXPECT_THAT(held(ref), ElementsAre(80, 85)) << "checking changes nothing";
  const auto kept = keep(ref, csv);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->added, 1);
  EXPECT_EQ(kept->changed, 1);
  EXPECT_THAT(held(ref), ElementsAre(70, 81, 85));
}

TEST_P(MeasureStore, is_the_same_after_a_file_is_kept_twice) {
  const auto ref = made();
  const std::string csv = "date,value,note\n2025-12-31,70,\"first, of all\"\n2026-01-31,81,\n";
  ASSERT_TRUE(keep(ref, csv));
  const auto events = verbs(ref);
  const auto again = keep(ref, csv);
  EXPECT_EQ(again->unchanged, 2);
  EXPECT_EQ(verbs(ref), events);
}

TEST_P(MeasureStore, gives_out_the_file_that_it_reads) {
  const auto ref = made();
  ASSERT_TRUE(put(ref, {"2026-01-31", "80.5", "161", "200", "after \"training\""}));
  const auto csv =
      values_csv(read([&](auto& reader) { return values(reader, work().authority_id, ref); }));
  EXPECT_EQ(keep(ref, csv)->unchanged, 1);
}

TEST_P(MeasureStore, refuses_a_file_without_a_good_row) {
  const auto ref = made();
  EXPECT_THAT(keep(ref, "date,value\n2026-01-31,x\n").error().problems, SizeIs(1));
}

TEST_P(MeasureStore, lists_measures_with_their_latest_value) {
  const auto ref = made();
  auto other = form();
  other.name = "A measure without values";
  ASSERT_TRUE(write([&](auto& writer) { return create_measure(writer, work(), other); }));
  ASSERT_TRUE(put(ref, {"2026-01-31", "80"}));
  ASSERT_TRUE(put(ref, {"2025-12-31", "70"}));
  const auto lines = read([&](auto& reader) { return measures(reader, work().authority_id); });
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_FALSE(lines[0].latest);
  EXPECT_EQ(lines[1].values, 2);
  EXPECT_EQ(lines[1].latest_date, "2026-01-31");
  EXPECT_EQ(lines[1].latest, 80);
}

TEST_P(MeasureStore, shows_one_council_nothing_of_another) {
  const auto ref = made();
  ASSERT_TRUE(put(ref, {"2026-01-31", "80"}));
  EXPECT_FALSE(
      read([&](auto& reader) { return find_measure(reader, other_work().authority_id, ref); }));
  EXPECT_THAT(read([&](auto& reader) { return measures(reader, other_work().authority_id); }),
              IsEmpty());
  EXPECT_THAT(read([&](auto& reader) { return series(reader, other_work().authority_id, ref); }),
              IsEmpty());
  EXPECT_EQ(write([&](auto& writer) {
              return record_value(writer, other_work(), ref, {"2026-02-28", "1"});
            })
                .error()
                .kind,
            base::ErrorKind::not_found);
}

}  // namespace
}  // namespace throughline::count
