#include "hear/hear.hpp"
#include "publish/hub/markdown_file.hpp"
#include "publish/hub/useful.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::publish::hub {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string field_of(const base::Problem& problem) {
  return problem.field;
}

class HubStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    database().write([&](store::Writer& writer) {
      for (const auto* council : {"aldermere", "brackwater"}) {
        writer.execute(
            "insert into users (authority_id, ref, email, name, role, password_hash, active, "
            "created) values ($1, 'USER-1', 'priya@example.org', 'Priya Nair', 'officer', '', 1, "
            "'2026-01-01T09:00:00.000Z')",
            {std::string(council)});
      }
    });
  }
  static PageForm form(const std::string& title, const std::string& audience = "everyone",
                       const std::string& body = "Ask us. We help.") {
    return {title, "How to get help", body, audience, "getting-care", "USER-1", "6", "Clearer", ""};
  }
  static Reach all() { return reach_of(record::Role::officer, true); }
  static Reach visitor() { return reach_of(record::Role::visitor, false); }

  std::string written(const PageForm& given) {
    return database()
        .write([&](store::Writer& writer) { return write_page(writer, work(), given); })
        .value();
  }
  void publish(const std::string& slug, std::int64_t version = 1) {
    database().write(
        [&](store::Writer& writer) { ASSERT_TRUE(publish_page(writer, work(), slug, version)); });
  }
  std::optional<Page> found(const std::string& slug, const Reach& reach) {
    return database().read(
        [&](store::Reader& reader) { return find_page(reader, "aldermere", reach, slug); });
  }
  std::vector<std::string> titles(const Reach& reach, const Filter& filter) {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> all_titles;
      for (const auto& each : list_pages(reader, work(), reach, filter, 0, 50)) {
        all_titles.push_back(each.page.title);
      }
      EXPECT_EQ(count_pages(reader, work(), reach, filter),
                static_cast<std::int64_t>(all_titles.size()));
      return all_titles;
    });
  }
};
ON_BOTH_DATABASES(HubStore);

TEST_P(HubStore, shows_a_page_to_those_it_is_for_once_it_is_published) {
  const auto slug = written(form("Get help!"));
  EXPECT_EQ(slug, "get-help");
  EXPECT_FALSE(found(slug, visitor()));
  EXPECT_TRUE(found(slug, all()));
  publish(slug);
  EXPECT_EQ(found(slug, visitor())->checked, work().today());
  EXPECT_EQ(base::to_text(found(slug, visitor())->review_by), "2026-09-02");
  const auto for_partners = written(form("For partners", "partners"));
  publish(for_partners);
  EXPECT_FALSE(found(for_partners, visitor()));
  EXPECT_TRUE(found(for_partners, reach_of(record::Role::partner, false)));
  const auto for_staff = written(form("For staff", "staff"));
  publish(for_staff);
  EXPECT_FALSE(found(for_staff, reach_of(record::Role::partner, false)));
  EXPECT_TRUE(found(for_staff, reach_of(record::Role::staff, false)));
  EXPECT_THAT(titles(visitor(), {}), ElementsAre("Get help!"));
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_page(reader, "brackwater", all(), slug));
    EXPECT_EQ(list_pages(reader, other_work(), all(), {}, 0, 50).size(), 0U);
  });
}

TEST_P(HubStore, keeps_versions_and_shows_the_one_that_was_published) {
  const auto slug = written(form("Costs", "everyone", "It costs ten pounds"));
  publish(slug);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(change_page(writer, work(), slug, 1, form("Costs", "everyone", "It is free")));
    EXPECT_EQ(change_page(writer, work(), slug, 1, form("Late")).error().kind,
              base::ErrorKind::conflict);
  });
  EXPECT_EQ(found(slug, visitor())->body, "It costs ten pounds");
  EXPECT_TRUE(found(slug, all())->has_unpublished_changes());
  EXPECT_THAT(titles(visitor(), {.search = "free"}), IsEmpty());
  publish(slug, 2);
  EXPECT_EQ(found(slug, visitor())->body, "It is free");
  EXPECT_THAT(titles(visitor(), {.search = "free"}), SizeIs(1));
  EXPECT_THAT(titles(visitor(), {.search = "pounds"}), IsEmpty());
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(restore_version(writer, work(), slug, 1));
    EXPECT_FALSE(restore_version(writer, work(), slug, 3));
    EXPECT_FALSE(restore_version(writer, work(), slug, 9));
    EXPECT_FALSE(publish_page(writer, work(), slug, 2));
  });
  publish(slug, 3);
  EXPECT_EQ(found(slug, visitor())->body, "It costs ten pounds");
  database().read([&](store::Reader& reader) {
    const auto all_versions = versions(reader, "aldermere", found(slug, all())->ref);
    ASSERT_EQ(all_versions.size(), 3U);
    EXPECT_EQ(all_versions[0].form.why, "Version 1 restored");
    EXPECT_EQ(all_versions[1].form.why, "Clearer");
    EXPECT_EQ(all_versions[2].by_name, "Priya Nair");
  });
}

TEST_P(HubStore, searches_what_the_reader_may_read_and_marks_it) {
  publish(written(form("Carers", "everyone", "A *break* for carers")));
  publish(written(form("Breaks at work", "staff", "Take a break")));
  EXPECT_THAT(titles(visitor(), {.search = "breaks"}), ElementsAre("Carers"));
  EXPECT_THAT(titles(all(), {.search = "break"}), ElementsAre("Breaks at work", "Carers"));
  EXPECT_THAT(titles(all(), {.search = "break", .topic = "paying"}), IsEmpty());
  EXPECT_THAT(titles(all(), {.audience = Audience::staff}), ElementsAre("Breaks at work"));
  EXPECT_THAT(titles(all(), {.search = "!!"}), IsEmpty());
  database().read([&](store::Reader& reader) {
    const auto first = list_pages(reader, work(), visitor(), {.search = "break"}, 0, 5).front();
    EXPECT_TRUE(std::ranges::any_of(first.matched, &store::Segment::matched));
  });
}

TEST_P(HubStore, tells_which_pages_are_to_be_checked_and_that_one_was) {
  const auto slug = written(form("Old"));
  publish(slug);
  database().write([&](store::Writer& writer) {
    writer.execute("update information_pages set review_by = '2026-02-01' where slug = $1", {slug});
  });
  EXPECT_THAT(titles(all(), {.overdue = true}), ElementsAre("Old"));
  EXPECT_THAT(titles(all(), {.overdue = true, .owner_ref = "USER-9"}), IsEmpty());
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(check_page(writer, work(), slug));
    EXPECT_EQ(record::history(writer, "aldermere", found(slug, all())->ref).back().verb,
              "page checked, nothing to change");
  });
  EXPECT_THAT(titles(all(), {.overdue = true}), IsEmpty());
}

TEST_P(HubStore, withdraws_with_a_reason_and_publishes_again) {
  const auto slug = written(form("Gone"));
  publish(slug);
  database().write([&](store::Writer& writer) {
    EXPECT_FALSE(withdraw_page(writer, work(), slug, " "));
    ASSERT_TRUE(withdraw_page(writer, work(), slug, "Wrong"));
    EXPECT_FALSE(withdraw_page(writer, work(), slug, "Twice"));
    EXPECT_FALSE(check_page(writer, work(), slug));
  });
  EXPECT_FALSE(found(slug, visitor()));
  EXPECT_THAT(titles(all(), {.unpublished = true}), ElementsAre("Gone"));
  publish(slug);
  EXPECT_TRUE(found(slug, visitor()));
}

TEST_P(HubStore, hears_readers_and_makes_a_case_of_words) {
  const auto slug = written(form("Useful"));
  const NewAnswer words{false, "Say when you are open", "key"};
  database().write([&](store::Writer& writer) {
    EXPECT_EQ(say_useful(writer, work(), visitor(), slug, words).error().kind,
              base::ErrorKind::not_found);
  });
  publish(slug);
  database().write([&](store::Writer& writer) {
    EXPECT_EQ(say_useful(writer, work(), visitor(), slug, {true, "", ""}).value(), "");
    const auto receipt = say_useful(writer, work(), visitor(), slug, words).value();
    EXPECT_EQ(say_useful(writer, work(), visitor(), slug, words).value(), "") << "pressed twice";
    EXPECT_THAT(say_useful(writer, work(), visitor(), slug, {{}, std::string(2001, 'x'), ""})
                    .error()
                    .problems,
                SizeIs(2));
    const auto ref = found(slug, all())->ref;
    const auto count = count_answers(writer, "aldermere", ref);
    EXPECT_EQ(count.useful, 1);
    EXPECT_EQ(count.all, 2);
    const auto heard = hear::find_by_receipt(writer, "aldermere", receipt).value();
    EXPECT_THAT(count.case_refs, ElementsAre(heard.ref));
    EXPECT_EQ(heard.kind, hear::Kind::suggestion);
    EXPECT_EQ(record::links_to(writer, "aldermere", heard.ref).front().from, ref);
    for (const auto& event : record::history(writer, "aldermere", ref)) {
      for (const auto& [name, value] : event.details) EXPECT_NE(value, words.words) << name;
    }
  });
}

TEST_P(HubStore, joins_the_actions_that_a_public_page_names) {
  database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"ACTION-1", "Ring sooner", "2026-01-01", "done"});
  });
  const auto linked = [&] {
    return database().read(
        [](store::Reader& reader) { return record::links_from(reader, "aldermere", "ACTION-1"); });
  };
  publish(written(form("For staff", "staff", "See ACTION-1")));
  EXPECT_THAT(linked(), IsEmpty()) << "the public would see the title of a page for staff";
  const auto slug = written(form("Waits", "everyone", "See [[ACTION-1]] and ACTION-404, CASE-1"));
  publish(slug);
  ASSERT_THAT(linked(), SizeIs(1));
  EXPECT_EQ(linked().front().relation, record::Relation::published_in);
  database().write(
      [&](store::Writer& writer) { ASSERT_TRUE(withdraw_page(writer, work(), slug, "Old")); });
  EXPECT_THAT(linked(), IsEmpty());
}

TEST_P(HubStore, refuses_with_every_problem_and_makes_one_page_of_two_presses) {
  database().write([&](store::Writer& writer) {
    const auto refused = write_page(writer, work(), {"", "", " ", "all", "x", "USER-9", "5"});
    std::vector<std::string> fields;
    for (const auto& each : refused.error().problems) fields.push_back(field_of(each));
    EXPECT_THAT(fields, ElementsAre("title", "summary", "body", "audience", "topic", "owner",
                                    "check_months"));
    auto twice = form("Twice");
    twice.submission_key = "key";
    EXPECT_EQ(write_page(writer, work(), twice).value(), "twice");
    EXPECT_EQ(write_page(writer, work(), twice).value(), "twice");
    EXPECT_EQ(write_page(writer, work(), form("Twice")).value(), "twice-2");
    EXPECT_EQ(write_page(writer, work(), form("New")).value(), "new-page");
    EXPECT_EQ(write_page(writer, work(), form("帮助")).value(), "page");
    auto unsaid = form("Twice");
    unsaid.why.clear();
    EXPECT_FALSE(change_page(writer, work(), "twice", 1, unsaid));
    EXPECT_EQ(change_page(writer, other_work(), "twice", 1, form("Twice")).error().kind,
              base::ErrorKind::not_found);
  });
}

TEST_P(HubStore, is_put_back_by_a_rebuild) {
  const auto slug = written(form("Carers", "everyone", "A break"));
  publish(slug);
  database().write([&](store::Writer& writer) {
    const auto before = record::find_node(writer, "aldermere", found(slug, all())->ref).value();
    writer.execute("delete from nodes where authority_id = 'aldermere'");
    rebuild_pages(writer, "aldermere");
    const auto after = record::find_node(writer, "aldermere", before.ref).value();
    EXPECT_EQ(after.title, before.title);
    EXPECT_EQ(after.dated, before.dated);
    EXPECT_EQ(after.state, "published");
  });
  EXPECT_THAT(titles(visitor(), {.search = "break"}), SizeIs(1));
}

TEST(HubMarkdownFile, reads_back_what_it_wrote) {
  Page page;
  page.title = "Paying for care";
  page.summary = "Who pays";
  page.body = "## Costs\n\n> quoted\n\nWords\n";
  const auto form = form_from_markdown(markdown_of(page), "x.md").value();
  EXPECT_EQ(form.title, page.title);
  EXPECT_EQ(form.summary, page.summary);
  EXPECT_EQ(form.body, page.body);
}

TEST(HubMarkdownFile, takes_the_title_from_the_name_and_refuses_what_is_no_text) {
  EXPECT_EQ(form_from_markdown("Words\r\n", "paying-for_care.md")->title, "Paying for care");
  EXPECT_EQ(form_from_markdown("Words\r\n", "x.md")->body, "Words\n");
  for (const auto& bad : {std::string(" \n"), std::string("\xff"), std::string("a\0b", 3),
                          std::string(formats::most_markdown_bytes + 1, 'a')}) {
    EXPECT_EQ(form_from_markdown(bad, "x.md").error().problems.front().field, "file");
  }
}

}  // namespace
}  // namespace throughline::publish::hub
