#include "templates/language.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <array>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cctype>
#include <stdexcept>

namespace throughline::templates {

base::EmbeddedFiles embedded_languages();

namespace {

namespace gettext = boost::locale::gnu_gettext;
using Messages = boost::locale::message_format<char>;

constexpr Language english_language{"en", "English", "English", false};
constexpr std::array others = {Language{"ur", "اردو", "Urdu", true}};

thread_local const Language* current = &english_language;

std::locale read_catalogue(const Language& language) {
  gettext::messages_info info;
  info.language = language.code;
  info.encoding = "UTF-8";
  info.domains.emplace_back("throughline");
  info.paths.emplace_back("");
  info.callback = [](const std::string& name, const std::string&) -> std::vector<char> {
    // Boost asks for every place where a catalogue may be: "/ur/LC_MESSAGES/throughline.mo".
    for (const auto& file : embedded_languages()) {
      const auto code = file.path.substr(0, file.path.find('.'));
      if (name.find("/" + std::string(code) + "/") == std::string::npos) continue;
      return {file.content.begin(), file.content.end()};
    }
    return {};
  };
  auto* facet = gettext::create_messages_facet<char>(info);
  if (facet == nullptr) throw std::logic_error("no catalogue of " + std::string(language.code));
  return {std::locale::classic(), facet};
}

const Messages& messages_of(const Language& language) {
  static const auto catalogues = [] {
    std::array<std::locale, others.size()> read;
    std::ranges::transform(others, read.begin(), read_catalogue);
    return read;
  }();
  return std::use_facet<Messages>(catalogues[static_cast<std::size_t>(&language - others.data())]);
}

bool is_english() {
  return current == &english_language;
}

bool is_digit(char letter) {
  return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

// "3 May 2026" is the key "{1} May {2}" and the numbers 3 and 2026.
std::pair<std::string, std::vector<std::string>> without_numbers(std::string_view words) {
  std::string key;
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < words.size();) {
    if (!is_digit(words[at])) {
      key += words[at++];
      continue;
    }
    auto end = at;
    while (end < words.size() &&
           (is_digit(words[end]) ||
            (words[end] == ',' && end + 1 < words.size() && is_digit(words[end + 1])))) {
      ++end;
    }
    numbers.emplace_back(words.substr(at, end - at));
    key += "{" + std::to_string(numbers.size()) + "}";
    at = end;
  }
  return {std::move(key), std::move(numbers)};
}

std::string with_numbers(std::string_view message, const std::vector<std::string>& numbers) {
  std::string filled(message);
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    const auto place = "{" + std::to_string(index + 1) + "}";
    if (const auto at = filled.find(place); at != std::string::npos) {
      filled.replace(at, place.size(), numbers[index]);
    }
  }
  return filled;
}

Value translated(const Value& value, bool everything) {
  if (value.kind() == Value::Kind::text) {
    return everything ? Value(in_language(value.as_text())) : value;
  }
  if (value.kind() == Value::Kind::list) {
    List list;
    for (const auto& each : value.as_list()) list.push_back(translated(each, everything));
    return list;
  }
  if (value.kind() != Value::Kind::fields) return value;
  Fields fields;
  for (const auto& [name, each] : value.as_fields()) {
    const bool words = name == "text" || name == "label";
    const bool holds = each.kind() == Value::Kind::list || each.kind() == Value::Kind::fields;
    const bool said = words || name == "hint";
    fields.emplace_back(name, said || holds ? translated(each, said) : each);
  }
  return fields;
}

}  // namespace

const Language& english() noexcept {
  return english_language;
}

std::span<const Language> other_languages() noexcept {
  return others;
}

const Language* find_language(std::string_view code) noexcept {
  if (code == english_language.code) return &english_language;
  const auto* const found = std::ranges::find(others, code, &Language::code);
  return found == others.end() ? nullptr : found;
}

Speaking::Speaking(const Language& language) : before_(current) {
  current = find_language(language.code);
  if (current == nullptr) current = &english_language;
}

Speaking::~Speaking() {
  current = before_;
}

const Language& spoken() noexcept {
  return *current;
}

const char* message_for(std::string_view key) {
  if (is_english()) return nullptr;
  return messages_of(*current).get(0, nullptr, std::string(key).c_str());
}

std::string in_language(std::string_view words) {
  if (is_english() || words.empty()) return std::string(words);
  if (const auto* message = message_for(words)) return message;
  const auto [key, numbers] = without_numbers(words);
  if (!numbers.empty()) {
    if (const auto* message = message_for(key)) return with_numbers(message, numbers);
  }
  return std::string(words);
}

std::string in_language(std::string_view one, std::string_view many, int count) {
  const auto number = std::to_string(count);
  if (!is_english()) {
    if (const auto* message =
            messages_of(*current).get(0, nullptr, std::string(one).c_str(), count)) {
      return with_numbers(message, {number});
    }
  }
  return with_numbers(count == 1 ? one : many, {number});
}

std::string in_language(std::string_view words, std::initializer_list<Slot> slots) {
  std::string out;
  write_message(out, in_language(words), slots);
  return out;
}

Value every_text_in_language(const Value& value) {
  return is_english() ? value : translated(value, false);
}

Value message_or(std::string_view words) {
  const auto* message = message_for(words);
  return message != nullptr ? Value(message) : Value(words);
}

void write_message(std::string& out, std::string_view message, std::initializer_list<Slot> slots) {
  while (!message.empty()) {
    const auto start = message.find_first_of("{<");
    out.append(message.substr(0, start));
    if (start == std::string_view::npos) return;
    message.remove_prefix(start);
    const auto* const slot = std::ranges::find_if(
        slots, [&](const auto& each) { return message.starts_with(each.name); });
    if (slot == slots.end()) {
      out += message.front();
      message.remove_prefix(1);
      continue;
    }
    out.append(slot->filled);
    message.remove_prefix(slot->name.size());
  }
}

namespace filters {

Value translate(Place, const Value& value) {
  if (value.kind() == Value::Kind::text) return in_language(value.as_text());
  return every_text_in_language(value);
}

Value unless_english(Place, const Value& value) {
  return is_english() ? undefined() : value;
}

}  // namespace filters

}  // namespace throughline::templates
