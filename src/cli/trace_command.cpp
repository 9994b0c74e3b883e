#include "cli/commands.hpp"
#include "cli/where.hpp"
#include "record/trace.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace throughline::cli {
namespace {

class TraceCommand final : public Command {
 public:
  std::string name() const override { return "trace"; }
  std::string purpose() const override {
    return "Follow a record along the line: back to the voices, or forward to what it changed";
  }

  void declare(CLI::App& app) override {
    where_.declare_database(app);
    where_.declare_authority(app);
    app.add_option("ref", ref_, "The record: CASE-1042")->required();
    app.add_option("--direction", direction_,
                   "back or forward; left out: whichever says more about such a record")
        ->check(CLI::IsMember({"back", "forward"}));
    app.add_flag("--json", json_, "Print JSON");
  }

  Exit run(Streams& streams) override {
    const auto database = open_existing(where_);
    if (!database) return print_error(streams, "", database.error());
    const auto authority = chosen_authority(**database, where_);
    if (!authority) return print_error(streams, "", authority.error());
    const auto trace = (*database)->read([&](store::Reader& reader) {
      return record::trace(reader, authority->id, ref_, direction());
    });
    if (!trace) return print_error(streams, ref_, trace.error());
    if (json_) {
      streams.out << record::trace_json(*trace) << '\n';
    } else {
      print_list(streams, *trace);
    }
    return Exit::fine;
  }

 private:
  record::Direction direction() const {
    if (direction_ == "back") return record::Direction::back;
    if (direction_ == "forward") return record::Direction::forward;
    return record::usual_direction(ref_);
  }

  static void print_list(Streams& streams, const record::Trace& trace) {
    for (const auto& step : trace.steps) {
      streams.out << std::string(static_cast<std::size_t>(step.depth) * 2, ' ');
      if (step.depth > 0) streams.out << relation_label(step.relation, trace.direction) << ' ';
      streams.out << step.node.ref << "  " << step.node.title;
      if (!step.node.state.empty()) streams.out << " [" << step.node.state << ']';
      if (step.seen_before) streams.out << " (above)";
      streams.out << '\n';
    }
    if (trace.cut) streams.err << "throughline: the trace goes on; only its beginning is shown\n";
  }

  static std::string_view relation_label(record::Relation relation, record::Direction direction) {
    return direction == record::Direction::back ? record::backward_label(relation)
                                                : record::forward_label(relation);
  }

  Where where_;
  std::string ref_;
  std::string direction_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> trace_command() {
  return std::make_unique<TraceCommand>();
}

}  // namespace throughline::cli
