#include "publish/hub/useful.hpp"

#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

namespace throughline::publish::hub {
namespace {

std::vector<base::Problem> problems_of_answer(const NewAnswer& given) {
  std::vector<base::Problem> problems;
  if (!given.useful) problems.push_back({"useful", "Choose yes or no"});
  if (!formats::is_utf8(given.words) || given.words.find('\0') != std::string::npos) {
    problems.push_back({"words", "Some characters could not be read. Type the words again"});
  } else if (hear::characters(given.words) > most_useful_words_characters) {
    problems.push_back({"words", "What you tell us must be 2,000 characters or fewer"});
  }
  return problems;
}

base::Result<hear::Received> case_of_words(store::Writer& writer, const record::Work& work,
                                           const std::string& words) {
  hear::NewCase made;
  made.kind = hear::Kind::suggestion;
  made.words = words;
  made.relationship = work.actor.user_ref.empty() || work.actor.role == record::Role::partner
                          ? hear::Relationship::other
                          : hear::Relationship::staff;
  return hear::receive(writer, work, made);
}

}  // namespace

base::Result<std::string> say_useful(store::Writer& writer, const record::Work& work,
                                     const Reach& reach, const std::string& slug,
                                     const NewAnswer& given) {
  const auto page = find_page(writer, work.authority_id, reach, slug);
  if (!page || page->state != State::published) {
    return base::refuse(base::ErrorKind::not_found, "There is no such page");
  }
  if (auto problems = problems_of_answer(given); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto key = given.submission_key.empty() ? base::new_token(work.random)
                                                : base::sha256_hex(given.submission_key);
  if (writer.number("select count(*) from information_answers where authority_id = $1 and "
                    "submission_key = $2",
                    {work.authority_id, key}) > 0) {
    return std::string();
  }
  hear::Received received;
  if (!text::trimmed(given.words).empty()) {
    auto kept = case_of_words(writer, work, given.words);
    if (!kept) return tl::make_unexpected(kept.error());
    received = *kept;
    record::add_link(writer, work, {page->ref, record::Relation::gave, received.ref});
  }
  writer.execute(
      "insert into information_answers (authority_id, number, page_ref, submission_key, useful, "
      "said_on, case_ref) values ($1, $2, $3, $4, $5, $6, $7)",
      {work.authority_id, record::next_numbers(writer, work.authority_id, "USEFUL", 1), page->ref,
       key, std::int64_t{*given.useful ? 1 : 0}, base::to_text(work.today()), received.ref});
  record::append_event(writer, work, page->ref, "a reader said whether it was useful",
                       {{"useful", *given.useful ? "yes" : "no"}});
  return received.receipt;
}

AnswerCount count_answers(store::Reader& reader, const std::string& authority_id,
                          const std::string& page_ref) {
  AnswerCount count;
  const auto row = reader.row(
      "select coalesce(sum(useful), 0), count(*) from information_answers where authority_id = $1 "
      "and page_ref = $2",
      {authority_id, page_ref});
  count.useful = row->integer(0);
  count.all = row->integer(1);
  reader.for_each(
      "select case_ref from information_answers where authority_id = $1 and page_ref = $2 and "
      "case_ref <> '' order by number desc limit 20",
      {authority_id, page_ref},
      [&](const store::Row& answer) { count.case_refs.push_back(answer.text(0)); });
  return count;
}

}  // namespace throughline::publish::hub
