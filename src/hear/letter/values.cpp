#include "hear/letter/values.hpp"

#include "record/authority.hpp"

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
  return values;
}

}  // namespace throughline::hear::letter
