#include "hear/case_query.hpp"
#include "hear/case_row.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/named.hpp"
#include "hear/people/people.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace throughline::hear {
namespace {

// What was typed, in the forms that it can be compared in.
struct Sought {
  std::string folded;
  std::string digits;    // of a telephone number, from 0
  std::string squeezed;  // without spaces, for postcodes
  std::set<std::string> words;
  bool email = false;
};

std::string phone_digits(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.starts_with("0044")) return "0" + digits.substr(4);
  if (typed.find('+') != typed.npos && digits.starts_with("44")) return "0" + digits.substr(2);
  return digits;
}

std::string without_spaces(std::string_view words) {
  std::string left;
  for (const char c : words) {
    if (c != ' ' && c != '\n' && c != ',') left += c;
  }
  return left;
}

std::set<std::string> words_of(std::string_view name) {
  std::set<std::string> words;
  for (const auto& token : text::tokens_of(name)) {
    if (token.kind == text::TokenKind::word) words.insert(token.folded);
  }
  return words;
}

Sought sought_by(const std::string& typed) {
  Sought sought;
  sought.folded = text::folded(text::tidied(typed));
  sought.squeezed = without_spaces(sought.folded);
  sought.words = words_of(sought.folded);
  sought.email = sought.folded.find('@') != std::string::npos;
  const auto digits = phone_digits(typed);
  if (digits.size() >= 6 && sought.words.empty()) sought.digits = digits;
  return sought;
}

// The names of the fields of one contact that what was typed fits.
std::vector<std::string> fields_matching(const Sought& sought, const store::Row& contact) {
  std::vector<std::string> fields;
  if (!sought.words.empty() && !sought.email) {
    const auto name = words_of(contact.text(1));
    if (std::ranges::includes(name, sought.words)) fields.emplace_back("Name");
  }
  if (sought.email && text::folded(contact.text(2)) == sought.folded) {
    fields.emplace_back("Email address");
  }
  if (!sought.digits.empty() && phone_digits(contact.text(3)) == sought.digits) {
    fields.emplace_back("Phone number");
  }
  if (sought.squeezed.size() >= 5 && !sought.email &&
      without_spaces(text::folded(contact.text(4))).find(sought.squeezed) != std::string::npos) {
    fields.emplace_back("Address");
  }
  return fields;
}

std::optional<Case> without_words(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  auto found = find_case(reader, authority_id, ref);
  if (found) found->words.clear();
  return found;
}

class Search {
 public:
  Search(store::Reader& reader, const std::string& authority_id, const std::string& typed)
      : reader_(reader), authority_id_(authority_id), typed_(typed), sought_(sought_by(typed)) {}

  PeopleFound run() {
    by_reference();
    by_contact();
    by_words();
    by_name_elsewhere();
    return std::move(found_);
  }

 private:
  void add(const std::string& ref, std::vector<std::string> by) {
    if (!seen_.insert(ref).second) return;
    if (found_.matches.size() == most_matches) {
      found_.more = true;
      return;
    }
    if (auto found = without_words(reader_, authority_id_, ref)) {
      found_.matches.push_back(
          {*std::move(found), std::move(by), is_on_hold(reader_, authority_id_, ref)});
    }
  }

  void by_reference() {
    if (const auto found = find_by_receipt(reader_, authority_id_, typed_)) {
      add(found->ref, {"Reference that was given"});
    }
    std::string ref(text::trimmed(typed_));
    std::ranges::transform(ref, ref.begin(), [](unsigned char c) { return std::toupper(c); });
    if (ref.starts_with("CASE-")) add(ref, {"Case"});
    if (const auto found = find_by_submission(reader_, authority_id_,
                                              "import " + std::string(text::trimmed(typed_)))) {
      add(found->ref, {"Reference in the file it came from"});
    }
  }

  void by_contact() {
    std::map<std::int64_t, std::pair<std::string, std::vector<std::string>>> fitting;
    reader_.for_each(
        "select case_ref, name, email, phone, address from case_contacts "
        "where authority_id = $1",
        {authority_id_}, [&](const store::Row& row) {
          auto fields = fields_matching(sought_, row);
          if (fields.empty() || fitting.size() > most_matches) return;
          fitting[-number_of(row.text(0))] = {row.text(0), std::move(fields)};
        });
    for (auto& [number, match] : fitting) add(match.first, std::move(match.second));
  }

  void by_words() {
    CaseFilter filter;
    filter.search = typed_;
    const auto query =
        refs_query(reader_, authority_id_, filter, CaseOrder::newest, {}, Reading::onward, 50);
    for (const auto& row : reader_.rows(query.sql, query.values)) {
      add(row.text(0), {"Mentioned in the words"});
    }
  }

  void by_name_elsewhere() {
    const std::vector<std::string> words(sought_.words.begin(), sought_.words.end());
    found_.named =
        find_named(reader_, authority_id_, sought_.email ? std::vector<std::string>{} : words,
                   sought_.email ? sought_.folded : "", most_matches);
  }

  store::Reader& reader_;
  const std::string& authority_id_;
  const std::string& typed_;
  Sought sought_;
  std::set<std::string> seen_;
  PeopleFound found_;
};

}  // namespace

base::Result<PeopleFound> find_people(store::Writer& writer, const record::Work& work,
                                      const std::string& typed) {
  const auto tidy = text::tidied(typed);
  if (tidy.size() < 3) {
    return base::refuse({{"sought",
                          "Enter at least 3 letters or figures of a name, an address, a "
                          "phone number or a reference"}});
  }
  if (tidy.size() > 320) {
    return base::refuse({{"sought", "What you look for must be 320 characters or fewer"}});
  }
  auto found = Search(writer, work.authority_id, typed).run();
  record::append_event(writer, work, "people", "people searched",
                       {{"found", std::to_string(found.matches.size() + found.named.size())}});
  return found;
}

std::vector<Look> looks(store::Reader& reader, const std::string& authority_id,
                        const std::string& who, std::int64_t before, std::size_t most) {
  std::string sql =
      "select sequence, at, actor_name, subject, verb, reason from events where authority_id = $1 "
      "and verb in ('identity seen', 'letter opened', 'scan of the paper looked at', 'data seen', "
      "'data exported', 'people searched')";
  store::Values values{authority_id};
  const auto bind = [&](store::Value value) {
    values.push_back(std::move(value));
    return "$" + std::to_string(values.size());
  };
  if (!who.empty()) sql += " and actor_ref = " + bind(who);
  if (before > 0) sql += " and sequence < " + bind(before);
  sql += " order by sequence desc limit " + bind(static_cast<std::int64_t>(most));
  std::vector<Look> found;
  for (const auto& row : reader.rows(sql, values)) {
    found.push_back(
        {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
  }
  return found;
}

}  // namespace throughline::hear
