#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class CaseStore : public testing::TwoCouncils {
 protected:
  NewCase spoken(const std::string& words = "Nobody rang back.", Kind kind = Kind::complaint) {
    NewCase given;
    given.kind = kind;
    given.words = words;
    given.relationship = Relationship::unpaid_carer;
    return given;
  }
  Received take_in(const NewCase& given) {
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work(), given); })
        .value();
  }
  Case find(const std::string& ref) {
    return database()
        .read([&](store::Reader& reader) { return find_case(reader, "aldermere", ref); })
        .value();
  }
  std::vector<std::string> verbs(const std::string& ref) {
    std::vector<std::string> found;
    database().read([&](store::Reader& reader) {
      for (const auto& event : record::history(reader, "aldermere", ref)) {
        found.push_back(event.verb);
      }
    });
    return found;
  }
  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
};
ON_BOTH_DATABASES(CaseStore);

TEST_P(CaseStore, keeps_the_words_exactly) {
  for (const std::string words :
       {"\n first line break kept \n\n",
        "\xF0\x9F\x98\x80 \xE2\x80\x8F\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
        "<script>alert(1)</script> ' ; drop table cases; -- $1 %s \\", "a\r\nb\tc"}) {
    EXPECT_EQ(find(take_in(spoken(words)).ref).words, words);
  }
  const std::string long_words(most_words_characters, 'x');
  EXPECT_EQ(find(take_in(spoken(long_words)).ref).words, long_words);
}

TEST_P(CaseStore, gives_a_receipt_that_finds_the_case_however_it_is_typed) {
  const auto received = take_in(spoken());
  std::string typed = received.receipt;
  for (auto& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  const auto found = database().read(
      [&](store::Reader& reader) { return find_by_receipt(reader, "aldermere", typed); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->ref, received.ref);
}

TEST_P(CaseStore, is_never_seen_by_another_council) {
  const auto received = take_in(spoken());
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_case(reader, "brackwater", received.ref));
    EXPECT_FALSE(find_by_receipt(reader, "brackwater", received.receipt));
  });
}

TEST_P(CaseStore, makes_one_case_of_a_submission_that_comes_twice) {
  auto given = spoken();
  given.submission_key = "pressed twice";
  const auto first = take_in(given);
  const auto second = take_in(given);
  EXPECT_FALSE(first.again);
  EXPECT_TRUE(second.again);
  EXPECT_EQ(second.ref, first.ref);
  EXPECT_EQ(second.receipt, first.receipt);
  EXPECT_EQ(verbs(first.ref), std::vector<std::string>{"received"});
}

TEST_P(CaseStore, refuses_with_every_problem_and_keeps_nothing) {
  NewCase given;
  given.service_ref = "SERVICE-99";
  const auto refused = write([&](store::Writer& writer) { return receive(writer, work(), given); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 4U);
  EXPECT_EQ(database().read(
                [](store::Reader& reader) { return reader.number("select count(*) from cases"); }),
            0);
}

TEST_P(CaseStore, puts_nothing_that_was_said_and_no_one_into_events_and_nodes) {
  auto given = spoken("My mother Jean fell.");
  given.identity.contact = {"Jo Bloggs", "jo@example.org", "", "", ContactBy::email, true};
  given.identity.equality = {{"sex", "female"}};
  const auto received = take_in(given);
  database().read([&](store::Reader& reader) {
    std::string all;
    for (const auto* sql : {"select reason || details || actor_name from events",
                            "select title || state from nodes"}) {
      reader.for_each(sql, {}, [&](const store::Row& row) { all += row.text(0); });
    }
    for (const auto* secret : {"Jean", "Jo Bloggs", "jo@example.org", "female"}) {
      EXPECT_THAT(all, ::testing::Not(::testing::HasSubstr(secret)));
    }
    EXPECT_THAT(all, ::testing::Not(::testing::HasSubstr(received.receipt)));
  });
}

TEST_P(CaseStore, shows_who_it_is_only_with_a_reason_and_writes_down_the_look) {
  auto given = spoken();
  given.identity.contact = {"Jo", "jo@example.org", "", "", ContactBy::email, true};
  given.identity.equality = {{"sex", "female"}, {"carer", "yes"}};
  const auto ref = take_in(given).ref;
  EXPECT_FALSE(
      write([&](store::Writer& writer) { return look_at_identity(writer, work(), ref, " "); }));
  const auto seen = write(
      [&](store::Writer& writer) { return look_at_identity(writer, work(), ref, "To ring back"); });
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->contact.email, "jo@example.org");
  EXPECT_EQ(seen->equality, given.identity.equality);
  EXPECT_EQ(verbs(ref), (std::vector<std::string>{"received", "identity seen"}));
  EXPECT_FALSE(write([&](store::Writer& writer) {
    return look_at_identity(writer, other_work(), ref, "To ring back");
  }));
}

TEST_P(CaseStore, goes_from_received_to_closed_and_back) {
  const auto ref = take_in(spoken("Nobody rang back.", Kind::concern)).ref;
  ASSERT_TRUE(write([&](store::Writer& w) { return look_into(w, work(), ref, 1); }));
  EXPECT_EQ(find(ref).status, Status::looking_into);
  EXPECT_EQ(find(ref).officer_ref, "USER-1");
  ASSERT_TRUE(write([&](store::Writer& w) {
    return close(w, work(), ref, 2, {Outcome::did, "We now ring back within a day."});
  }));
  EXPECT_EQ(find(ref).status, Status::closed);
  EXPECT_EQ(find(ref).closed, "2026-03-02");
  EXPECT_EQ(find(ref).answer, "We now ring back within a day.");
  ASSERT_TRUE(write([&](store::Writer& w) { return reopen(w, work(), ref, 3, "It went on"); }));
  EXPECT_EQ(find(ref).status, Status::looking_into);
  EXPECT_EQ(verbs(ref),
            (std::vector<std::string>{"received", "looked into", "closed", "reopened"}));
  EXPECT_EQ(database().read([&](store::Reader& reader) {
    return record::find_node(reader, "aldermere", ref)->state;
  }),
            "looking_into");
}

TEST_P(CaseStore, refuses_the_second_of_two_officers_who_read_the_same_version) {
  const auto ref = take_in(spoken("Nobody rang back.", Kind::concern)).ref;
  ASSERT_TRUE(write([&](store::Writer& w) { return look_into(w, work(), ref, 1); }));
  const auto second = write([&](store::Writer& w) {
    return close(w, work(), ref, 1, {Outcome::did, "An answer"});
  });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(find(ref).status, Status::looking_into);
}

TEST_P(CaseStore, is_closed_only_with_an_outcome_and_an_answer) {
  const auto ref = take_in(spoken("Nobody rang back.", Kind::concern)).ref;
  const auto refused = write([&](store::Writer& w) { return close(w, work(), ref, 1, {}); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 2U);
}

TEST_P(CaseStore, is_corrected_with_a_reason_that_stands_in_its_history) {
  const auto service =
      write([&](store::Writer& w) { return record::add_service(w, work(), "Home care"); }).value();
  const auto ref = take_in(spoken()).ref;
  EXPECT_FALSE(write([&](store::Writer& w) {
    return correct(w, work(), ref, 1, {Kind::complaint, "", "No change"});
  }));
  ASSERT_TRUE(write([&](store::Writer& w) {
    return correct(w, work(), ref, 1, {Kind::concern, service.ref, "She asked for no answer"});
  }));
  EXPECT_EQ(title(find(ref)), "Concern about Home care, 2 March 2026");
  database().read([&](store::Reader& reader) {
    const auto event = record::history(reader, "aldermere", ref).back();
    EXPECT_EQ(event.reason, "She asked for no answer");
    EXPECT_EQ(event.details, (record::Details{{"kind", "Complaint to Concern"},
                                              {"service", "not about one service to Home care"}}));
  });
}

}  // namespace
}  // namespace throughline::hear
