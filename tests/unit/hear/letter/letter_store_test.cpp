#include "hear/hear.hpp"
#include "hear/letter/letter.hpp"
#include "hear/letter/letter_template.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::letter {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class LetterStore : public testing::TwoCouncils {
 protected:
  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  std::string take_in(hear::Kind kind = hear::Kind::complaint) {
    NewCase given;
    given.kind = kind;
    given.words = "Nobody rang back.";
    given.relationship = Relationship::unpaid_carer;
    given.identity.contact = {"Joan Hill", "", "", "3 Mill Lane\nAldermere", ContactBy::post, true};
    return write([&](store::Writer& writer) { return receive(writer, work(), given); })->ref;
  }
  base::Result<Letter> draft(const std::string& case_ref, NewLetter given) {
    return write(
        [&](store::Writer& writer) { return draft_letter(writer, work(), case_ref, given); });
  }
  Letter reply_to(const std::string& case_ref) {
    NewLetter given;
    given.kind = Kind::reply;
    given.with_identity = true;
    auto letter = draft(case_ref, given).value();
    return write([&](store::Writer& writer) {
             return change_letter(writer, work(), letter.ref, letter.version,
                                  {letter.recipient, "Dear Joan Hill\n\nWe rang."});
           })
        .value();
  }
  std::vector<record::Event> history_of(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return record::history(reader, "aldermere", ref); });
  }
  base::Date today() { return work().today(); }
};
ON_BOTH_DATABASES(LetterStore);

TEST_P(LetterStore, begins_with_what_is_known_and_writes_down_the_look_at_who_it_is) {
  const auto ref = take_in();
  NewLetter given;
  given.kind = Kind::acknowledgement;
  given.with_identity = true;
  const auto letter = draft(ref, given);
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->recipient, "Joan Hill\n3 Mill Lane\nAldermere");
  EXPECT_THAT(letter->body,
              AllOf(HasSubstr("Dear Joan Hill"), HasSubstr(ref), HasSubstr("2 March 2026"),
                    HasSubstr("Priya Nair"), HasSubstr("Aldermere Borough Council")));
  EXPECT_THAT(history_of(ref), Contains(Field(&record::Event::verb, "identity seen")));
  EXPECT_THAT(history_of(ref), Contains(Field(&record::Event::verb, "letter drafted")));
}

TEST_P(LetterStore, leaves_the_name_out_unless_asked_to_look) {
  const auto ref = take_in();
  NewLetter given;
  given.kind = Kind::acknowledgement;
  const auto letter = draft(ref, given);
  ASSERT_TRUE(letter);
  EXPECT_THAT(letter->recipient, IsEmpty());
  EXPECT_THAT(letter->body, HasSubstr("Dear [enter the person’s name]"));
  EXPECT_THAT(history_of(ref), Not(Contains(Field(&record::Event::verb, "identity seen"))));
}

TEST_P(LetterStore, holds_no_name_in_its_events_or_on_the_line) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  for (const auto& ref : {letter.ref, letter.case_ref}) {
    for (const auto& event : history_of(ref)) {
      EXPECT_THAT(event.reason, Not(HasSubstr("Joan")));
      for (const auto& [name, value] : event.details) EXPECT_THAT(value, Not(HasSubstr("Joan")));
    }
  }
  database().read([&](store::Reader& reader) {
    const auto node = record::find_node(reader, "aldermere", letter.ref);
    ASSERT_TRUE(node);
    EXPECT_EQ(node->title, "Reply about " + letter.case_ref);
    EXPECT_EQ(node->state, "draft");
    EXPECT_THAT(record::links_from(reader, "aldermere", letter.case_ref),
                Contains(Field(&record::Link::to, letter.ref)));
  });
}

TEST_P(LetterStore, that_we_need_longer_wants_a_reason_and_a_date_ahead) {
  const auto ref = take_in();
  NewLetter given;
  given.kind = Kind::extension;
  given.extended_to = today();
  const auto refused = draft(ref, given);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems,
              ElementsAre(Field(&base::Problem::field, "extension_reason"),
                          Field(&base::Problem::field, "extended_to")));
  given.extension_reason = "The manager is away.";
  given.extended_to = base::add_days(today(), 20);
  const auto letter = draft(ref, given);
  ASSERT_TRUE(letter);
  EXPECT_THAT(letter->body, AllOf(HasSubstr("The manager is away."), HasSubstr("22 March 2026")));
}

TEST_P(LetterStore, is_only_of_a_kind_that_fits_the_case) {
  NewLetter given;
  given.kind = Kind::acknowledgement;
  EXPECT_FALSE(draft(take_in(hear::Kind::compliment), given));
  given.kind = std::nullopt;
  EXPECT_FALSE(draft(take_in(), given));
  EXPECT_EQ(draft("CASE-99", given).error().kind, base::ErrorKind::not_found);
}

TEST_P(LetterStore, cannot_be_sent_while_something_is_left_to_enter) {
  NewLetter given;
  given.kind = Kind::acknowledgement;
  const auto letter = draft(take_in(), given).value();
  const auto refused = write([&](store::Writer& writer) {
    return send_letter(writer, work(), letter.ref, letter.version, {SentBy::post, today()});
  });
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems.front().message, HasSubstr("[enter the person’s name]"));
}

TEST_P(LetterStore, stands_as_it_is_once_it_is_sent) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  const auto send = [&](const Sending& sending) {
    return write([&](store::Writer& writer) {
      return send_letter(writer, work(), letter.ref, letter.version, sending);
    });
  };
  EXPECT_THAT(send({std::nullopt, std::nullopt}).error().problems, SizeIs(2));
  EXPECT_FALSE(send({SentBy::post, base::add_days(today(), 1)}));
  EXPECT_FALSE(send({SentBy::post, base::add_days(today(), -1)})) << "before the case came";
  const auto sent = send({SentBy::post, today()});
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->state, State::sent);
  EXPECT_THAT(history_of(letter.case_ref), Contains(Field(&record::Event::verb, "letter sent")));
  EXPECT_EQ(send({SentBy::email, today()}).error().kind, base::ErrorKind::conflict);
  const auto changed = write([&](store::Writer& writer) {
    return change_letter(writer, work(), letter.ref, sent->version, {"", "Other words"});
  });
  EXPECT_EQ(changed.error().kind, base::ErrorKind::conflict);
}

TEST_P(LetterStore, is_never_changed_over_someone_elses_change) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  const auto late = write([&](store::Writer& writer) {
    return change_letter(writer, work(), letter.ref, letter.version - 1, {"", "Mine"});
  });
  EXPECT_EQ(late.error().kind, base::ErrorKind::conflict);
}

TEST_P(LetterStore, whose_words_were_erased_does_not_get_them_back_from_a_form_that_was_open) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  write([&](store::Writer& writer) {
    writer.execute(
        "update letters set body = '', recipient = '' where authority_id = $1 and ref = $2",
        {"aldermere", letter.ref});
    return 0;
  });
  const auto changed = write([&](store::Writer& writer) {
    return change_letter(writer, work(), letter.ref, letter.version, {"Joan Hill", "Dear Joan"});
  });
  EXPECT_EQ(changed.error().kind, base::ErrorKind::conflict);
}

TEST_P(LetterStore, is_discarded_with_a_reason_and_kept) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  const auto discard = [&](const std::string& reason) {
    return write([&](store::Writer& writer) {
      return discard_letter(writer, work(), letter.ref, letter.version, reason);
    });
  };
  EXPECT_FALSE(discard(" "));
  EXPECT_EQ(discard("Telephoned instead")->state, State::discarded);
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(letters_of(reader, "aldermere", letter.case_ref), SizeIs(1));
    EXPECT_EQ(count_letters(reader, "aldermere", State::draft), 0);
    EXPECT_THAT(letters_in(reader, "aldermere", State::discarded, 10), SizeIs(1));
  });
}

TEST_P(LetterStore, is_opened_with_one_look_a_day_for_each_way) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  const auto open = [&](Opened how, const record::Work& by) {
    return write([&](store::Writer& writer) { return open_letter(writer, by, letter.ref, how); });
  };
  const auto opened = [&] {
    const auto events = history_of(letter.case_ref);
    return std::ranges::count(events, "letter opened", &record::Event::verb);
  };
  EXPECT_EQ(open(Opened::page, work())->body, letter.body);
  EXPECT_TRUE(open(Opened::page, work()));
  EXPECT_EQ(opened(), 1);
  EXPECT_TRUE(open(Opened::pdf, work()));
  EXPECT_EQ(opened(), 2);
  auto tomorrow = work();
  tomorrow.now += std::chrono::hours{24};
  EXPECT_TRUE(open(Opened::page, tomorrow));
  EXPECT_EQ(opened(), 3);
  EXPECT_FALSE(open(Opened::page, other_work()));
  EXPECT_EQ(opened(), 3);
}

TEST_P(LetterStore, does_not_exist_for_another_council) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_letter(reader, "brackwater", letter.ref));
    EXPECT_THAT(letters_of(reader, "brackwater", letter.case_ref), IsEmpty());
  });
  const auto changed = write([&](store::Writer& writer) {
    return change_letter(writer, other_work(), letter.ref, letter.version, {"", "Theirs"});
  });
  EXPECT_EQ(changed.error().kind, base::ErrorKind::not_found);
}

TEST_P(LetterStore, is_put_back_on_the_line_as_it_was) {
  const auto letter = reply_to(take_in(hear::Kind::concern));
  const auto node = [&] {
    return database().read([&](store::Reader& reader) {
      return record::find_node(reader, "aldermere", letter.ref).value();
    });
  };
  const auto before = node();
  write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {letter.ref, "Wrong", "", ""});
    rebuild_letters(writer, "aldermere");
    return 0;
  });
  EXPECT_EQ(node().title, before.title);
  EXPECT_EQ(node().dated, before.dated);
  EXPECT_EQ(node().state, before.state);
}

TEST_P(LetterStore, begins_from_the_councils_own_template_and_keeps_every_version) {
  const auto change = [&](std::int64_t version, const std::string& text) {
    return write([&](store::Writer& writer) {
      return change_template(writer, work(), Kind::thanks, version, text);
    });
  };
  EXPECT_THAT(change(0, "Dear {{ complaint_name }}").error().problems.front().message,
              HasSubstr("Line 1"));
  EXPECT_FALSE(change(0, "  \n"));
  ASSERT_TRUE(change(0, "Thank you, {{ complainant_name }}."));
  EXPECT_EQ(change(0, "Mine.").error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(change(1, "Thank you very much, {{ complainant_name }}."));
  NewLetter given;
  given.kind = Kind::thanks;
  given.with_identity = true;
  const auto letter = draft(take_in(hear::Kind::compliment), given).value();
  EXPECT_EQ(letter.body, "Thank you very much, Joan Hill.");
  EXPECT_EQ(letter.template_version, 2);
  const auto reset =
      write([&](store::Writer& writer) { return reset_template(writer, work(), Kind::thanks, 2); });
  ASSERT_TRUE(reset);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(current_template(reader, "aldermere", Kind::thanks).text,
              shipped_template(Kind::thanks).text);
    EXPECT_TRUE(current_template(reader, "aldermere", Kind::thanks).is_default);
    const auto versions = template_versions(reader, "aldermere", Kind::thanks);
    ASSERT_THAT(versions, SizeIs(3));
    EXPECT_EQ(versions[2].text, "Thank you, {{ complainant_name }}.");
    EXPECT_EQ(current_template(reader, "brackwater", Kind::thanks).version, 0);
  });
}

}  // namespace
}  // namespace throughline::hear::letter
