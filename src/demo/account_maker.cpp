#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "demo/script_reading.hpp"
#include "publish/local_account/publishing.hpp"
#include "publish/report/period.hpp"

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

namespace account = publish::local_account;
using publish::report::Period;

// Days after the end of the year.
constexpr int begun_after = 42;
constexpr int written_after = 45;
constexpr int signed_after = 52;
constexpr int approved_after = 55;
constexpr int published_after = 58;
// Long enough after a year for its Local Account to be out.
constexpr int days_until_out = 70;

constexpr const char* published_key = "account:published";
constexpr const char* draft_key = "account:draft";

record::Authority council(const Known& known) {
  return {known.council.id, known.council.name, "", ""};
}

base::Instant moment(const Known& known, base::Date day) {
  Dice dice(seed_for(known.seed, "account " + base::to_text(day), 0));
  return in_office_hours(working_day(day), dice);
}

void write(store::Writer& writer, const record::Work& work, const std::string& ref,
           account::Chapter chapter, const account::ChapterForm& form) {
  const auto before = account::find_chapter(writer, work.authority_id, ref, chapter).value();
  must(account::write_chapter(writer, work, ref, chapter, before.version, form));
}

void begin(Timeline& timeline, Known& known, base::Instant when, const std::string& key, int year) {
  timeline.at(when, known.person("quality"), [&known, key, year](auto& writer, const auto& work) {
    const auto made = must(account::begin_account(writer, work, council(known), year));
    known.refs[key] = made.ref;
    must(account::choose_board(writer, work, made.ref, known.ref("group:board")));
  });
}

// Writes what the script has for a chapter; leaves out what the record has nothing on.
void write_all(Timeline& timeline, Known& known, base::Instant when, const YAML::Node& notes) {
  timeline.at(when, known.person("quality"), [&known, notes](auto& writer, const auto& work) {
    const auto ref = known.ref(published_key);
    for (const auto& each : account::chapters_of(writer, work.authority_id, ref)) {
      const auto note = text(notes, each.text.chapter.c_str());
      const bool empty = note.empty() && each.text.found.empty();
      if (note.empty() && !empty) continue;
      write(writer, work, ref, each.chapter,
            {note, empty, empty ? "We have nothing on this yet." : ""});
    }
  });
}

void sign(Timeline& timeline, Known& known, base::Instant when, const std::string& key,
          const YAML::Node& node) {
  timeline.at(when, known.person("feedback"), [&known, key, node](auto& writer, const auto& work) {
    const auto ref = known.ref(key);
    const auto found = account::find_account(writer, work.authority_id, ref).value();
    account::SignatureForm form;
    form.member_ref = known.ref("member:" + needed(node, "member"));
    form.role = needed(node, "role");
    form.signed_on = work.today();
    form.named = text(node, "named") == "yes";
    form.disagrees = text(node, "disagrees") == "yes";
    form.statement = text(node, "statement");
    form.text = account::text_hash(account::content_of(writer, council(known), found));
    must(account::sign(writer, work, council(known), ref, form));
  });
}

void put_published(Timeline& timeline, Known& known, const Period& year, const YAML::Node& script) {
  const auto after = [&](int days) { return moment(known, base::add_days(year.last(), days)); };
  begin(timeline, known, after(begun_after), published_key, year.year);
  write_all(timeline, known, after(written_after), script["notes"]);
  int minutes = 0;
  for (const auto& each : script["signatures"]) {
    sign(timeline, known, after(signed_after) + std::chrono::minutes(++minutes), published_key,
         each);
  }
  const auto text_now = [&known](store::Reader& reader, const std::string& ref) {
    const auto found = account::find_account(reader, known.council.id, ref).value();
    return account::text_hash(account::content_of(reader, council(known), found));
  };
  timeline.at(after(approved_after), known.person("dass"),
              [&known, text_now](auto& writer, const auto& work) {
                const auto ref = known.ref(published_key);
                must(account::approve(writer, work, council(known), ref, text_now(writer, ref)));
              });
  timeline.at(
      after(published_after), known.person("quality"),
      [&known, text_now](auto& writer, const auto& work) {
        const auto ref = known.ref(published_key);
        must(account::publish_account(writer, work, council(known), ref, text_now(writer, ref)));
      });
}

void put_draft(Timeline& timeline, Known& known, int year, const YAML::Node& script) {
  begin(timeline, known, known.moment("12d", draft_key), draft_key, year);
  const auto write_at = [&](const char* when, account::Chapter chapter, const std::string& words) {
    timeline.at(known.moment(when, draft_key), known.person("quality"),
                [&known, chapter, words](auto& writer, const auto& work) {
                  write(writer, work, known.ref(draft_key), chapter, {words, false, ""});
                });
  };
  write_at("9d", account::Chapter::foreword, needed(script, "foreword"));
  sign(timeline, known, known.moment("7d", draft_key), draft_key, script["signature"]);
  // The text changes, so that the signature is to be asked for again.
  write_at("4d", account::Chapter::next, needed(script, "later"));
}

}  // namespace

void put_local_accounts(Timeline& timeline, Known& known) {
  const auto script =
      YAML::Load(std::string(base::embedded_file(embedded_demo(), "local_account.yaml")));
  const auto out =
      publish::report::year_with(base::add_days(known.calendar.as_at(), -days_until_out))
          .year_before();
  put_published(timeline, known, out, script["published"]);
  put_draft(timeline, known, out.year + 1, script["draft"]);
}

}  // namespace throughline::demo
