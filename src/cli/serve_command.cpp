#include "base/random.hpp"
#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "record/password.hpp"
#include "record/permission.hpp"
#include "store/migration.hpp"
#include "web/dispatcher.hpp"
#include "web/form_guard.hpp"
#include "web/http/server.hpp"
#include "web/page.hpp"
#include "web/routes.hpp"

#include <CLI/CLI.hpp>
#include <ostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace throughline::cli {
namespace {

class ServeCommand final : public Command {
 public:
  std::string name() const override { return "serve"; }
  std::string purpose() const override { return "Serve the pages until told to stop"; }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    app.add_option("--port", options_.port, "The port; 0 for any that is free")
        ->capture_default_str();
    app.add_option("--address", options_.address, "The address to listen on")
        ->capture_default_str();
    app.add_option("--workers", options_.workers, "How many pages are worked on at once")
        ->capture_default_str()
        ->check(CLI::Range(1, 256));
    app.add_option("--idle-minutes", idle_minutes_, "Sign people out after this long without use")
        ->capture_default_str()
        ->check(CLI::Range(1, 720));
    app.add_flag("--trust-proxy", options_.trust_forwarded,
                 "Believe X-Forwarded-For and X-Forwarded-Proto of a proxy on this machine");
    app.add_flag("--no-migrate", no_migrate_, "Do not bring the database up to date first");
  }

  Exit run(Streams& streams) override {
    // Results go to standard output, so the log goes to the other.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("throughline"));

    const auto database = no_migrate_ ? open_existing(where_) : store::open(where_.database);
    if (!database) return print_error(streams, "", database.error());
    const base::SystemClock clock;
    if (!no_migrate_) {
      const auto applied = store::migrate(**database, clock);
      if (!applied) return print_error(streams, where_.database, applied.error());
    }
    const auto permissions = record::shipped_permissions();
    base::SystemRandom random;
    const record::Passwords passwords;
    const web::Site site{**database,  clock,     random,
                         permissions, passwords, {std::chrono::minutes{idle_minutes_}}};
    const auto councils =
        (*database)->read([](store::Reader& reader) { return record::authorities(reader).size(); });
    if (councils == 0) {
      streams.err
          << "throughline: no council has been set up yet. Add one with: throughline council "
             "add\n";
    }
    options_.refusal_html = web::refusal_html;
    options_.max_body = web::most_body_bytes;
    web::http::Server server(options_, web::dispatcher(site, web::all_routes()));
    streams.out << "Throughline is at http://" << shown_address() << ':' << server.port() << "/\n"
                << std::flush;
    server.run(true);
    streams.out << "Stopped\n";
    return Exit::fine;
  }

 private:
  std::string shown_address() const {
    return options_.address == "127.0.0.1" || options_.address == "0.0.0.0" ? "localhost"
                                                                            : options_.address;
  }

  Where where_;
  web::http::ServerOptions options_;
  int idle_minutes_ = 30;
  bool no_migrate_ = false;
};

}  // namespace

std::unique_ptr<Command> serve_command() {
  return std::make_unique<ServeCommand>();
}

}  // namespace throughline::cli
