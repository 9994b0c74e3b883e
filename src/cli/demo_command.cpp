#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "demo/demo.hpp"
#include "store/migration.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

namespace json = boost::json;

class DemoCommand final : public Command {
 public:
  std::string name() const override { return "demo"; }
  std::string purpose() const override {
    return "Make an invented council with three years of history, to try things on";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    app.add_option("--scale", options_.scale, "How many times as many cases; 1 is about 1,500")
        ->capture_default_str();
    app.add_option("--seed", options_.seed, "Another number makes another council")
        ->capture_default_str();
    app.add_option("--as-at", as_at_, "The day after the three years, like 2026-11-24; else today");
    app.add_option("--authority", options_.authority, "The council's short name; else aldermere");
    app.add_flag("--sign-ins", sign_ins_, "Print who can sign in to the demo (demo only)");
    app.add_flag("--json", json_, "Print JSON");
  }

  Exit run(Streams& streams) override {
    const base::SystemClock clock;
    options_.as_at = base::london_date(clock.now());
    if (!as_at_.empty()) {
      const auto date = base::date_from_text(as_at_);
      if (!date) return print_error(streams, "--as-at", date.error());
      options_.as_at = *date;
    }
    if (options_.authority.empty()) options_.authority = demo::usual_authority();
    const auto database = store::open(where_.database);
    if (!database) return print_error(streams, where_.database, database.error());
    if (const auto applied = store::migrate(**database, clock); !applied) {
      return print_error(streams, where_.database, applied.error());
    }
    if (const Exit made = make(streams, **database); made != Exit::fine) return made;
    if (sign_ins_) {
      const auto all = (*database)->read(
          [&](store::Reader& reader) { return demo::sign_ins(reader, options_.authority); });
      json_ ? print_json(streams, all) : print_sign_ins(streams, all);
    }
    return Exit::fine;
  }

 private:
  // A council that is there already is no mistake: scripts call this at every start.
  Exit make(Streams& streams, store::Database& database) {
    const bool there = database.read([&](store::Reader& reader) {
      return record::find_authority(reader, options_.authority).has_value();
    });
    if (there) {
      if (!sign_ins_ && json_)
        streams.out << json::serialize(json::object{{"made", false}}) << '\n';
      if (!sign_ins_ && !json_) {
        streams.out << options_.authority << " is there already; nothing was changed\n";
      }
      return Exit::fine;
    }
    std::size_t tenth = 0;
    options_.played = [&](std::size_t done, std::size_t all) {
      if (all < 50'000 || done * 10 / all == tenth) return;
      tenth = done * 10 / all;
      streams.err << tenth * 10 << "% of " << all << " happenings\n" << std::flush;
    };
    const auto made = demo::make_demo(database, record::Passwords{}, options_);
    if (!made) return print_error(streams, "", made.error());
    if (json_) {
      if (!sign_ins_) print_made(streams, *made);
      return Exit::fine;
    }
    streams.out << "Made " << made->name << " with " << made->cases
                << " cases over three years. Everything in it is invented.\n";
    return Exit::fine;
  }

  static void print_made(Streams& streams, const demo::DemoMade& made) {
    streams.out << json::serialize(json::object{{"made", true},
                                                {"authority", made.authority_id},
                                                {"name", made.name},
                                                {"cases", made.cases}})
                << '\n';
  }

  static void print_json(Streams& streams, const std::vector<demo::SignIn>& all) {
    json::array people;
    for (const auto& each : all) {
      people.push_back(json::object{{"council", each.council},
                                    {"name", each.name},
                                    {"does", each.does},
                                    {"role", each.role},
                                    {"email", each.email},
                                    {"password", each.password}});
    }
    streams.out << json::serialize(people) << '\n';
  }

  static void print_sign_ins(Streams& streams, const std::vector<demo::SignIn>& all) {
    if (all.empty()) {
      streams.out << "Nobody of the demo can sign in to this database\n";
      return;
    }
    std::size_t widest = 0;
    std::size_t role = 0;
    for (const auto& each : all) {
      widest = std::max(widest, each.email.size());
      role = std::max(role, each.role.size());
    }
    streams.out << "Demo only: these people are invented. Everyone's password is "
                << all.front().password << '\n';
    std::string council;
    for (const auto& each : all) {
      if (each.council != council) streams.out << '\n' << (council = each.council) << '\n';
      streams.out << "  " << each.email << std::string(widest + 2 - each.email.size(), ' ')
                  << each.role << std::string(role + 2 - each.role.size(), ' ') << each.name << ", "
                  << each.does << '\n';
    }
    streams.out << '\n' << std::flush;
  }

  Where where_;
  demo::DemoOptions options_;
  std::string as_at_;
  bool sign_ins_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> demo_command() {
  return std::make_unique<DemoCommand>();
}

}  // namespace throughline::cli
