#include "hear/people/people.hpp"

#include "hear/case_list.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/named.hpp"
#include "hear/people/personal_tables.hpp"
#include "hear/people/retention.hpp"
#include "hear/redaction/redaction.hpp"
#include "record/event.hpp"
#include "record/verify.hpp"
#include "store/catalogue.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class PeopleStore : public testing::TwoCouncils {
 protected:
  std::string hear_from(const std::string& name, const std::string& words,
                        const std::string& phone = "", Kind kind = Kind::complaint) {
    NewCase given;
    given.kind = kind;
    given.words = words;
    given.relationship = Relationship::person;
    given.identity.contact.name = name;
    given.identity.contact.phone = phone;
    given.identity.equality = {{"sex", "female"}};
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work(), given); })
        .value()
        .ref;
  }
  std::vector<std::string> found(const std::string& typed) {
    std::vector<std::string> refs;
    const auto result =
        database().write([&](store::Writer& writer) { return find_people(writer, work(), typed); });
    for (const auto& match : result->matches) refs.push_back(match.found.ref);
    return refs;
  }
  base::Result<Erased> erase(const std::vector<std::string>& refs, Way way = Way::erase) {
    return database().write([&](store::Writer& writer) {
      return erase_person(writer, work(), refs, way, "They asked");
    });
  }
  std::int64_t rows(const std::string& table) {
    return database().read([&](store::Reader& reader) {
      return reader.number("select count(*) from " + table + " where authority_id = 'aldermere'");
    });
  }
  void answer_by_name(const std::string& wave, const std::string& key, const std::string& name,
                      const std::string& email) {
    database().write([&](store::Writer& writer) {
      const auto council = work().authority_id;
      writer.execute(
          "insert into surveys (authority_id, ref, title, audience, named, introduction, "
          "made_from, "
          "created, created_by, version) values ($1, 'SURVEY-1', 'S', 'people', 1, '', '', '', '', "
          "1) on conflict do nothing",
          {council});
      writer.execute(
          "insert into survey_waves (authority_id, ref, survey_ref, name, slug, opens, closes, "
          "invited_only, created, created_by, version) values ($1, $2, 'SURVEY-1', 'W', 'w', '', "
          "'', 0, '', '', 1) on conflict do nothing",
          {council, wave});
      writer.execute(
          "insert into survey_responses (authority_id, wave_ref, response_key, received, came_by) "
          "values ($1, $2, $3, '2026-11-01', 'link')",
          {council, wave, key});
      writer.execute(
          "insert into survey_names (authority_id, wave_ref, response_key, name, email) values "
          "($1, "
          "$2, $3, $4, $5)",
          {council, wave, key, name, email});
      writer.execute(
          "insert into survey_invitations (authority_id, wave_ref, email, token_hash, used) values "
          "($1, $2, $3, $3, 0)",
          {council, wave, email});
    });
  }
  // Whether any cell of any table of the council but one holds a text.
  std::vector<std::string> tables_holding(const std::string& text) {
    std::vector<std::string> holding;
    database().read([&](store::Reader& reader) {
      for (const auto& table : store::tables(reader)) {
        if (std::ranges::find(table.columns, "authority_id") == table.columns.end()) continue;
        for (const auto& column : table.columns) {
          if (reader.number("select count(*) from " + table.name + " where cast(" + column +
                                " as text) like $1",
                            {"%" + text + "%"}) > 0) {
            holding.push_back(table.name);
          }
        }
      }
    });
    return holding;
  }
  void close_on(const std::string& ref, const std::string& date) {
    database().write([&](store::Writer& writer) {
      writer.execute(
          "update cases set status = 'closed', closed = $1, outcome = 'did' "
          "where authority_id = 'aldermere' and ref = $2",
          {date, ref});
    });
  }
  void set_rule(const std::string& contact, const std::string& words) {
    ASSERT_TRUE(database().write([&](store::Writer& writer) {
      return set_retention(writer, work(), {{Kind::complaint, contact, words}});
    }));
  }
};
ON_BOTH_DATABASES(PeopleStore);

TEST_P(PeopleStore, finds_a_person_by_name_phone_receipt_reference_and_words) {
  const auto first = hear_from("Rukmini Das", "Nobody came", "01632 960 001");
  const auto second = hear_from("", "I am writing for Rukmini");
  hear_from("Someone Else", "Other");
  EXPECT_THAT(found("das"), ElementsAre(first));
  EXPECT_THAT(found("Das, Rukmini"), ElementsAre(first));
  EXPECT_THAT(found("+44 1632 960001"), ElementsAre(first));
  EXPECT_THAT(found("rukmini"), ElementsAre(first, second));
  EXPECT_THAT(found("case-2"), ElementsAre(second));
  const auto receipt = database().read(
      [&](store::Reader& reader) { return find_case(reader, "aldermere", first)->receipt; });
  EXPECT_THAT(found(receipt), Contains(first));
  EXPECT_THAT(found("Nobody Atall"), IsEmpty());
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(find_people(writer, work(), "ab"));
    EXPECT_THAT(find_people(writer, other_work(), "Rukmini Das")->matches, IsEmpty());
  });
}

TEST_P(PeopleStore, each_look_is_written_down_without_a_word_about_the_person) {
  const auto ref = hear_from("Rukmini Das", "Nobody came");
  found("Rukmini Das");
  database().write([&](store::Writer& writer) {
    (void)look_at_person(writer, work(), {ref}, "Asked on 3 March", Looking::to_show).value();
    (void)look_at_person(writer, work(), {ref}, "Asked on 3 March", Looking::to_export).value();
    (void)look_at_identity(writer, work(), ref, "To write back").value();
  });
  database().read([&](store::Reader& reader) {
    const auto seen = looks(reader, "aldermere", "", 0, 10);
    ASSERT_THAT(seen, SizeIs(4));
    EXPECT_EQ(seen[0].verb, "identity seen");
    EXPECT_EQ(seen[1].verb, "data exported");
    EXPECT_EQ(seen[2].verb, "data seen");
    EXPECT_EQ(seen[3].verb, "people searched");
    EXPECT_THAT(looks(reader, "aldermere", "", seen[1].sequence, 10), SizeIs(2));
    EXPECT_THAT(looks(reader, "brackwater", "", 0, 10), IsEmpty());
  });
  EXPECT_THAT(tables_holding("Rukmini"), Not(Contains("events")));
}

TEST_P(PeopleStore, shows_everything_that_is_held_and_gives_it_as_json) {
  const auto ref = hear_from("Rukmini Das", "Nobody came");
  const auto data = database().write([&](store::Writer& writer) {
    return look_at_person(writer, work(), {ref}, "Asked", Looking::to_export);
  });
  ASSERT_TRUE(data);
  EXPECT_THAT(data->cases.front().tables, SizeIs(6));
  const auto json = person_json(*data, work());
  EXPECT_THAT(json, HasSubstr("Rukmini Das"));
  EXPECT_THAT(json, HasSubstr("Nobody came"));
  EXPECT_THAT(json, HasSubstr("female"));
  EXPECT_EQ(database()
                .write([&](store::Writer& writer) {
                  return look_at_person(writer, work(), {}, " ", Looking::to_show);
                })
                .error()
                .problems.size(),
            2U);
}

TEST_P(PeopleStore, erases_every_trace_of_the_words_and_the_name) {
  const auto ref = hear_from("Rukmini Das", "The zephyr lift is broken", "01632 960 001");
  ASSERT_TRUE(erase({ref}));
  EXPECT_THAT(tables_holding("Rukmini"), IsEmpty());
  EXPECT_THAT(tables_holding("zephyr"), IsEmpty());
  EXPECT_THAT(tables_holding("960 001"), IsEmpty());
  EXPECT_EQ(rows("equality_answers"), 0);
  EXPECT_THAT(found("zephyr"), IsEmpty());
  EXPECT_THAT(found("Rukmini Das"), IsEmpty());
  database().read([&](store::Reader& reader) {
    EXPECT_TRUE(record::find_node(reader, "aldermere", ref));
    EXPECT_EQ(find_case(reader, "aldermere", ref)->words, "");
    EXPECT_EQ(record::history(reader, "aldermere", ref).back().verb, "erased");
    EXPECT_EQ(record::verify(reader, "aldermere").fault, std::nullopt);
    EXPECT_THAT(erasures_of(reader, "aldermere", ref), SizeIs(1));
  });
  database().write([&](store::Writer& writer) { rebuild_cases(writer, "aldermere"); });
  EXPECT_THAT(tables_holding("zephyr"), IsEmpty());
}

TEST_P(PeopleStore, pseudonymises_once_every_case_is_redacted) {
  const auto first = hear_from("Rukmini Das", "I am Rukmini, the zephyr lift is broken");
  const auto second = hear_from("Rukmini Das", "Rukmini again, it is still broken");
  EXPECT_EQ(erase({first, second}, Way::pseudonymise).error().problems.size(), 2U);
  database().write([&](store::Writer& writer) {
    for (const auto& ref : {first, second}) {
      const auto draft = draft_redaction(writer, "aldermere", ref).value();
      (void)confirm_redaction(writer, work(), ref, {draft.words_hash, draft.suggested, {}}).value();
    }
  });
  const auto done = erase({first, second}, Way::pseudonymise);
  ASSERT_TRUE(done);
  EXPECT_THAT(tables_holding("Rukmini"), IsEmpty());
  EXPECT_EQ(rows("equality_answers"), 2);
  EXPECT_THAT(found(done->pseudonym), ElementsAre(second, first));
  EXPECT_THAT(found("zephyr"), ElementsAre(first));
}

TEST_P(PeopleStore, a_hold_keeps_everything_until_it_is_lifted) {
  const auto ref = hear_from("Rukmini Das", "Nobody came");
  const auto other = hear_from("Rukmini Das", "Again");
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(place_hold(writer, work(), ref, "An inquest"));
    EXPECT_FALSE(place_hold(writer, work(), ref, "Twice"));
    EXPECT_FALSE(place_hold(writer, work(), other, " "));
  });
  EXPECT_EQ(erase({other, ref}).error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(rows("case_contacts"), 2) << "all or none";
  database().write(
      [&](store::Writer& writer) { ASSERT_TRUE(lift_hold(writer, work(), ref, "It is over")); });
  EXPECT_TRUE(erase({other, ref}));
}

TEST_P(PeopleStore, nothing_goes_by_age_until_a_rule_says_so_and_a_person_confirms) {
  const auto old = hear_from("Rukmini Das", "Nobody came");
  const auto newer = hear_from("Ann Lee", "Late again");
  const auto held = hear_from("Bo Ek", "Never came");
  const auto open = hear_from("Cy Fox", "Open still");
  close_on(old, "2019-03-02");
  close_on(newer, "2024-03-01");
  close_on(held, "2018-01-01");
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(place_hold(writer, work(), held, "A court case"));
  });
  const auto preview = [&] {
    return database().read(
        [&](store::Reader& reader) { return preview_retention(reader, work()); });
  };
  EXPECT_THAT(preview().due, IsEmpty());
  set_rule("2", "7");
  ASSERT_THAT(preview().due, SizeIs(2));
  EXPECT_EQ(preview().due[0].case_ref, old);
  EXPECT_TRUE(preview().due[0].words);
  EXPECT_FALSE(preview().due[1].words);
  EXPECT_THAT(preview().held, SizeIs(1));
  EXPECT_EQ(rows("case_contacts"), 4) << "a rule by itself erases nothing";
  const auto run = [&](std::size_t expected) {
    return database().write(
        [&](store::Writer& writer) { return dispose(writer, work(), expected); });
  };
  EXPECT_EQ(run(3).error().kind, base::ErrorKind::conflict);
  const auto done = run(2);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->words, 1);
  EXPECT_EQ(done->contacts, 1);
  EXPECT_THAT(preview().due, IsEmpty());
  EXPECT_THAT(tables_holding("Ann Lee"), IsEmpty());
  EXPECT_THAT(tables_holding("Late again"), Not(IsEmpty()));
  EXPECT_THAT(tables_holding("Bo Ek"), Not(IsEmpty()));
}

TEST_P(PeopleStore, rules_of_retention_are_whole_years_and_contact_goes_first) {
  const auto set = [&](const std::string& contact, const std::string& words) {
    return database()
        .write([&](store::Writer& writer) {
          return set_retention(writer, work(), {{Kind::idea, contact, words}});
        })
        .has_value();
  };
  EXPECT_FALSE(set("0", ""));
  EXPECT_FALSE(set("x", "101"));
  EXPECT_FALSE(set("8", "7"));
  EXPECT_TRUE(set("7", "7"));
  EXPECT_TRUE(set("", ""));
}

// A table that is added later and holds a case's rows must say what an erasure does to it: add a
// row to data/personal.csv.
TEST_P(PeopleStore, every_table_with_a_case_says_what_an_erasure_does_to_it) {
  database().read([&](store::Reader& reader) {
    for (const auto& table : store::tables(reader)) {
      if (std::ranges::find(table.columns, "case_ref") == table.columns.end()) continue;
      EXPECT_TRUE(std::ranges::any_of(
          personal_tables(), [&](const PersonalTable& each) { return each.name == table.name; }))
          << "data/personal.csv does not say what becomes of " << table.name;
    }
    for (const auto& each : personal_tables()) {
      const auto tables = store::tables(reader);
      const auto table = std::ranges::find(tables, each.name, &store::TableShape::name);
      ASSERT_NE(table, tables.end()) << each.name;
      EXPECT_THAT(table->columns, Contains(each.key));
      for (const auto& column : each.erasure.columns) EXPECT_THAT(table->columns, Contains(column));
    }
  });
}

// A table that is added later and holds somebody's address must be in data/personal.csv, when it
// belongs to a case, or in data/named.csv.
TEST_P(PeopleStore, every_table_with_an_email_address_says_what_an_erasure_does_to_it) {
  database().read([&](store::Reader& reader) {
    const auto tables = store::tables(reader);
    for (const auto& table : tables) {
      // Those who sign in are not erased, and the council's own mailbox is nobody's.
      if (table.name == "users" || table.name == "council_details") continue;
      if (std::ranges::find(table.columns, "email") == table.columns.end()) continue;
      const bool known =
          std::ranges::any_of(personal_tables(),
                              [&](const auto& each) { return each.name == table.name; }) ||
          std::ranges::any_of(named_tables(),
                              [&](const auto& each) { return each.name == table.name; });
      EXPECT_TRUE(known) << "data/named.csv does not say what becomes of " << table.name;
    }
    for (const auto& each : named_tables()) {
      const auto table = std::ranges::find(tables, each.name, &store::TableShape::name);
      ASSERT_NE(table, tables.end()) << each.name;
      for (const auto& key : each.keys) EXPECT_THAT(table->columns, Contains(key));
      for (const auto& column : {each.name_column, each.email_column}) {
        if (column.empty()) continue;
        EXPECT_THAT(table->columns, Contains(column));
      }
    }
  });
}

TEST_P(PeopleStore, finds_shows_and_erases_a_name_beside_the_cases) {
  const auto ref = hear_from("Joan Whitlock", "The carer was late");
  answer_by_name("WAVE-1", "k|1", "Joan Whitlock", "joan@example.org");
  answer_by_name("WAVE-1", "k|2", "Peter Ames", "peter@example.org");
  const auto look = [&](const std::string& typed) {
    return database()
        .write([&](store::Writer& writer) { return find_people(writer, work(), typed); })
        .value();
  };
  const auto by_name = look("whitlock");
  EXPECT_THAT(by_name.matches, SizeIs(1));
  ASSERT_THAT(by_name.named, SizeIs(1));
  EXPECT_EQ(by_name.named[0].id, "survey_names|WAVE-1|k|1");
  const auto by_email = look("Joan@Example.org");
  EXPECT_THAT(by_email.matches, IsEmpty());
  ASSERT_THAT(by_email.named, SizeIs(2));  // asked, and answered
  EXPECT_THAT(look("Ames Whitlock").named, IsEmpty());

  std::vector<std::string> ids;
  for (const auto& each : by_email.named) ids.push_back(each.id);
  const auto data = database().write([&](store::Writer& writer) {
    return look_at_person(writer, work(), {}, "They asked", Looking::to_export, ids);
  });
  ASSERT_TRUE(data);
  EXPECT_THAT(person_json(*data, work()), HasSubstr("joan@example.org"));
  const auto erased = database().write([&](store::Writer& writer) {
    return erase_person(writer, work(), {ref}, Way::erase, "They asked", ids);
  });
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->named, 2);
  EXPECT_THAT(tables_holding("joan@example.org"), IsEmpty());
  EXPECT_THAT(tables_holding("Joan Whitlock"), IsEmpty());
  EXPECT_EQ(rows("survey_names"), 1);
  EXPECT_EQ(rows("survey_responses"), 2);
  EXPECT_FALSE(database().write([&](store::Writer& writer) {
    return erase_person(writer, work(), {}, Way::erase, "They asked", ids);
  }));
  EXPECT_FALSE(database().write([&](store::Writer& writer) {
    return erase_person(writer, work(), {}, Way::erase, "They asked", {"users|email|x"});
  }));
}

TEST_P(PeopleStore, pseudonymises_a_name_beside_the_cases) {
  answer_by_name("WAVE-1", "k1", "Joan Whitlock", "joan@example.org");
  const auto done = database().write([&](store::Writer& writer) {
    return erase_person(writer, work(), {}, Way::pseudonymise, "They asked",
                        {"survey_names|WAVE-1|k1", "survey_invitations|WAVE-1|joan@example.org"});
  });
  ASSERT_TRUE(done);
  EXPECT_THAT(tables_holding(done->pseudonym), Not(IsEmpty()));
  EXPECT_THAT(tables_holding("joan@example.org"), IsEmpty());
  EXPECT_EQ(rows("survey_names"), 1);
  EXPECT_EQ(rows("survey_invitations"), 0);
}

TEST(NamedTables, refuse_a_rule_that_says_nothing_known) {
  const std::string heading = "table,keys,name,email,what,erasure,pseudonymising,why\n";
  EXPECT_TRUE(read_named_tables(heading + "a,wave_ref b,n,e,A,delete,pseudonym,c\n"));
  EXPECT_FALSE(read_named_tables(heading + "a,wave_ref,n,e,A,redact,keep,c\n"));
  EXPECT_FALSE(read_named_tables(heading + "a,,n,e,A,delete,keep,c\n"));
}

TEST(PersonalTables, refuse_a_rule_that_says_nothing_known) {
  const std::string heading = "table,key,what,erasure,pseudonymising,why\n";
  EXPECT_TRUE(read_personal_tables(heading + "a,case_ref,A,delete,blank b,c\n"));
  EXPECT_FALSE(read_personal_tables(heading + "a,case_ref,A,burn,keep,c\n"));
  EXPECT_FALSE(read_personal_tables(heading + "a,case_ref,A,blank,keep,c\n"));
}

}  // namespace
}  // namespace throughline::hear
