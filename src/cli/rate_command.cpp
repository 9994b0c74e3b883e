#include "cli/commands.hpp"
#include "judge/framework.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class RateCommand final : public Command {
 public:
  std::string name() const override { return "rate"; }
  std::string purpose() const override {
    return "Work out the overall rating from the scores of the quality statements";
  }

  void declare(CLI::App& app) override {
    app.add_option("scores", scores_, "One score for each statement, in the framework's order")
        ->required()
        ->expected(1, -1);
    app.add_flag("--json", json_, "Print JSON: sum, percent, rating, escalate");
  }

  Exit run(Streams& streams) override {
    const judge::Framework framework = judge::local_authority_framework();
    const base::Result<judge::Rating> rating = judge::rate(framework, scores_);
    if (!rating) return print_error(streams, "", rating.error());
    if (json_) {
      print_json(streams, *rating);
    } else {
      print_text(streams, framework, *rating);
    }
    return Exit::fine;
  }

 private:
  static void print_json(Streams& streams, const judge::Rating& rating) {
    boost::json::array escalate(rating.escalate.begin(), rating.escalate.end());
    streams.out << boost::json::serialize(boost::json::object{{"sum", rating.sum},
                                                              {"percent", rating.percent},
                                                              {"rating", rating.rating},
                                                              {"escalate", std::move(escalate)}})
                << '\n';
  }

  static void print_text(Streams& streams, const judge::Framework& framework,
                         const judge::Rating& rating) {
    streams.out << rating.rating << ": " << rating.percent << "% (sum " << rating.sum << " of "
                << framework.highest_score() * static_cast<int>(framework.statements.size())
                << ")\n";
    for (const std::string& key : rating.escalate) {
      streams.out << "Escalate: " << framework.find(key)->name << " is scored "
                  << framework.escalate_at << '\n';
    }
  }

  std::vector<int> scores_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> rate_command() {
  return std::make_unique<RateCommand>();
}

}  // namespace throughline::cli
