#include "hear/letter/values.hpp"

#include "hear/complaint/complaint.hpp"
#include "record/authority.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::hear::letter {
namespace {

// "Home care" in the middle of a sentence; "NHS liaison" stays.
std::string inside_a_sentence(std::string words) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (words.size() > 1 && is_capital(words[0]) && !is_capital(words[1])) {
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  }
  return words;
}

// "1. The visits were late: upheld. Our records show it."
std::string findings_in(const std::vector<ComplaintPoint>& points) {
  std::string text;
  for (const auto& point : points) {
    if (!point.finding) return {};
    text += (text.empty() ? "" : "\n") + std::to_string(point.number) + ". " + point.words + ": " +
            inside_a_sentence(std::string(label(*point.finding))) + ".";
    if (!point.reasoning.empty()) text += " " + point.reasoning;
  }
  return text;
}

// The remedies of all points, each once, and the actions that were raised.
std::string remedies_in(store::Reader& reader, const std::string& authority_id,
                        const std::string& case_ref, const std::vector<ComplaintPoint>& points) {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  };
  for (const auto& point : points) {
    for (const auto remedy : point.remedies) add(std::string(label(remedy)));
  }
  for (const auto& link : record::links_from(reader, authority_id, case_ref)) {
    if (link.relation != record::Relation::raised) continue;
    if (const auto node = record::find_node(reader, authority_id, link.to)) add(node->title);
  }
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "- " : "\n- ") + line;
  return text;
}

void add_complaint(Values& values, store::Reader& reader, const std::string& authority_id,
                   const std::string& case_ref) {
  const auto complaint = find_complaint(reader, authority_id, case_ref);
  if (!complaint || !complaint->ended.empty()) return;
  const auto by = complaint->respond_by ? complaint->respond_by : complaint->target_by;
  if (by) values["respond_by"] = base::to_long_text(*by);
  const auto points = points_of(reader, authority_id, case_ref);
  values["findings"] = findings_in(points);
  values["what_we_will_do"] = remedies_in(reader, authority_id, case_ref, points);
}

}  // namespace

std::string envelope(const Contact& contact) {
  std::string lines = contact.name;
  if (!contact.address.empty()) lines += (lines.empty() ? "" : "\n") + contact.address;
  return lines;
}

Values values_for(store::Reader& reader, const record::Work& work, const Case& found,
                  const Contact& contact, const Letter& letter) {
  Values values;
  values["complainant_name"] = contact.name;
  values["case_ref"] = found.ref;
  values["receipt"] = found.receipt;
  values["received_date"] = base::to_long_text(found.received);
  values["kind"] = inside_a_sentence(std::string(label(found.kind)));
  values["service"] =
      found.service_name.empty() ? "adult social care" : inside_a_sentence(found.service_name);
  values["officer_name"] = work.actor.name;
  if (const auto council = record::find_authority(reader, work.authority_id)) {
    values["council_name"] = council->name;
  }
  values["answer"] = found.answer;
  values["extension_reason"] = letter.extension_reason;
  if (letter.extended_to) values["new_respond_by"] = base::to_long_text(*letter.extended_to);
  add_complaint(values, reader, work.authority_id, found.ref);
  return values;
}

}  // namespace throughline::hear::letter
