#include "base/random.hpp"
#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "jobs/escalation.hpp"
#include "jobs/mail_round.hpp"
#include "jobs/worker.hpp"
#include "record/password.hpp"
#include "record/permission.hpp"
#include "web/dispatcher.hpp"
#include "web/form_guard.hpp"
#include "web/http/server.hpp"
#include "web/page.hpp"
#include "web/routes.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>
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
    app.add_option("--mail-server", mail_.url,
                   "Where mail goes out: smtp://HOST:PORT or smtps://HOST:PORT. Without it mail "
                   "waits in the queue")
        ->envname("THROUGHLINE_MAIL_SERVER");
    app.add_option("--mail-from", mail_.from, "The address that mail comes from")
        ->envname("THROUGHLINE_MAIL_FROM");
    app.add_option("--mail-user", mail_.user,
                   "Who signs in to the mail server; the password is THROUGHLINE_MAIL_PASSWORD in "
                   "the environment")
        ->envname("THROUGHLINE_MAIL_USER");
    app.add_option("--mail-seconds", mail_seconds_, "How often the queue of mail is looked at")
        ->capture_default_str()
        ->check(CLI::Range(1, 3600));
    app.add_option("--public-address", public_address_,
                   "Where people find the pages, for links in mail: https://feedback.example")
        ->envname("THROUGHLINE_PUBLIC_ADDRESS");
    app.add_flag("--no-migrate", no_migrate_, "Do not bring the database up to date first");
  }

  Exit run(Streams& streams) override {
    if (const auto problem = mail_.url.empty() ? std::nullopt : jobs::problem_of(mail_)) {
      streams.err << "throughline: " << *problem << "\n";
      return Exit::wrong_usage;
    }
    // Results go to standard output, so the log goes to the other.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("throughline"));
    const auto database = no_migrate_ ? open_existing(where_) : store::open(where_.database);
    if (!database) return print_error(streams, "", database.error());
    const base::SystemClock clock;
    if (!no_migrate_) {
      const auto applied = bring_up_to_date(**database, clock);
      if (!applied) return print_error(streams, where_.database, applied.error());
    }
    const auto permissions = record::shipped_permissions();
    base::SystemRandom random;
    const record::Passwords passwords;
    const web::Site site{**database,        clock,     random,
                         permissions,       passwords, {std::chrono::minutes{idle_minutes_}},
                         !mail_.url.empty()};
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
    const auto mail = start_mail(**database, clock, random);
    const jobs::Worker escalation("escalation", std::chrono::minutes{10}, [&](const auto&) {
      const int told = jobs::escalate_overdue_replies(**database, clock, random);
      if (told > 0) spdlog::info("escalation: {} overdue replies", told);
    });
    server.run(true);
    streams.out << "Stopped\n";
    return Exit::fine;
  }

 private:
  std::unique_ptr<jobs::Worker> start_mail(store::Database& database, const base::Clock& clock,
                                           base::Random& random) {
    if (mail_.url.empty()) return nullptr;
    // The password never stands among the arguments, where others on the machine could read it.
    if (const auto* password = std::getenv("THROUGHLINE_MAIL_PASSWORD")) mail_.password = password;
    const auto sender = std::make_shared<jobs::SmtpSender>(mail_);
    return std::make_unique<jobs::Worker>(
        "mail", std::chrono::seconds{mail_seconds_},
        [this, &database, &clock, &random, sender](const std::function<bool()>& stopping) {
          const auto done =
              jobs::send_due_mail(database, clock, random, *sender, public_address_, stopping);
          if (done.sent + done.failed > 0) {
            spdlog::info("mail: {} sent, {} to be tried again", done.sent, done.failed);
          }
        });
  }

  std::string shown_address() const {
    return options_.address == "127.0.0.1" || options_.address == "0.0.0.0" ? "localhost"
                                                                            : options_.address;
  }

  Where where_;
  web::http::ServerOptions options_;
  jobs::MailServer mail_;
  int mail_seconds_ = 10;
  std::string public_address_;
  int idle_minutes_ = 30;
  bool no_migrate_ = false;
};

}  // namespace

std::unique_ptr<Command> serve_command() {
  return std::make_unique<ServeCommand>();
}

}  // namespace throughline::cli
