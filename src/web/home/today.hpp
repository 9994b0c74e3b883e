#pragma once

// What each stage puts on a signed-in person's home page. A stage adds a line to today.cpp and
// keeps the counting in its own room; it shows only what the person may open (Call::may).

#include "store/database.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct Call;

// Something that waits for this person: "3 complaints are due today".
struct TaskView {
  std::string text;
  std::string href;
  std::string detail;  // may be empty
  std::string due;     // "Due 24 November 2026"; may be empty
};
BOOST_DESCRIBE_STRUCT(TaskView, (), (text, href, detail, due))

// One stop of the line: how much stands there now.
struct PanelView {
  std::string stage;   // "Hear"
  std::string figure;  // "214"; empty while the stage has nothing to count
  std::string text;    // "open cases"
  std::string href;    // empty when the person may not open it
};
BOOST_DESCRIBE_STRUCT(PanelView, (), (stage, figure, text, href))

// The most pressing first.
[[nodiscard]] std::vector<TaskView> tasks_today(const Call& call, store::Reader& reader);
// In the order of the line.
[[nodiscard]] std::vector<PanelView> panels_along_the_line(const Call& call, store::Reader& reader);

}  // namespace throughline::web
