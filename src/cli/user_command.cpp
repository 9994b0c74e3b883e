#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "record/user.hpp"

#include <CLI/CLI.hpp>
#include <istream>
#include <ostream>

namespace throughline::cli {
namespace {

class UserCommand final : public Command {
 public:
  std::string name() const override { return "user"; }
  std::string purpose() const override { return "Add someone who signs in"; }

  void declare(CLI::App& app) override {
    auto& add = *app.add_subcommand(
        "add", "Add someone who signs in; the password is read from standard input");
    app.require_subcommand(1);
    where_.declare_database(add);
    where_.declare_authority(add);
    add.add_option("--email", typed_.email, "The address they sign in with")->required();
    add.add_option("--name", typed_.name, "Their name, as histories show it")->required();
    add.add_option("--role", typed_.role,
                   "staff, officer, lead, leader, member, partner, assessor or administrator")
        ->required();
    add.add_flag("--generate", generate_,
                 "Make up a password and print it, instead of reading one");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());

    base::SystemRandom random;
    if (generate_) {
      typed_.password = base::new_receipt(random);
    } else {
      std::getline(streams.in, typed_.password);
    }
    const record::Work work{authority->id,
                            {"", "Command line", record::Role::administrator},
                            base::SystemClock{}.now(),
                            random};
    const auto user = record::add_user(**database, work, record::Passwords{}, typed_);
    if (!user) return print_error(streams, "", user.error());
    streams.out << user->name << " (" << user->ref << ") can sign in to " << authority->name
                << " as " << user->email << '\n';
    if (generate_) streams.out << "Password: " << typed_.password << '\n';
    return Exit::fine;
  }

 private:
  Where where_;
  record::NewUser typed_;
  bool generate_ = false;
};

}  // namespace

std::unique_ptr<Command> user_command() {
  return std::make_unique<UserCommand>();
}

}  // namespace throughline::cli
