#include "hear/compliment/compliment.hpp"

#include "formats/encoding.hpp"
#include "hear/redaction/travel.hpp"
#include "record/event.hpp"
#include "record/user.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

struct ThankedWords {
  ThankedBy how;
  std::string_view text;
  std::string_view label;
};
constexpr std::array<ThankedWords, 4> ways{{
    {ThankedBy::in_person, "in_person", "In person"},
    {ThankedBy::phone, "phone", "By phone"},
    {ThankedBy::message, "message", "In a message or letter"},
    {ThankedBy::meeting, "meeting", "In front of the team"},
}};

tl::unexpected<base::Error> no_such() {
  return base::refuse(base::ErrorKind::not_found, "There is no such compliment");
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool unreadable(const std::string& text, std::size_t most) {
  return !formats::is_utf8(text) || text.find('\0') != std::string::npos || characters(text) > most;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char each) {
    return each < 0x80 ? static_cast<char>(std::tolower(each)) : static_cast<char>(each);
  });
  return text;
}

// The row beside the case, made when it is first needed.
void ensure_row(store::Writer& writer, const record::Work& work, const std::string& ref) {
  writer.execute(
      "insert into compliments (authority_id, case_ref, passed_up_at, passed_up_by, shared, "
      "public_words, shared_on) values ($1, $2, '', '', 0, '', '') "
      "on conflict (authority_id, case_ref) do nothing",
      {work.authority_id, ref});
}

std::vector<base::Problem> problems_of_public_words(const std::string& words,
                                                    const std::vector<PraisedWorker>& workers) {
  if (is_blank(words)) return {{"public_words", "Enter what everyone may read"}};
  if (unreadable(words, most_public_words_characters)) {
    return {{"public_words", "What everyone may read must be 600 characters or fewer"}};
  }
  for (const auto& worker : workers) {
    // The first name alone would give them away as well.
    const auto first = worker.name.substr(0, worker.name.find(' '));
    if (first.size() > 2 && lower(words).find(lower(first)) != std::string::npos) {
      return {{"public_words", "Leave out the names of workers"}};
    }
  }
  return {};
}

}  // namespace

std::string_view to_text(ThankedBy how) {
  return ways.at(static_cast<std::size_t>(how)).text;
}
std::string_view label(ThankedBy how) {
  return ways.at(static_cast<std::size_t>(how)).label;
}
std::optional<ThankedBy> thanked_by_from_text(std::string_view text) {
  for (const auto& each : ways) {
    if (each.text == text) return each.how;
  }
  return std::nullopt;
}

base::Result<void> acknowledge(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const std::string& answer) {
  const auto compliment = find_compliment(writer, work.authority_id, ref);
  if (!compliment) return no_such();
  return close(writer, work, ref, compliment->found.version, {Outcome::thanked, answer});
}

base::Result<void> name_worker(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const std::string& name,
                               const std::string& user_ref) {
  if (!find_compliment(writer, work.authority_id, ref)) return no_such();
  auto known = name;
  if (!user_ref.empty()) {
    const auto user = record::find_user(writer, work.authority_id, user_ref);
    if (!user) return base::refuse({{"user", "Choose someone in the list"}});
    if (is_blank(known)) known = user->name;
  }
  if (is_blank(known)) return base::refuse({{"name", "Enter the worker’s name"}});
  if (unreadable(known, most_worker_name_characters)) {
    return base::refuse({{"name", "The worker’s name must be 100 characters or fewer"}});
  }
  const auto next = writer.number(
      "select coalesce(max(number), 0) + 1 from praised_workers where authority_id = $1 and "
      "case_ref = $2",
      {work.authority_id, ref});
  if (next > most_praised_workers) {
    return base::refuse({{"name", "20 workers are the most that one compliment can name"}});
  }
  writer.execute(
      "insert into praised_workers (authority_id, case_ref, number, name, user_ref, thanked_on, "
      "thanked_by, thanked_how) values ($1, $2, $3, $4, $5, '', '', '')",
      {work.authority_id, ref, next, known, user_ref});
  record::append_event(writer, work, ref, "named a worker who was praised");
  return {};
}

base::Result<void> remove_worker(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, std::int64_t number) {
  const auto gone = writer.execute(
      "delete from praised_workers where authority_id = $1 and case_ref = $2 and number = $3",
      {work.authority_id, ref, number});
  if (gone == 0) return no_such();
  record::append_event(writer, work, ref, "took out a worker's name");
  return {};
}

base::Result<void> thank_worker(store::Writer& writer, const record::Work& work,
                                const std::string& ref, std::int64_t number,
                                std::optional<ThankedBy> how) {
  const auto workers = praised_workers(writer, work.authority_id, ref);
  const auto worker = std::ranges::find(workers, number, &PraisedWorker::number);
  if (worker == workers.end()) return no_such();
  if (!worker->thanked_on.empty()) {
    return base::refuse(base::ErrorKind::conflict, "They have been thanked already");
  }
  if (!how)
    return base::refuse({{"how-" + std::to_string(number), "Choose how they were thanked"}});
  writer.execute(
      "update praised_workers set thanked_on = $4, thanked_by = $5, thanked_how = $6 "
      "where authority_id = $1 and case_ref = $2 and number = $3",
      {work.authority_id, ref, number, base::to_text(work.today()), work.actor.name,
       std::string(to_text(*how))});
  record::append_event(writer, work, ref, "thanked a worker who was praised",
                       {{"how", std::string(label(*how))}});
  return {};
}

base::Result<void> pass_up(store::Writer& writer, const record::Work& work,
                           const std::string& ref) {
  const auto compliment = find_compliment(writer, work.authority_id, ref);
  if (!compliment) return no_such();
  if (!compliment->passed_up_at.empty()) {
    return base::refuse(base::ErrorKind::conflict, "Leaders have it already");
  }
  ensure_row(writer, work, ref);
  writer.execute(
      "update compliments set passed_up_at = $3, passed_up_by = $4 "
      "where authority_id = $1 and case_ref = $2",
      {work.authority_id, ref, base::to_text(work.now), work.actor.name});
  record::append_event(writer, work, ref, "passed up to leaders");
  return {};
}

base::Result<void> share(store::Writer& writer, const record::Work& work, const std::string& ref,
                         const std::string& public_words) {
  if (!find_compliment(writer, work.authority_id, ref)) return no_such();
  auto problems =
      problems_of_public_words(public_words, praised_workers(writer, work.authority_id, ref));
  // Praise may be quoted; nothing in it may show who gave it.
  for (auto& problem :
       problems_with_travel(writer, work.authority_id, {ref}, public_words, Quoting::allowed)) {
    problems.push_back({"public_words", std::move(problem)});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  ensure_row(writer, work, ref);
  writer.execute(
      "update compliments set shared = 1, public_words = $3, shared_on = case when shared_on = '' "
      "then $4 else shared_on end where authority_id = $1 and case_ref = $2",
      {work.authority_id, ref, public_words, base::to_text(work.today())});
  record::append_event(writer, work, ref, "shared as good practice");
  return {};
}

base::Result<void> stop_sharing(store::Writer& writer, const record::Work& work,
                                const std::string& ref) {
  const auto changed = writer.execute(
      "update compliments set shared = 0 where authority_id = $1 and case_ref = $2 and shared = 1",
      {work.authority_id, ref});
  if (changed == 0) return no_such();
  record::append_event(writer, work, ref, "no longer shared as good practice");
  return {};
}

}  // namespace throughline::hear
