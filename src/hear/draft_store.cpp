#include "base/random.hpp"
#include "hear/draft.hpp"

namespace throughline::hear {
namespace {

std::string stored(const std::string& token) { return base::sha256_hex("draft " + token); }
std::string submission(const std::string& token) { return base::sha256_hex("submission " + token); }

}  // namespace

std::optional<Draft> find_draft(store::Reader& reader, const record::Work& work,
                                const std::string& token) {
  if (token.empty()) return std::nullopt;
  const auto row = reader.row("select answers from feedback_drafts "
                              "where authority_id = $1 and token_hash = $2 and expires > $3",
                              {work.authority_id, stored(token), base::to_text(work.now)});
  if (!row) return std::nullopt;
  return draft_from_text(row->text(0));
}

void keep_draft(store::Writer& writer, const record::Work& work, const std::string& token,
                const Draft& draft) {
  writer.execute("delete from feedback_drafts where authority_id = $1 and expires <= $2",
                 {work.authority_id, base::to_text(work.now)});
  writer.execute("insert into feedback_drafts (authority_id, token_hash, expires, answers) "
                 "values ($1, $2, $3, $4) on conflict (authority_id, token_hash) "
                 "do update set expires = excluded.expires, answers = excluded.answers",
                 {work.authority_id, stored(token), base::to_text(work.now + draft_lifetime),
                  draft_text(draft)});
}

void drop_draft(store::Writer& writer, const record::Work& work, const std::string& token) {
  writer.execute("delete from feedback_drafts where authority_id = $1 and token_hash = $2",
                 {work.authority_id, stored(token)});
}

base::Result<Received> send_draft(store::Writer& writer, const record::Work& work,
                                  const std::string& token) {
  if (token.empty()) return base::refuse(base::ErrorKind::not_found, "Nothing has been answered");
  auto draft = find_draft(writer, work, token);
  if (!draft) {
    if (auto sent = sent_draft(writer, work, token)) return *sent;
    return base::refuse(base::ErrorKind::not_found,
                        "Your answers are no longer here: they are kept for two hours");
  }
  draft->given.channel = Channel::web;
  draft->given.received.reset();
  draft->given.submission_key = submission(token);
  if (draft->anonymous) draft->given.identity.contact = {};
  auto received = receive(writer, work, draft->given);
  if (received) drop_draft(writer, work, token);
  return received;
}

std::optional<Received> sent_draft(store::Reader& reader, const record::Work& work,
                                   const std::string& token) {
  if (token.empty()) return std::nullopt;
  return find_by_submission(reader, work.authority_id, submission(token));
}

}  // namespace throughline::hear
