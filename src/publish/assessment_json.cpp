#include "publish/assessment_page.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

namespace throughline::publish {
namespace {

namespace json = boost::json;

constexpr std::string_view whose =
    "The council's assessment of itself, not the Care Quality "
    "Commission's";

json::object basis_json(const Basis& basis) {
  json::array voices;
  for (const VoiceCount& count : basis.voices) {
    voices.push_back({{"voice", count.voice},
                      {"label", count.label},
                      {"supporting", count.supporting},
                      {"contrary", count.contrary}});
  }
  json::array records;
  for (const BasisCount& count : basis.records) {
    records.push_back({{"kind", count.kind}, {"label", count.label}, {"count", count.count}});
  }
  return {{"voices", std::move(voices)}, {"records", std::move(records)}};
}

std::string text(const json::object& object, std::string_view name) {
  return std::string(object.at(name).as_string());
}

int number(const json::object& object, std::string_view name) {
  return json::value_to<int>(object.at(name));
}

std::string text_or_empty(const json::object& object, std::string_view name) {
  return object.at(name).is_null() ? std::string() : text(object, name);
}

json::value null_if_empty(const std::string& value) {
  return value.empty() ? json::value(nullptr) : json::value(value);
}

json::array texts(const std::vector<std::string>& values) {
  json::array array;
  for (const std::string& value : values) array.emplace_back(value);
  return array;
}

std::vector<std::string> texts(const json::array& array) {
  std::vector<std::string> values;
  for (const json::value& value : array) values.emplace_back(value.as_string());
  return values;
}

Basis basis_from(const json::object& object) {
  Basis basis;
  for (const json::value& each : object.at("voices").as_array()) {
    const json::object& count = each.as_object();
    basis.voices.push_back({text(count, "voice"), text(count, "label"), number(count, "supporting"),
                            number(count, "contrary")});
  }
  for (const json::value& each : object.at("records").as_array()) {
    const json::object& count = each.as_object();
    basis.records.push_back({text(count, "kind"), text(count, "label"), number(count, "count")});
  }
  return basis;
}

std::string lines(const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) {
    if (!joined.empty()) joined += '\n';
    joined += value;
  }
  return joined;
}

json::object parsed(const std::string& text) {
  return json::parse(text).as_object();
}

}  // namespace

std::string to_json(const StatementPage& page) {
  json::array sections;
  json::array bases;
  for (const PageSection& section : page.sections) {
    json::array paragraphs;
    json::array paragraph_bases;
    for (const PageParagraph& paragraph : section.paragraphs) {
      paragraphs.emplace_back(paragraph.words);
      paragraph_bases.push_back(basis_json(paragraph.basis));
    }
    sections.push_back({{"heading", section.heading}, {"paragraphs", std::move(paragraphs)}});
    bases.push_back(std::move(paragraph_bases));
  }
  const json::object object = {
      {"kind", "section"},
      {"authority", page.authority},
      {"statement", page.statement},
      {"statement_name", page.statement_name},
      {"score", page.score},
      {"label", page.label},
      {"commitment", page.commitment},
      {"expectation", null_if_empty(lines(page.expectations))},
      {"sections", std::move(sections)},
      {"self_assessment", true},
      {"about", whose},
      {"published", null_if_empty(page.published)},
      {"theme", page.theme_name},
      {"summary", page.summary},
      {"expectations", texts(page.expectations)},
      {"basis", basis_json(page.basis)},
      {"basis_of_paragraphs", std::move(bases)},
  };
  return json::serialize(object);
}

StatementPage statement_page_from_json(const std::string& stored) {
  const json::object object = parsed(stored);
  StatementPage page;
  page.authority = text(object, "authority");
  page.published = text_or_empty(object, "published");
  page.statement = text(object, "statement");
  page.statement_name = text(object, "statement_name");
  page.theme_name = text(object, "theme");
  page.score = number(object, "score");
  page.label = text(object, "label");
  page.commitment = text(object, "commitment");
  page.expectations = texts(object.at("expectations").as_array());
  page.summary = text(object, "summary");
  page.basis = basis_from(object.at("basis").as_object());
  const json::array& bases = object.at("basis_of_paragraphs").as_array();
  std::size_t number_of_section = 0;
  for (const json::value& each : object.at("sections").as_array()) {
    const json::object& section = each.as_object();
    const json::array& section_bases = bases.at(number_of_section++).as_array();
    PageSection read{text(section, "heading"), {}};
    std::size_t number_of_paragraph = 0;
    for (const std::string& words : texts(section.at("paragraphs").as_array())) {
      read.paragraphs.push_back(
          {words, basis_from(section_bases.at(number_of_paragraph++).as_object())});
    }
    page.sections.push_back(std::move(read));
  }
  return page;
}

std::string to_json(const SummaryPage& page) {
  json::object scores;
  json::array statements;
  for (const SummaryLine& line : page.lines) {
    if (line.score) scores[line.statement] = *line.score;
    statements.push_back({{"statement", line.statement},
                          {"statement_name", line.statement_name},
                          {"theme", line.theme_name},
                          {"score", line.score ? json::value(*line.score) : json::value(nullptr)},
                          {"label", null_if_empty(line.label)},
                          {"summary", line.summary}});
  }
  const json::object object = {
      {"kind", "summary"},
      {"authority", page.authority},
      {"published", null_if_empty(page.published)},
      {"percent", page.percent ? json::value(*page.percent) : json::value(nullptr)},
      {"rating", null_if_empty(page.rating)},
      {"scores", std::move(scores)},
      {"self_assessment", true},
      {"about", whose},
      {"scored", page.scored},
      {"sum", page.sum},
      {"steps", texts(page.steps)},
      {"professional_judgement",
       page.judged_rating.empty()
           ? json::value(nullptr)
           : json::value({{"rating", page.judged_rating}, {"reason", page.judged_reason}})},
      {"statements", std::move(statements)},
  };
  return json::serialize(object);
}

SummaryPage summary_page_from_json(const std::string& stored) {
  const json::object object = parsed(stored);
  SummaryPage page;
  page.authority = text(object, "authority");
  page.published = text_or_empty(object, "published");
  page.scored = number(object, "scored");
  page.sum = number(object, "sum");
  if (!object.at("percent").is_null()) page.percent = number(object, "percent");
  page.rating = text_or_empty(object, "rating");
  page.steps = texts(object.at("steps").as_array());
  if (const json::value& judged = object.at("professional_judgement"); judged.is_object()) {
    page.judged_rating = text(judged.as_object(), "rating");
    page.judged_reason = text(judged.as_object(), "reason");
  }
  for (const json::value& each : object.at("statements").as_array()) {
    const json::object& line = each.as_object();
    SummaryLine read{text(line, "statement"),      text(line, "statement_name"),
                     text(line, "theme"),          std::nullopt,
                     text_or_empty(line, "label"), text(line, "summary")};
    if (!line.at("score").is_null()) read.score = number(line, "score");
    page.lines.push_back(std::move(read));
  }
  return page;
}

}  // namespace throughline::publish
