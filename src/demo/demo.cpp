#include "demo/demo.hpp"

#include "demo/makers.hpp"
#include "record/authority.hpp"
#include "record/user.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::demo {
namespace {

constexpr double most_scale = 2'000;
constexpr int cases_of_the_other = 24;

Script script_for(const std::string& authority_id) {
  Script script = read_script();
  if (!authority_id.empty()) script.councils.front().id = authority_id;
  return script;
}

void play_council(store::Database& database, Known& known, const record::Passwords& passwords,
                  int cases, const std::function<void(std::size_t, std::size_t)>& played) {
  found_council(database, known, passwords);
  known.planned = plan_cases(known.script.voices, known.calendar, known.seed, cases, known.main);
  const Figures figures = draw_figures(known);
  const judge::Rules rules = judge::built_in_rules();
  Timeline timeline;
  put_cases(timeline, known);
  put_letters(timeline, known);
  put_answers_back(timeline, known);
  put_voices(timeline, known);
  put_figures(timeline, known, figures);
  put_actions(timeline, known);
  put_reports(timeline, known);
  if (known.main) {
    put_ways_in(timeline, known);
    put_surveys(timeline, known);
    put_documents(timeline, known);
    put_library(timeline, known);
    put_evidence(timeline, known, rules);
    put_scores(timeline, known, rules);
    put_findings(timeline, known, rules);
    put_people(timeline, known);
    put_partners(timeline, known);
    put_joint_reviews(timeline, known);
    put_ombudsman(timeline, known);
    put_information(timeline, known);
    put_coproduction(timeline, known);
    put_local_accounts(timeline, known);
    put_publication(timeline, known, rules);
  }
  timeline.play(database, known.council.id, known.seed, played);
}

bool is_there(store::Database& database, const std::string& id) {
  return database.read(
      [&](store::Reader& reader) { return record::find_authority(reader, id).has_value(); });
}

}  // namespace

std::string usual_authority() {
  return read_script().councils.front().id;
}

base::Result<DemoMade> make_demo(store::Database& database, const record::Passwords& passwords,
                                 const DemoOptions& options) {
  if (!(options.scale > 0) || options.scale > most_scale) {
    return base::refuse({{"scale", "Scale must be more than 0 and no more than 2,000"}});
  }
  const Script script = script_for(options.authority);
  const CouncilScript& main = script.councils.front();
  if (is_there(database, main.id)) {
    return base::refuse(base::ErrorKind::conflict,
                        "the database holds " + main.id + " already; nothing was changed");
  }
  const Calendar calendar(options.as_at);
  const auto played =
      options.played ? options.played : [](std::size_t, std::size_t) { /* nobody asks */ };

  Known known{script, main, calendar, seed_for(options.seed, "main")};
  const int cases = std::max(1, static_cast<int>(std::lround(options.scale * cases_at_scale_one)));
  play_council(database, known, passwords, cases, played);

  const CouncilScript& other = script.councils.back();
  if (!is_there(database, other.id)) {
    Known beside{script, other, calendar, seed_for(options.seed, "other"), false};
    play_council(database, beside, passwords, cases_of_the_other,
                 [](std::size_t, std::size_t) { /* too small to tell of */ });
  }
  return DemoMade{main.id, main.name, cases};
}

std::vector<SignIn> sign_ins(store::Reader& reader, const std::string& authority_id) {
  const Script script = script_for(authority_id);
  std::vector<SignIn> all;
  for (const auto& council : script.councils) {
    const auto users = record::users(reader, council.id);
    for (const auto& person : council.people) {
      const std::string email = council.email_of(person);
      const auto user = std::ranges::find(users, email, &record::User::email);
      if (user == users.end() || !user->active) continue;
      all.push_back({council.name, user->name, person.does,
                     std::string(record::role_label(user->role)), email, script.password});
    }
  }
  return all;
}

}  // namespace throughline::demo
