#include "judge/elsewhere/page_json.hpp"

#include <boost/json.hpp>
#include <cmath>

namespace throughline::judge::elsewhere {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::array texts(const std::vector<std::string>& all) {
  return json::array(all.begin(), all.end());
}

// Whole numbers are written without a point.
json::value number(double value) {
  if (std::nearbyint(value) == value && std::abs(value) < 1e15) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

json::array parts_of(const std::vector<PagePart>& parts) {
  json::array all;
  for (const PagePart& part : parts) {
    all.push_back(json::object{{"heading", text_or_null(part.heading)},
                               {"paragraphs", texts(part.paragraphs)}});
  }
  return all;
}

json::array figures_of(const std::vector<Figure>& figures) {
  json::array all;
  for (const Figure& figure : figures) {
    all.push_back(json::object{{"value", number(figure.value)},
                               {"unit", text_or_null(figure.unit)},
                               {"what", text_or_null(figure.what)},
                               {"period", text_or_null(figure.period)},
                               {"text", figure.text}});
  }
  return all;
}

json::object object_of(const EvidenceStatement& statement) {
  json::array voices;
  for (const Voice voice : statement.voices) voices.push_back(json::value(to_text(voice)));
  return {{"text", statement.text},
          {"heading", text_or_null(statement.heading)},
          {"paragraph", statement.paragraph},
          {"voices", std::move(voices)},
          {"polarity", to_text(statement.polarity)},
          {"topics", texts(statement.topics)},
          {"figures", figures_of(statement.figures)},
          {"programmes", texts(statement.programmes)},
          {"confidence", statement.confidence},
          {"cues", texts(statement.cues)}};
}

void describe(const SectionPage& page, json::object& object) {
  object["statement"] = text_or_null(page.statement);
  object["statement_name"] = text_or_null(page.statement_name);
  object["score"] = page.score ? json::value(*page.score) : json::value(nullptr);
  object["label"] = text_or_null(page.label);
  object["indicative"] = page.indicative;
  object["commitment"] = text_or_null(page.commitment);
  object["expectation"] = text_or_null(page.expectation);
  object["sections"] = parts_of(page.parts);
  json::array evidence;
  for (const EvidenceStatement& each : page.evidence) evidence.push_back(object_of(each));
  object["evidence"] = std::move(evidence);
}

void describe(const SummaryPage& page, json::object& object) {
  object["published"] = text_or_null(page.published);
  object["percent"] = page.percent ? json::value(*page.percent) : json::value(nullptr);
  object["rating"] = text_or_null(page.rating);
  object["indicative"] = page.indicative;
  json::object scores;
  for (const auto& [key, score] : page.scores) scores[key] = score;
  object["scores"] = std::move(scores);
  object["sections"] = parts_of(page.parts);
}

void describe(const AboutPage& page, json::object& object) {
  object["published"] = text_or_null(page.published);
  json::array facts;
  for (const Fact& fact : page.facts) {
    facts.push_back(json::object{
        {"name", fact.name}, {"value", fact.value}, {"year", text_or_null(fact.year)}});
  }
  object["facts"] = std::move(facts);
  object["downloads"] = texts(page.downloads);
  object["sections"] = parts_of(page.parts);
}

}  // namespace

std::string to_json(const PublishedPage& page, const std::string& file) {
  json::object object{
      {"kind", kind_of(page)}, {"file", file}, {"authority", text_or_null(authority_of(page))}};
  std::visit([&](const auto& each) { describe(each, object); }, page);
  object["problems"] = texts(problems_of(page));
  return json::serialize(object);
}

}  // namespace throughline::judge::elsewhere
