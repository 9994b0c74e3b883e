#include "hear/identity.hpp"

#include "formats/encoding.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

bool looks_like_email(std::string_view email) {
  const auto at = email.find('@');
  return at != std::string_view::npos && at > 0 && at == email.rfind('@') &&
         email.find('.', at) != std::string_view::npos && email.back() != '.' &&
         email.find_first_of(" \t\r\n,;") == std::string_view::npos;
}

bool looks_like_phone(std::string_view phone) {
  const auto digits = std::ranges::count_if(phone, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 6 && digits <= 20 && phone.size() <= 40;
}

void check_text(std::vector<base::Problem>& problems, const char* field, const std::string& label,
                const std::string& text, std::size_t most) {
  if (text.size() > most) {
    problems.push_back(
        {field, label + " must be " + std::to_string(most) + " characters or fewer"});
  } else if (!formats::is_utf8(text) || text.find('\0') != std::string::npos) {
    problems.push_back({field, label + " holds characters that could not be read. Type it again"});
  }
}

}  // namespace

std::string_view to_text(ContactBy by) {
  switch (by) {
    case ContactBy::email:
      return "email";
    case ContactBy::phone:
      return "phone";
    case ContactBy::post:
      return "post";
    case ContactBy::none:
      break;
  }
  return "";
}

std::string_view label(ContactBy by) {
  switch (by) {
    case ContactBy::email:
      return "By email";
    case ContactBy::phone:
      return "By phone";
    case ContactBy::post:
      return "By post";
    case ContactBy::none:
      break;
  }
  return "Not chosen";
}

ContactBy contact_by_from_text(std::string_view text) {
  for (const auto by : {ContactBy::email, ContactBy::phone, ContactBy::post}) {
    if (to_text(by) == text) return by;
  }
  return ContactBy::none;
}

std::vector<base::Problem> problems_of(const Contact& contact) {
  std::vector<base::Problem> problems;
  check_text(problems, "name", "Name", contact.name, 200);
  check_text(problems, "email", "Email address", contact.email, 320);
  check_text(problems, "phone", "Phone number", contact.phone, 40);
  check_text(problems, "address", "Postal address", contact.address, 1000);
  if (!contact.email.empty() && !looks_like_email(contact.email)) {
    problems.push_back({"email",
                        "Enter an email address in the right form, like "
                        "name@example.com"});
  }
  if (!contact.phone.empty() && !looks_like_phone(contact.phone)) {
    problems.push_back({"phone", "Enter a phone number, like 01632 960 001"});
  }
  if (contact.by == ContactBy::email && contact.email.empty()) {
    problems.push_back({"email", "Enter the email address to reply to"});
  }
  if (contact.by == ContactBy::phone && contact.phone.empty()) {
    problems.push_back({"phone", "Enter the phone number to ring"});
  }
  if (contact.by == ContactBy::post && contact.address.empty()) {
    problems.push_back({"address", "Enter the postal address to write to"});
  }
  return problems;
}

}  // namespace throughline::hear
