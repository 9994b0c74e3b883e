#include "judge/elsewhere/page_text.hpp"

#include <fmt/format.h>

namespace throughline::judge::elsewhere {
namespace {

template <typename Things, typename Name>
std::string listed(const Things& things, Name name) {
  std::string text;
  for (const auto& thing : things) {
    if (!text.empty()) text += ", ";
    text += name(thing);
  }
  return text;
}

std::string or_unknown(const std::string& text) {
  return text.empty() ? "not given" : text;
}

std::string body_of(const SectionPage& page) {
  std::string text =
      fmt::format("{}: {}\n", or_unknown(page.statement_name),
                  page.score ? fmt::format("{} - {}", *page.score, page.label) : "no score");
  std::string heading;
  for (const EvidenceStatement& each : page.evidence) {
    if (each.heading != heading) {
      heading = each.heading;
      text += fmt::format("\n{}\n", heading);
    }
    text +=
        fmt::format("\n  {}\n    {}; {}; {}", each.text, to_text(each.polarity),
                    listed(each.voices, [](Voice voice) { return std::string(to_text(voice)); }),
                    listed(each.topics, [](const std::string& topic) { return topic; }));
    for (const Figure& figure : each.figures) {
      text +=
          fmt::format("\n    {} {} {} {}", figure.value, figure.unit, figure.what, figure.period);
    }
    text += '\n';
  }
  return text;
}

std::string body_of(const SummaryPage& page) {
  std::string text = fmt::format(
      "Published: {}\nRating: {}, {}\n", or_unknown(page.published), or_unknown(page.rating),
      page.percent ? fmt::format("{}%", *page.percent) : "no percentage");
  for (const auto& [key, score] : page.scores) text += fmt::format("  {} {}\n", score, key);
  return text;
}

std::string body_of(const AboutPage& page) {
  std::string text = fmt::format("Published: {}\n", or_unknown(page.published));
  for (const Fact& fact : page.facts) {
    text += fmt::format("  {}: {}{}\n", fact.name, fact.value,
                        fact.year.empty() ? "" : " (" + fact.year + ")");
  }
  return text;
}

}  // namespace

std::string to_report(const PublishedPage& page, const std::string& file) {
  std::string text =
      fmt::format("{}\n{}: {}\n", file, kind_of(page), or_unknown(authority_of(page)));
  text += std::visit([](const auto& each) { return body_of(each); }, page);
  for (const std::string& problem : problems_of(page)) text += "Problem: " + problem + "\n";
  return text + "\n";
}

}  // namespace throughline::judge::elsewhere
