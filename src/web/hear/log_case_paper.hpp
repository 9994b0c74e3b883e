#pragma once

// What the page to log a case shows besides when it is typed in from one of our paper forms: the
// number of each question on it, the pictures that were ticked, and the answers of the sheet that
// is kept apart.

#include "base/result.hpp"
#include "hear/equality.hpp"
#include "hear/kinds.hpp"
#include "hear/way_in.hpp"
#include "templates/value.hpp"
#include "web/hear/choices.hpp"
#include "web/http/message.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

struct PaperSelectView {
  std::string field;
  std::string label;
  std::vector<ChoiceView> items;
};
BOOST_DESCRIBE_STRUCT(PaperSelectView, (), (field, label, items))

struct PaperTicksView {
  std::string heading;
  std::string id;
  std::vector<ChoiceView> items;
};
BOOST_DESCRIBE_STRUCT(PaperTicksView, (), (heading, id, items))

struct LogPaperView {
  bool on_paper = false;
  bool pictures = false;
  std::string form;         // "a paper form in large print"
  templates::Value number;  // by field: " (question 3)"; "" where the form does not ask it
  std::vector<PaperTicksView> ticks;
  std::vector<ChoiceView> faces;
  std::vector<PaperSelectView> equality;
};
BOOST_DESCRIBE_STRUCT(LogPaperView, (), (on_paper, pictures, form, number, ticks, faces, equality))

// `way` is empty for what did not come on a form.
[[nodiscard]] LogPaperView log_paper_view(const http::Form& form, std::optional<hear::WayIn> way);

// The answers of the last sheet; adds a problem for each that is no answer.
[[nodiscard]] hear::EqualityAnswers equality_on_paper(const http::Form& form,
                                                      std::vector<base::Problem>& problems);
// The words of a form with pictures: what was ticked, and then the person's own.
// Adds a problem, `picks`, for a picture that does not go with the kind.
[[nodiscard]] std::string words_with_pictures(const http::Form& form, hear::Kind kind,
                                              std::vector<base::Problem>& problems);

}  // namespace throughline::web
