#include "web/judge/elsewhere/views.hpp"

#include "record/line.hpp"
#include "web/judge/rules.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace throughline::web::elsewhere {
namespace {

std::string class_of(library::Polarity polarity) {
  switch (polarity) {
    case library::Polarity::strength:
      return "govuk-tag--green";
    case library::Polarity::shortfall:
      return "govuk-tag--orange";
    case library::Polarity::mixed:
      return "govuk-tag--purple";
    case library::Polarity::in_progress:
      return "govuk-tag--light-blue";
    case library::Polarity::neutral:
      return "govuk-tag--grey";
    case library::Polarity::unclear:
      return "govuk-tag--yellow";
  }
  return {};
}

std::string sureness_of(double confidence) {
  if (confidence >= 0.75) return "Fairly sure";
  if (confidence >= 0.45) return "Not sure";
  return "A guess";
}

std::vector<std::string> labels(const std::vector<library::Voice>& voices) {
  std::vector<std::string> all;
  for (const library::Voice voice : voices) all.emplace_back(label(voice));
  return all;
}

std::string listed(const std::vector<std::string>& all) {
  return fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace

const library::Reader& page_reader() {
  static const library::Reader reader = library::Reader::built_in();
  return reader;
}

std::string page_href(const std::string& page_ref) {
  return "/elsewhere/pages/" + page_ref;
}

std::string council_name(const std::string& council) {
  return council.empty() ? "A council not yet named" : council;
}

std::string statement_name(const std::string& key) {
  const judge::Statement* statement = judging_rules().framework.find(key);
  return statement ? statement->name : std::string();
}

std::string topic_label(std::string_view topic) {
  std::string label(topic);
  if (!topic.starts_with("co-")) std::ranges::replace(label, '-', ' ');
  if (!label.empty())
    label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
  return label;
}

std::vector<std::string> topic_labels(const std::vector<std::string>& topics) {
  std::vector<std::string> all;
  for (const std::string& topic : topics) all.push_back(topic_label(topic));
  return all;
}

std::string share_text(const library::CorrectedShare& share) {
  if (share.statements == 0) return "No sentence has been read yet";
  return fmt::format(
      "{} of {} readings corrected ({:.1f}%)", share.corrected, share.statements,
      100.0 * static_cast<double>(share.corrected) / static_cast<double>(share.statements));
}

StatementView statement_view(const library::LibraryStatement& statement,
                             const store::Excerpt& excerpt) {
  StatementView view;
  view.ref = statement.ref;
  view.href = record::page_of(statement.ref);
  view.page_href = page_href(statement.page_ref);
  view.council = council_name(statement.council);
  view.statement_name = statement_name(statement.statement);
  view.score = statement.score ? std::to_string(*statement.score) : "";
  view.heading = statement.heading;
  for (const store::Segment& segment : excerpt)
    view.words.push_back({segment.text, segment.matched});
  if (view.words.empty()) view.words.push_back({statement.words, false});
  view.voices = labels(statement.voices);
  view.polarity = std::string(label(statement.polarity));
  view.polarity_class = class_of(statement.polarity);
  view.topics = topic_labels(statement.topics);
  for (const library::Figure& figure : statement.figures) {
    view.figures.push_back({figure.text, figure.what, figure.period});
  }
  view.sureness = sureness_of(statement.confidence);
  view.cues = statement.cues;
  view.corrected = statement.corrected;
  if (statement.corrected) {
    view.read_as = fmt::format("{}; {}; {}", label(statement.read_polarity),
                               listed(labels(statement.read_voices)),
                               listed(topic_labels(statement.read_topics)));
  }
  return view;
}

}  // namespace throughline::web::elsewhere
