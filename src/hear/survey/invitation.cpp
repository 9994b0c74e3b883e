#include "hear/survey/invitation.hpp"

#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "hear/survey/wave.hpp"
#include "record/event.hpp"

#include <set>
#include <sstream>

namespace throughline::hear::survey {
namespace {

// Good enough to tell an address from something else: whether it exists only a message can tell.
bool looks_like_email(const std::string& text) {
  const auto at = text.find('@');
  if (at == std::string::npos || at == 0 || text.find('@', at + 1) != std::string::npos) {
    return false;
  }
  const auto dot = text.rfind('.');
  return text.size() <= 254 && dot != std::string::npos && dot > at + 1 && dot + 1 < text.size() &&
         text.find_first_of(" \t,;<>\"") == std::string::npos && formats::is_utf8(text) &&
         text.find('\0') == std::string::npos;
}

std::string lower(std::string text) {
  for (auto& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string hash_of(const std::string& wave_ref, const std::string& token) {
  return base::sha256_hex("invitation " + wave_ref + " " + token);
}

std::vector<std::string> read_addresses(const std::string& typed,
                                        std::vector<base::Problem>& problems) {
  std::vector<std::string> addresses;
  std::set<std::string> seen;
  std::istringstream lines(typed);
  int row = 0;
  for (std::string line; std::getline(lines, line);) {
    ++row;
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) continue;
    auto address = lower(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    if (!looks_like_email(address)) {
      if (problems.size() < 20) {
        problems.push_back({"addresses", "Line " + std::to_string(row) +
                                             " is not an email address, like name@example.com"});
      }
    } else if (seen.insert(address).second) {
      addresses.push_back(std::move(address));
    }
  }
  return addresses;
}

}  // namespace

base::Result<Invited> invite(store::Writer& writer, const record::Work& work,
                             const std::string& wave_ref, const std::string& addresses) {
  if (!find_wave(writer, work.authority_id, wave_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such wave of a survey");
  }
  std::vector<base::Problem> problems;
  const auto given = read_addresses(addresses, problems);
  if (given.empty() && problems.empty()) {
    problems.push_back({"addresses", "Enter email addresses, one on each line"});
  } else if (given.size() > most_invited_at_once) {
    problems.push_back({"addresses", "Invite 5,000 people or fewer at a time"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  Invited invited;
  for (const auto& email : given) {
    Invitation made{email, base::new_token(work.random).substr(0, 40)};
    const auto added = writer.execute(
        "insert into survey_invitations (authority_id, wave_ref, email, token_hash, used) "
        "values ($1, $2, $3, $4, 0) on conflict (authority_id, wave_ref, email) do nothing",
        {work.authority_id, wave_ref, email, hash_of(wave_ref, made.token)});
    if (added == 0) {
      ++invited.already;
    } else {
      invited.made.push_back(std::move(made));
    }
  }
  record::append_event(writer, work, wave_ref, "invited",
                       {{"people", std::to_string(invited.made.size())}});
  return invited;
}

InvitationCount invitations(store::Reader& reader, const std::string& authority_id,
                            const std::string& wave_ref) {
  const auto row = reader.row(
      "select count(*), cast(coalesce(sum(used), 0) as bigint) from survey_invitations "
      "where authority_id = $1 and wave_ref = $2",
      {authority_id, wave_ref});
  if (!row) return {};
  return {row->integer(0), row->integer(1)};
}

bool is_invited(store::Reader& reader, const std::string& authority_id, const std::string& wave_ref,
                const std::string& token) {
  return reader
      .row(
          "select 1 from survey_invitations where authority_id = $1 and token_hash = $2 "
          "and wave_ref = $3 and used = 0",
          {authority_id, hash_of(wave_ref, token), wave_ref})
      .has_value();
}

bool use_invitation(store::Writer& writer, const std::string& authority_id,
                    const std::string& wave_ref, const std::string& token) {
  return writer.execute(
             "update survey_invitations set used = 1 where authority_id = $1 and token_hash = $2 "
             "and wave_ref = $3 and used = 0",
             {authority_id, hash_of(wave_ref, token), wave_ref}) == 1;
}

}  // namespace throughline::hear::survey
