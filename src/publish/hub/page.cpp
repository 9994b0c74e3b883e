#include "publish/hub/page.hpp"

#include "base/digits.hpp"
#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "publish/hub/page_problems.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::publish::hub {
namespace {

void check_line(std::vector<base::Problem>& problems, const std::string& field,
                const std::string& given, std::size_t most, const std::string& what) {
  if (text::trimmed(given).empty()) {
    problems.push_back({field, "Enter " + what});
  } else if (!formats::is_utf8(given) ||
             given.find_first_of(std::string("\0\n", 2)) != std::string::npos ||
             hear::characters(given) > most) {
    problems.push_back({field, "Enter " + what + " in " + std::to_string(most) +
                                   " characters or fewer, on one line"});
  }
}

void check_body(std::vector<base::Problem>& problems, const std::string& body) {
  if (text::trimmed(body).empty()) {
    problems.push_back({"body", "Enter the text of the page"});
  } else if (body.size() > formats::most_markdown_bytes) {
    problems.push_back({"body", "The text must be 200 kB or smaller: make two pages of it"});
  } else if (!formats::is_utf8(body) || body.find('\0') != std::string::npos) {
    problems.push_back({"body", "Some characters could not be read. Type the text again"});
  }
}

}  // namespace

std::string_view to_text(Audience audience) {
  switch (audience) {
    case Audience::partners:
      return "partners";
    case Audience::everyone:
      return "everyone";
    case Audience::staff:
      break;
  }
  return "staff";
}

std::string_view label(Audience audience) {
  switch (audience) {
    case Audience::partners:
      return "Staff and partners";
    case Audience::everyone:
      return "Everyone";
    case Audience::staff:
      break;
  }
  return "Staff";
}

std::optional<Audience> audience_from_text(std::string_view text) {
  for (const auto each : all_audiences) {
    if (to_text(each) == text) return each;
  }
  return std::nullopt;
}

std::string_view to_text(State state) {
  if (state == State::draft) return "draft";
  return state == State::published ? "published" : "withdrawn";
}

std::string_view label(State state) {
  if (state == State::draft) return "Draft";
  return state == State::published ? "Published" : "Withdrawn";
}

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all{{"getting-care", "Getting care and support"},
                                      {"paying", "Paying for care"},
                                      {"carers", "Carers"},
                                      {"safety", "Staying safe"},
                                      {"feedback", "Complaints and feedback"},
                                      {"rights", "Your information and your rights"},
                                      {"practice", "How we work"},
                                      {"learning", "What we learned"}};
  return all;
}

std::string topic_name(std::string_view key) {
  const auto found = std::ranges::find(topics(), key, &Topic::key);
  return std::string(found == topics().end() ? key : found->name);
}

Reach reach_of(record::Role role, bool writes) {
  switch (role) {
    case record::Role::visitor:
      return {{Audience::everyone}, false};
    case record::Role::partner:
    case record::Role::assessor:
      return {{Audience::partners, Audience::everyone}, false};
    default:
      return {{all_audiences.begin(), all_audiences.end()}, writes};
  }
}

std::vector<base::Problem> problems_of(const PageForm& form, const std::vector<Owner>& owners,
                                       bool first) {
  std::vector<base::Problem> problems;
  check_line(problems, "title", form.title, most_title_characters, "a title");
  check_line(problems, "summary", form.summary, most_summary_characters, "what the page is about");
  check_body(problems, form.body);
  if (!audience_from_text(form.audience)) {
    problems.push_back({"audience", "Choose who the page is for"});
  }
  if (std::ranges::find(topics(), form.topic, &Topic::key) == topics().end()) {
    problems.push_back({"topic", "Choose a topic"});
  }
  if (std::ranges::find(owners, form.owner_ref, &Owner::ref) == owners.end()) {
    problems.push_back({"owner", "Choose who looks after the page"});
  }
  const auto months = base::digits(form.check_months);
  if (!months || std::ranges::find(months_between_checks, *months) == months_between_checks.end()) {
    problems.push_back({"check_months", "Choose how often the page is checked"});
  }
  if (!first)
    check_line(problems, "why", form.why, most_why_characters, "what you changed and why");
  return problems;
}

std::string slug_from(std::string_view title) {
  std::string slug;
  for (char c : title) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      slug += c;
    } else if (c != '\'' && static_cast<unsigned char>(c) < 0x80U && !slug.empty() &&
               slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() >= 60) break;
  }
  while (slug.ends_with('-')) slug.pop_back();
  if (slug.empty() || slug == "new" || slug == "upload")
    return slug.empty() ? "page" : slug + "-page";
  return slug;
}

}  // namespace throughline::publish::hub
