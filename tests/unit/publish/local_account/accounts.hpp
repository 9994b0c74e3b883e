#pragma once

// A council with a board, and the year from April 2024 to March 2025 to give account of.

#include "act/action.hpp"
#include "hear/compliment/compliment.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/hear.hpp"
#include "publish/local_account/publishing.hpp"
#include "record/service.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace throughline::publish::local_account {

namespace co = hear::coproduction;

inline base::Date day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

// The year from April 2024 to March 2025, written about on 2 March 2026.
class Accounts : public testing::TwoCouncils {
 protected:
  static constexpr int year = 2024;

  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  template <typename Question>
  auto read(Question&& question) {
    return database().read([&](store::Reader& reader) { return question(reader); });
  }
  void SetUp() override {
    TwoCouncils::SetUp();
    write([&](store::Writer& writer) {
      EXPECT_TRUE(record::add_service(writer, work(), "Home care"));
      const auto group = co::add_group(writer, on(day(2024, 4, 2)), {"Board", "It signs."});
      board_ = group->ref;
      for (const char* name : {"Harriet Vane", "Moira Quigg", "Sanjay Rathore"}) {
        co::MemberForm form;
        form.name = name;
        form.standing = "draws_on_care";
        form.joined = day(2024, 4, 2);
        members_.push_back(co::add_member(writer, on(day(2024, 4, 3)), board_, form)->ref);
      }
      return 0;
    });
  }
  record::Work on(base::Date date, record::Role role = record::Role::lead) {
    auto then = work();
    then.actor.role = role;
    then.now = base::london_midnight(date) + std::chrono::hours(10);
    return then;
  }
  record::Work as(record::Role role) {
    auto now = work();
    now.actor.role = role;
    return now;
  }
  record::Authority council() { return {"aldermere", "Aldermere Borough Council", "", ""}; }

  std::string receive(base::Date date, hear::Kind kind) {
    hear::NewCase given;
    given.kind = kind;
    given.words = "Nobody rang back at all.";
    given.relationship = hear::Relationship::family;
    given.service_ref = "SERVICE-1";
    return write([&](store::Writer& writer) { return hear::receive(writer, on(date), given); })
        ->ref;
  }
  // Voices of several kinds, one compliment shared, one project, an action done and one open.
  void fill() {
    for (unsigned at = 1; at <= 7; ++at) receive(day(2024, 6, at), hear::Kind::suggestion);
    for (unsigned at = 1; at <= 2; ++at) receive(day(2024, 7, at), hear::Kind::concern);
    for (unsigned at = 1; at <= 9; ++at) receive(day(2024, 8, at), hear::Kind::complaint);
    praised_ = receive(day(2024, 9, 2), hear::Kind::compliment);
    write([&](store::Writer& writer) {
      EXPECT_TRUE(hear::share(writer, on(day(2024, 9, 9)), praised_, "A worker who listened."));
      act::ActionForm form{
          "Ring when late", "So that people know", "", "Ann", day(2024, 12, 1), ""};
      const auto done = act::raise(writer, on(day(2024, 9, 3)), form, {praised_});
      EXPECT_TRUE(act::begin(writer, on(day(2024, 10, 1)), done->ref, day(2024, 10, 1)));
      EXPECT_TRUE(act::finish(writer, on(day(2024, 12, 1)), done->ref, act::ActionStatus::done,
                              day(2024, 12, 1), "They ring"));
      form.title = "Answer in a week";
      EXPECT_TRUE(act::raise(writer, on(day(2025, 3, 3)), form, {}));
      co::ProjectForm project;
      project.title = "Late visits";
      project.about = "What people hear";
      project.question = "What do you need to hear?";
      project.stage = "idea";
      project.asked_on = day(2024, 5, 1);
      project.wanted_by = day(2024, 6, 1);
      project.groups = {board_};
      project.people[0] = "12";
      project.people[1] = "3";
      const auto made = co::add_project(writer, on(day(2024, 5, 1)), project);
      EXPECT_TRUE(co::ask(writer, on(day(2024, 6, 1)), made->ref, "A call beforehand"));
      EXPECT_TRUE(co::answer_ask(writer, on(day(2024, 7, 1)), made->ref, 1, "not_changed",
                                 "We could not pay for it."));
      return 0;
    });
  }
  std::string begin() {
    return write([&](store::Writer& writer) {
             auto made = begin_account(writer, as(record::Role::lead), council(), year);
             EXPECT_TRUE(choose_board(writer, as(record::Role::lead), made->ref, board_));
             return made;
           })
        ->ref;
  }
  Account account(const std::string& ref) {
    return read([&](store::Reader& reader) { return find_account(reader, "aldermere", ref); })
        .value();
  }
  Content content(const std::string& ref) {
    const auto found = account(ref);
    return read([&](store::Reader& reader) { return content_of(reader, council(), found); });
  }
  const Found& chapter(const Content& content, Chapter chapter) {
    return std::ranges::find(content.chapters, to_text(chapter), &ChapterText::chapter)->found;
  }
  base::Result<void> put(const std::string& ref, Chapter chapter, const ChapterForm& form,
                         std::int64_t version = 0) {
    return write([&](store::Writer& writer) {
      const auto before = find_chapter(writer, "aldermere", ref, chapter).value();
      return write_chapter(writer, as(record::Role::lead), ref, chapter,
                           version == 0 ? before.version : version, form);
    });
  }
  // Foreword written, empty chapters left out.
  void write_all(const std::string& ref) {
    ASSERT_TRUE(put(ref, Chapter::foreword, {"We listened.", false, ""}));
    for (const auto& each : content(ref).chapters) {
      if (!each.found.empty() || !each.note.empty()) continue;
      ASSERT_TRUE(
          put(ref, *chapter_from_text(each.chapter), {"", true, "We have nothing on this yet."}));
    }
  }
  base::Result<void> sign_as(const std::string& ref, std::size_t member, SignatureForm form = {}) {
    form.member_ref = members_[member];
    if (form.role.empty()) form.role = "Draws on care";
    if (!form.signed_on) form.signed_on = work().today();
    if (form.text.empty()) form.text = text_hash(content(ref));
    return write([&](store::Writer& writer) {
      return sign(writer, as(record::Role::officer), council(), ref, form);
    });
  }
  base::Result<void> approve_it(const std::string& ref) {
    return write([&](store::Writer& writer) {
      return approve(writer, as(record::Role::leader), council(), ref, text_hash(content(ref)));
    });
  }
  base::Result<void> publish_it(const std::string& ref) {
    const auto text = text_hash(content(ref));
    return write([&](store::Writer& writer) {
      return publish_account(writer, as(record::Role::lead), council(), ref, text);
    });
  }
  std::string published() {
    const auto ref = begin();
    write_all(ref);
    EXPECT_TRUE(sign_as(ref, 0, {.named = true}));
    EXPECT_TRUE(sign_as(ref, 1, {.disagrees = true, .statement = "Not all of it.\n\nWe waited."}));
    EXPECT_TRUE(approve_it(ref));
    const auto done = publish_it(ref);
    EXPECT_TRUE(done) << (done ? "" : done.error().problems.at(0).message);
    return ref;
  }
  std::string kept_json(const std::string& ref) {
    return read([&](store::Reader& reader) {
             return reader.row(
                 "select content from local_accounts where authority_id = $1 and ref = $2",
                 {"aldermere", ref});
           })
        ->text(0);
  }

  std::string board_;
  std::vector<std::string> members_;
  std::string praised_;
};

}  // namespace throughline::publish::local_account
