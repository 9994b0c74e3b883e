#include "hear/people/named.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "record/trace.hpp"
#include "unit/publish/local_account/accounts.hpp"

#include <gmock/gmock.h>

namespace throughline::publish::local_account {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class LocalAccount : public Accounts {};
ON_BOTH_DATABASES(LocalAccount);

TEST_P(LocalAccount, is_begun_once_a_year_and_only_for_a_year_that_has_begun) {
  fill();
  begin();
  const auto again = [&](int of) {
    return write([&](store::Writer& writer) {
      return begin_account(writer, as(record::Role::lead), council(), of);
    });
  };
  EXPECT_THAT(again(year).error().problems[0].message, HasSubstr("a draft for this year already"));
  EXPECT_FALSE(again(2026));
  EXPECT_FALSE(again(1999));
  EXPECT_TRUE(again(2025)) << "the year that is running";
}

TEST_P(LocalAccount, loses_nothing_when_two_people_write_the_same_chapter) {
  fill();
  const auto ref = begin();
  ASSERT_TRUE(put(ref, Chapter::foreword, {"Mine", false, ""}, 1));
  const auto second = put(ref, Chapter::foreword, {"Yours", false, ""}, 1);
  EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
  EXPECT_THAT(second.error().message, HasSubstr("Priya Nair saved this chapter"));
  EXPECT_EQ(content(ref).chapters[0].note, "Mine");
  EXPECT_TRUE(put(ref, Chapter::foreword, {"Both", false, ""}, 2));
  const auto earlier = read([&](store::Reader& reader) {
    return earlier_words(reader, "aldermere", ref, Chapter::foreword);
  });
  ASSERT_THAT(earlier, SizeIs(1));
  EXPECT_EQ(earlier[0].text.note, "Mine") << "every save is kept";
}

TEST_P(LocalAccount, refuses_words_that_cannot_be_printed) {
  fill();
  const auto ref = begin();
  EXPECT_FALSE(
      put(ref, Chapter::foreword, {std::string(most_note_characters + 1, 'x'), false, ""}));
  EXPECT_FALSE(put(ref, Chapter::foreword, {"\xff", false, ""}));
  EXPECT_THAT(put(ref, Chapter::foreword, {"# Large", false, ""}).error().problems[0].message,
              HasSubstr("Leave out headings"));
  EXPECT_THAT(put(ref, Chapter::scores, {"", true, " "}).error().problems[0].field, "why_left_out");
  EXPECT_FALSE(put(ref, Chapter::foreword, {"Ring me: 07700 900123", false, ""}));
}

TEST_P(LocalAccount, is_signed_by_members_of_the_board_on_the_text_as_it_stands) {
  fill();
  const auto ref = begin();
  write_all(ref);
  EXPECT_EQ(sign_as(ref, 0, {.text = "another"}).error().kind, base::ErrorKind::conflict);
  EXPECT_THAT(sign_as(ref, 0, {.signed_on = day(2026, 3, 1)}).error().problems[0].message,
              HasSubstr("on another text"));
  EXPECT_FALSE(sign_as(ref, 0, {.signed_on = day(2026, 3, 3)}));
  EXPECT_FALSE(sign_as(ref, 0, {.disagrees = true}));
  EXPECT_FALSE(sign_as(ref, 0, {.statement = std::string(most_statement_characters + 1, 'x')}));
  ASSERT_TRUE(sign_as(ref, 0, {.named = true, .statement = "  As I wrote it.\r\n  So. "}));
  const auto all = [&] {
    const auto found = account(ref);
    return read([&](store::Reader& reader) { return signatures(reader, council(), found); });
  };
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_TRUE(all()[0].stands);
  EXPECT_EQ(all()[0].name, "Harriet Vane");
  EXPECT_EQ(all()[0].statement, "  As I wrote it.\n  So. ");
  ASSERT_TRUE(put(ref, Chapter::foreword, {"Other words.", false, ""}));
  EXPECT_FALSE(all()[0].stands) << "the text changed";
  EXPECT_THAT(all()[0].changed_since, ElementsAre("Foreword"));
  ASSERT_TRUE(sign_as(ref, 0)) << "asked for again";
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_TRUE(all()[0].stands);
  EXPECT_TRUE(all()[0].name.empty()) << "this time without the name";
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return count_again(writer, on(day(2026, 3, 9)), council(), ref);
  }));
  EXPECT_TRUE(all()[0].stands) << "counted again to the same figures";
  receive(day(2024, 6, 20), hear::Kind::suggestion);
  for (unsigned at = 1; at <= 5; ++at) receive(day(2024, 6, at), hear::Kind::suggestion);
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return count_again(writer, as(record::Role::lead), council(), ref);
  }));
  EXPECT_FALSE(all()[0].stands) << "a figure changed";
  EXPECT_THAT(all()[0].changed_since, ElementsAre("What people told us"));
  for (const auto& event :
       read([&](store::Reader& reader) { return record::history(reader, "aldermere", ref); })) {
    for (const auto& [name, value] : event.details) {
      EXPECT_THAT(value, Not(HasSubstr("Harriet")));
      EXPECT_THAT(value, Not(HasSubstr("As I wrote")));
    }
  }
}

TEST_P(LocalAccount, is_not_published_until_enough_have_signed_and_a_leader_approved) {
  fill();
  const auto ref = begin();
  const auto messages = [&] {
    std::string all;
    const auto refused = publish_it(ref);
    if (refused) return all;
    for (const auto& each : refused.error().problems) all += each.message + "\n";
    return all;
  };
  EXPECT_THAT(messages(), HasSubstr("The foreword is not written yet"));
  EXPECT_THAT(messages(), HasSubstr("“What surveys found” is empty"));
  EXPECT_THAT(messages(), HasSubstr("0 of the 2 that are needed"));
  EXPECT_THAT(messages(), HasSubstr("No leader has approved it yet"));
  write_all(ref);
  ASSERT_TRUE(sign_as(ref, 0));
  EXPECT_EQ(write([&](store::Writer& writer) {
              return approve(writer, as(record::Role::lead), council(), ref, "x");
            })
                .error()
                .kind,
            base::ErrorKind::forbidden);
  ASSERT_TRUE(approve_it(ref));
  EXPECT_THAT(messages(), HasSubstr("1 of the 2 that are needed"));
  ASSERT_TRUE(sign_as(ref, 1));
  EXPECT_TRUE(publish_it(ref));
  EXPECT_EQ(account(ref).version, 1);
  EXPECT_EQ(put(ref, Chapter::foreword, {"Later", false, ""}).error().kind,
            base::ErrorKind::conflict);
}

TEST_P(LocalAccount, needs_as_many_signatures_as_the_council_says) {
  const auto set = [&](const std::string& typed) {
    return write([&](store::Writer& writer) {
      return set_signatures_needed(writer, as(record::Role::lead), typed);
    });
  };
  for (const char* wrong : {"", "0", "21", "two", "-1"}) EXPECT_FALSE(set(wrong)) << wrong;
  ASSERT_TRUE(set("3"));
  read([&](store::Reader& reader) {
    EXPECT_EQ(signatures_needed(reader, "aldermere"), 3);
    EXPECT_EQ(signatures_needed(reader, "brackwater"), usual_signatures);
    return 0;
  });
}

TEST_P(LocalAccount, once_published_stays_as_it_was_whatever_becomes_of_the_record) {
  fill();
  const auto ref = published();
  const auto before = kept_json(ref);
  for (unsigned at = 1; at <= 9; ++at) receive(day(2024, 6, at), hear::Kind::suggestion);
  write([&](store::Writer& writer) {
    EXPECT_TRUE(co::change_group(writer, work(), board_, 1, {"Another name", "It signs."}));
    return 0;
  });
  EXPECT_EQ(kept_json(ref), before);
  EXPECT_EQ(to_json(content(ref)), before);
  EXPECT_EQ(content(ref).board, "Board");
  EXPECT_THAT(before, Not(HasSubstr("Harriet"))) << "names stand apart";
  EXPECT_THAT(content(ref).signatures, SizeIs(2));
}

TEST_P(LocalAccount, stands_at_the_end_of_the_line_of_what_it_rests_on) {
  fill();
  const auto ref = published();
  read([&](store::Reader& reader) {
    EXPECT_EQ(record::find_node(reader, "aldermere", ref)->state, "published");
    for (const char* source : {"ACTION-1", "ACTION-2", "PROJECT-1"}) {
      EXPECT_THAT(record::links_from(reader, "aldermere", source),
                  Contains(Field(&record::Link::to, ref)))
          << source;
    }
    const auto forward = record::trace(reader, "aldermere", praised_, record::Direction::forward);
    EXPECT_THAT(forward->steps,
                Contains(Field(&record::TraceStep::node, Field(&record::Node::ref, ref))));
    const auto back = record::trace(reader, "aldermere", ref, record::Direction::back);
    EXPECT_THAT(back->steps,
                Contains(Field(&record::TraceStep::node, Field(&record::Node::ref, praised_))));
    return 0;
  });
  write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {ref, "Wrong", "", ""});
    rebuild_local_accounts(writer, "aldermere");
    return 0;
  });
  read([&](store::Reader& reader) {
    EXPECT_EQ(record::find_node(reader, "aldermere", ref)->title, "Local Account 2024-25");
    return 0;
  });
}

TEST_P(LocalAccount, is_corrected_by_a_version_that_replaces_it) {
  fill();
  const auto first = published();
  const auto before = kept_json(first);
  const auto correct = [&](const std::string& what) {
    return write([&](store::Writer& writer) {
      return begin_correction(writer, as(record::Role::lead), council(), first, what);
    });
  };
  EXPECT_FALSE(correct(" "));
  const auto second = correct("A wrong figure in What people told us.");
  ASSERT_TRUE(second);
  EXPECT_FALSE(correct("Again")) << "there is a draft";
  EXPECT_EQ(content(second->ref).chapters[0].note, "We listened.") << "the words come with it";
  EXPECT_FALSE(publish_it(second->ref)) << "nobody signed this one";
  ASSERT_TRUE(sign_as(second->ref, 1));
  ASSERT_TRUE(sign_as(second->ref, 2));
  ASSERT_TRUE(approve_it(second->ref));
  ASSERT_TRUE(publish_it(second->ref));
  EXPECT_EQ(account(first).state, State::replaced);
  EXPECT_EQ(account(first).replaced_by, second->ref);
  EXPECT_EQ(kept_json(first), before);
  EXPECT_EQ(content(second->ref).version, 2);
  read([&](store::Reader& reader) {
    EXPECT_EQ(public_account(reader, "aldermere", year, 0)->ref, second->ref);
    EXPECT_EQ(public_account(reader, "aldermere", year, 1)->ref, first);
    EXPECT_FALSE(public_account(reader, "aldermere", year, 3));
    EXPECT_FALSE(public_account(reader, "brackwater", year, 0));
    return 0;
  });
  EXPECT_FALSE(write([&](store::Writer& writer) {
    return withdraw(writer, as(record::Role::leader), second->ref, "");
  }));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return withdraw(writer, as(record::Role::leader), second->ref, "It named a place.");
  }));
  read([&](store::Reader& reader) {
    EXPECT_EQ(public_account(reader, "aldermere", year, 0)->state, State::withdrawn);
    return 0;
  });
}

TEST_P(LocalAccount, forgets_a_name_and_keeps_the_signature) {
  fill();
  const auto ref = published();
  const auto before = kept_json(ref);
  const auto names = [&] {
    return read([&](store::Reader& reader) { return printed_names(reader, "aldermere", ref); });
  };
  ASSERT_THAT(names(), SizeIs(1));
  const auto found = read([&](store::Reader& reader) {
    return hear::find_named(reader, "aldermere", {"harriet", "vane"}, "", 10);
  });
  const auto row =
      std::ranges::find(found, "local_account_names|" + ref + "|1", &hear::NamedMatch::id);
  ASSERT_NE(row, found.end());
  EXPECT_EQ(row->record, ref);
  write([&](store::Writer& writer) {
    hear::erase_named(writer, work(), {*row}, hear::Way::pseudonymise, "Person 1");
    return 0;
  });
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(kept_json(ref), before);
}

TEST_P(LocalAccount, prints_no_name_once_the_member_is_erased_or_asks_for_that) {
  fill();
  const auto ref = published();
  const auto names = [&] {
    return read([&](store::Reader& reader) { return printed_names(reader, "aldermere", ref); });
  };
  write([&](store::Writer& writer) {
    take_names_off(writer, work(), members_[0]);
    return 0;
  });
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(write([&](store::Writer& writer) { return take_name_off(writer, work(), ref, 9); })
                .error()
                .kind,
            base::ErrorKind::not_found);
  EXPECT_EQ(write([&](store::Writer& writer) { return take_signature_out(writer, work(), ref, 1); })
                .error()
                .kind,
            base::ErrorKind::conflict)
      << "what was published keeps its signatures";
}

TEST_P(LocalAccount, can_be_given_up_while_it_is_a_draft) {
  fill();
  const auto ref = begin();
  const auto stop = [&](const std::string& why) {
    return write(
        [&](store::Writer& writer) { return give_up(writer, as(record::Role::lead), ref, why); });
  };
  EXPECT_FALSE(stop(""));
  ASSERT_TRUE(stop("Begun for the wrong year"));
  EXPECT_EQ(account(ref).state, State::given_up);
  EXPECT_NE(begin(), ref);
}

TEST(LocalAccountYears, are_named_by_both_of_their_years) {
  EXPECT_EQ(year_name(2025), "2025-26");
  EXPECT_EQ(year_name(2009), "2009-10");
  EXPECT_EQ(year_name(1999), "1999-00");
  EXPECT_EQ(year_from_name("2025-26"), 2025);
  for (const char* wrong : {"2025-27", "2025", "25-26", "", "2025-26-1", "9999-00", "x"}) {
    EXPECT_EQ(year_from_name(wrong), 0) << wrong;
  }
}

}  // namespace
}  // namespace throughline::publish::local_account
