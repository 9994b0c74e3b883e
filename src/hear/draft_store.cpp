#include "base/random.hpp"
#include "hear/draft.hpp"
#include "hear/way_in.hpp"

namespace throughline::hear {
namespace {

std::string stored(const std::string& token) {
  return base::sha256_hex("draft " + token);
}

}  // namespace

std::optional<Draft> find_draft(store::Reader& reader, const record::Work& work,
                                const std::string& token) {
  const auto row = reader.row(
      "select answers from feedback_drafts "
      "where authority_id = $1 and token_hash = $2 and expires > $3 and case_ref = ''",
      {work.authority_id, stored(token), base::to_text(work.now)});
  if (!row) return std::nullopt;
  return draft_from_text(row->text(0));
}

void keep_draft(store::Writer& writer, const record::Work& work, const std::string& token,
                const Draft& draft) {
  auto kept = draft;
  if (kept.given.submission_key.empty()) kept.given.submission_key = base::new_token(work.random);
  writer.execute("delete from feedback_drafts where authority_id = $1 and expires <= $2",
                 {work.authority_id, base::to_text(work.now)});
  writer.execute(
      "insert into feedback_drafts (authority_id, token_hash, expires, answers, case_ref) "
      "values ($1, $2, $3, $4, '') on conflict (authority_id, token_hash) do update "
      "set expires = excluded.expires, answers = excluded.answers, case_ref = ''",
      {work.authority_id, stored(token), base::to_text(work.now + draft_lifetime),
       draft_text(kept)});
}

void drop_draft(store::Writer& writer, const record::Work& work, const std::string& token) {
  writer.execute("delete from feedback_drafts where authority_id = $1 and token_hash = $2",
                 {work.authority_id, stored(token)});
}

base::Result<Received> send_draft(store::Writer& writer, const record::Work& work,
                                  const std::string& token) {
  auto draft = find_draft(writer, work, token);
  if (!draft) {
    if (auto sent = sent_draft(writer, work, token)) return *sent;
    return base::refuse(base::ErrorKind::not_found,
                        "Your answers are no longer here: they are kept for two hours");
  }
  draft->given.channel = Channel::web;
  draft->given.received.reset();
  if (draft->anonymous) draft->given.identity.contact = {};
  const bool pictures = draft->easy_read && draft->easy_read->topic;
  if (pictures) draft->given.words = words_of(*draft->easy_read);
  auto received = receive(writer, work, draft->given);
  if (!received) return received;
  if (pictures && !received->again) {
    keep_way(writer, work, received->ref, {WayIn::easy_read, ""});
  }
  writer.execute(
      "update feedback_drafts set answers = '', case_ref = $3 "
      "where authority_id = $1 and token_hash = $2",
      {work.authority_id, stored(token), received->ref});
  return received;
}

std::optional<Received> sent_draft(store::Reader& reader, const record::Work& work,
                                   const std::string& token) {
  const auto row = reader.row(
      "select c.ref, c.receipt from feedback_drafts d "
      "join cases c on c.authority_id = d.authority_id and c.ref = d.case_ref "
      "where d.authority_id = $1 and d.token_hash = $2 and d.expires > $3",
      {work.authority_id, stored(token), base::to_text(work.now)});
  if (!row) return std::nullopt;
  return Received{row->text(0), row->text(1), true};
}

}  // namespace throughline::hear
