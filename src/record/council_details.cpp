#include "record/council_details.hpp"

#include "formats/encoding.hpp"
#include "record/event.hpp"

#include <algorithm>
#include <array>

namespace throughline::record {
namespace {

struct Field {
  const char* name;
  std::string_view label;
  std::string CouncilDetails::*value;
  std::size_t most;
};

constexpr std::array fields = {
    Field{"address", "Postal address", &CouncilDetails::address, 500},
    Field{"phone", "Phone number", &CouncilDetails::phone, 40},
    Field{"email", "Email address", &CouncilDetails::email, 254},
    Field{"safeguarding_phone", "Safeguarding number", &CouncilDetails::safeguarding_phone, 40},
    Field{"out_of_hours_phone", "Out-of-hours number", &CouncilDetails::out_of_hours_phone, 40},
    Field{"sign_service", "Link", &CouncilDetails::sign_service, most_web_address_characters},
};

bool is_phone(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && digits <= 15 &&
         text.find_first_not_of("0123456789 +()-") == std::string_view::npos;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at == text.rfind('@') &&
         text.find('.', at) != std::string_view::npos && text.back() != '.' &&
         text.find_first_of(" \t\r\n,;<>\"") == std::string_view::npos;
}

void trim(std::string& text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string::npos) {
    text.clear();
    return;
  }
  text = text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::vector<base::Problem> problems_of(const CouncilDetails& details) {
  std::vector<base::Problem> problems;
  for (const auto& field : fields) {
    const auto& value = details.*field.value;
    if (value.size() > field.most) {
      problems.push_back({field.name, std::string(field.label) + " must be " +
                                          std::to_string(field.most) + " characters or fewer"});
    } else if (!formats::is_utf8(value) || value.find('\0') != std::string::npos) {
      problems.push_back({field.name, "Some characters could not be read. Type the " +
                                          std::string(field.label) + " again"});
    }
  }
  for (const auto& [name, value] : {std::pair{"phone", &details.phone},
                                    std::pair{"safeguarding_phone", &details.safeguarding_phone},
                                    std::pair{"out_of_hours_phone", &details.out_of_hours_phone}}) {
    if (!value->empty() && !is_phone(*value)) {
      problems.push_back({name, "Enter a phone number in digits, like 01632 960 001"});
    }
  }
  if (!details.email.empty() && !is_email(details.email)) {
    problems.push_back(
        {"email", "Enter an email address in the right form, like name@example.com"});
  }
  if (!details.sign_service.empty() && !is_secure_link(details.sign_service)) {
    problems.push_back({"sign_service", "Enter a link that begins with https://"});
  }
  return problems;
}

}  // namespace

bool is_secure_link(std::string_view address) {
  constexpr std::string_view scheme = "https://";
  if (!address.starts_with(scheme) || address.size() > most_web_address_characters) return false;
  if (std::ranges::any_of(address, [](char each) {
        const auto c = static_cast<unsigned char>(each);
        return c <= 0x20 || c >= 0x7F || each == '"' || each == '\'' || each == '<' ||
               each == '>' || each == '\\' || each == '`';
      })) {
    return false;
  }
  const auto rest = address.substr(scheme.size());
  const auto host = rest.substr(0, rest.find_first_of("/?#"));
  // A name and a password before "@" could make one host look like another.
  return host.find('.') != std::string_view::npos && !host.starts_with('.') &&
         !host.ends_with('.') && host.find('@') == std::string_view::npos;
}

CouncilDetails council_details(store::Reader& reader, const std::string& authority_id) {
  const auto row = reader.row(
      "select address, phone, email, safeguarding_phone, out_of_hours_phone, sign_service "
      "from council_details where authority_id = $1",
      {authority_id});
  if (!row) return {};
  return {row->text(0), row->text(1), row->text(2), row->text(3), row->text(4), row->text(5)};
}

base::Result<void> set_council_details(store::Writer& writer, const Work& work,
                                       CouncilDetails details) {
  for (const auto& field : fields) trim(details.*field.value);
  if (auto problems = problems_of(details); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto before = council_details(writer, work.authority_id);
  std::string changed;
  for (const auto& field : fields) {
    if (before.*field.value == details.*field.value) continue;
    changed += (changed.empty() ? "" : ", ") + std::string(field.name);
  }
  if (changed.empty()) return {};
  writer.execute("delete from council_details where authority_id = $1", {work.authority_id});
  writer.execute(
      "insert into council_details (authority_id, address, phone, email, safeguarding_phone, "
      "out_of_hours_phone, sign_service) values ($1, $2, $3, $4, $5, $6, $7)",
      {work.authority_id, details.address, details.phone, details.email, details.safeguarding_phone,
       details.out_of_hours_phone, details.sign_service});
  append_event(writer, work, work.authority_id, "contact details of the council changed",
               {{"changed", changed}});
  return {};
}

}  // namespace throughline::record
