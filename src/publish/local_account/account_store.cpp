#include "base/clock.hpp"
#include "base/digits.hpp"
#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "publish/local_account/account_row.hpp"
#include "publish/report/period.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace throughline::publish::local_account {
namespace {

struct StateWords {
  State state;
  std::string_view text;
  std::string_view label;
};

constexpr std::array states = {
    StateWords{State::draft, "draft", "Draft"},
    StateWords{State::published, "published", "Published"},
    StateWords{State::replaced, "replaced", "Replaced"},
    StateWords{State::withdrawn, "withdrawn", "Withdrawn"},
    StateWords{State::given_up, "given_up", "Given up"},
};

State state_from(std::string_view text) {
  for (const auto& each : states) {
    if (each.text == text) return each.state;
  }
  throw std::runtime_error("a Local Account in no known state");
}

constexpr std::string_view select_accounts =
    "select a.ref, a.year, a.version, a.state, a.corrects, a.what_changed, a.group_ref, "
    "coalesce(g.name, ''), a.counted_on, a.changed_on, a.approved_text, a.approved_at, "
    "a.approved_by, a.content_hash, a.published_at, a.published_by, a.replaced_by, a.ended_at, "
    "a.ended_by, a.ended_because, a.begun_by from local_accounts a left join coproduction_groups g "
    "on g.authority_id = a.authority_id and g.ref = a.group_ref where a.authority_id = $1";

Account account_from(const store::Row& row) {
  Account account;
  account.ref = row.text(0);
  account.year = static_cast<int>(row.integer(1));
  account.version = row.integer(2);
  account.state = state_from(row.text(3));
  account.corrects = row.text(4);
  account.what_changed = row.text(5);
  account.group_ref = row.text(6);
  account.group_name = row.text(7);
  account.counted_on = base::date_from_text(row.text(8)).value();
  account.changed_on = base::date_from_text(row.text(9)).value();
  account.approved_text = row.text(10);
  account.approved_at = row.text(11);
  account.approved_by = row.text(12);
  account.content_hash = row.text(13);
  account.published_at = row.text(14);
  account.published_by = row.text(15);
  account.replaced_by = row.text(16);
  account.ended_at = row.text(17);
  account.ended_by = row.text(18);
  account.ended_because = row.text(19);
  account.begun_by = row.text(20);
  return account;
}

}  // namespace

std::string_view to_text(State state) {
  return std::ranges::find(states, state, &StateWords::state)->text;
}
std::string_view label(State state) {
  return std::ranges::find(states, state, &StateWords::state)->label;
}

std::string Account::title() const {
  return "Local Account " + year_name(year);
}

std::vector<Account> accounts(store::Reader& reader, const std::string& authority_id) {
  std::vector<Account> found;
  reader.for_each(std::string(select_accounts) + " order by a.year desc, a.number desc",
                  {authority_id},
                  [&](const store::Row& row) { found.push_back(account_from(row)); });
  return found;
}

std::optional<Account> find_account(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row =
      reader.row(std::string(select_accounts) + " and a.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  return account_from(*row);
}

base::Result<Account> draft_named(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  auto found = find_account(reader, authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such Local Account");
  if (found->state != State::draft) {
    return base::refuse(base::ErrorKind::conflict,
                        "This Local Account is not a draft any more. To change what was published, "
                        "begin a correction");
  }
  return *std::move(found);
}

std::vector<int> years_to_report(store::Reader& reader, const std::string& authority_id,
                                 base::Date today) {
  const auto first =
      reader.row("select received from cases where authority_id = $1 order by received limit 1",
                 {authority_id});
  const auto began = first ? base::date_from_text(first->text(0)).value() : today;
  std::vector<int> years;
  for (int year = report::year_with(today).year; year >= report::year_with(began).year; --year) {
    years.push_back(year);
  }
  return years;
}

std::int64_t signatures_needed(store::Reader& reader, const std::string& authority_id) {
  const auto row =
      reader.row("select signatures_needed from local_account_settings where authority_id = $1",
                 {authority_id});
  return row ? row->integer(0) : usual_signatures;
}

base::Result<void> set_signatures_needed(store::Writer& writer, const record::Work& work,
                                         const std::string& typed) {
  const auto needed = base::digits(text::trimmed(typed));
  if (!needed || *needed < 1 || *needed > most_signatures) {
    return base::refuse({{"signatures", "The number of signatures must be between 1 and 20"}});
  }
  const auto before = signatures_needed(writer, work.authority_id);
  if (before == *needed) return {};
  writer.execute(
      "insert into local_account_settings (authority_id, signatures_needed) values ($1, $2) on "
      "conflict (authority_id) do update set signatures_needed = excluded.signatures_needed",
      {work.authority_id, std::int64_t{*needed}});
  record::append_event(
      writer, work, "LOCAL-ACCOUNT-SETTINGS", "changed",
      {{"signatures needed", std::to_string(before) + " to " + std::to_string(*needed)}});
  return {};
}

void put_on_line(store::Writer& writer, const std::string& authority_id, const Account& account) {
  record::put_node(
      writer, authority_id,
      {account.ref,
       account.title() +
           (account.version > 1 ? ", version " + std::to_string(account.version) : ""),
       base::to_text(
           account.published_at.empty()
               ? account.counted_on
               : base::london_date(base::instant_from_text(account.published_at).value())),
       account.state == State::given_up ? "given up" : std::string(to_text(account.state))});
}

void note_change(store::Writer& writer, const record::Work& work, const std::string& ref) {
  writer.execute("update local_accounts set changed_on = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref, base::to_text(work.today())});
}

std::vector<base::Problem> reason_problems(const std::string& field, const std::string& what,
                                           const std::string& reason) {
  if (text::trimmed(reason).empty()) return {{field, "Enter " + what}};
  if (!formats::is_utf8(reason) || reason.find('\0') != std::string::npos ||
      hear::characters(reason) > most_reason_characters) {
    return {{field, "Enter " + what + " in 300 characters or fewer"}};
  }
  return {};
}

void rebuild_local_accounts(store::Writer& writer, const std::string& authority_id) {
  for (const auto& each : accounts(writer, authority_id)) put_on_line(writer, authority_id, each);
}

}  // namespace throughline::publish::local_account
