#include "record/session.hpp"

#include "record/event.hpp"

#include <algorithm>

namespace throughline::record {

namespace {

constexpr std::string_view session_columns =
    "s.token_hash, s.form_token, s.started, s.last_used, u.ref, u.email, u.name, u.role, u.active, "
    "u.created";

Session session_from(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3),
          User{row.text(4), row.text(5), row.text(6),
               role_from_text(row.text(7)).value_or(Role::visitor), row.yes(8), row.text(9)}};
}

constexpr int tries_before_waiting = 5;
constexpr std::chrono::seconds first_wait{30};
constexpr std::chrono::seconds longest_wait{15 * 60};

std::chrono::seconds wait_after(std::int64_t failures) {
  if (failures < tries_before_waiting) return std::chrono::seconds{0};
  const auto doublings = std::min<std::int64_t>(failures - tries_before_waiting, 10);
  return std::min(first_wait * (std::int64_t{1} << doublings), longest_wait);
}

struct Account {
  User user;
  std::string password_hash;
  std::string locked_until;
};

std::optional<Account> account_of(store::Reader& reader, const std::string& authority_id,
                                  const std::string& email) {
  const auto row = reader.row(
      "select ref, email, name, role, active, created, password_hash, locked_until from users "
      "where authority_id = $1 and email = $2",
      {authority_id, email});
  if (!row) return std::nullopt;
  return Account{
      User{row->text(0), row->text(1), row->text(2),
           role_from_text(row->text(3)).value_or(Role::visitor), row->yes(4), row->text(5)},
      row->text(6), row->text(7)};
}

// For an unknown address this writes an event too, so that the two take as long.
// Trying while one has to wait does not lengthen the wait.
void count_failure(store::Writer& writer, const Work& work, const std::optional<Account>& account,
                   bool waiting) {
  if (!account) {
    append_event(writer, work, "SIGN-IN", "failed to sign in");
    return;
  }
  const auto& ref = account->user.ref;
  append_event(writer, work, ref, "failed to sign in");
  if (waiting) return;
  writer.execute(
      "update users set failed_attempts = failed_attempts + 1 "
      "where authority_id = $1 and ref = $2",
      {work.authority_id, ref});
  const auto failures =
      writer.number("select failed_attempts from users where authority_id = $1 and ref = $2",
                    {work.authority_id, ref});
  if (const auto wait = wait_after(failures); wait.count() > 0) {
    writer.execute("update users set locked_until = $3 where authority_id = $1 and ref = $2",
                   {work.authority_id, ref, base::to_text(work.now + wait)});
  }
}

Work as_user(const Work& work, const User& user) {
  return {work.authority_id, {user.ref, user.name, user.role}, work.now, work.random};
}

}  // namespace

base::Result<User> sign_in(store::Database& database, const Work& work, const Passwords& passwords,
                           const std::string& email, const std::string& password) {
  const auto account = database.read([&](store::Reader& reader) {
    return account_of(reader, work.authority_id, tidy_email(email));
  });
  bool right = false;
  if (account) {
    right = passwords.matches(account->password_hash, password);
  } else {
    passwords.match_nobody(password);
  }
  const bool waiting = account && account->locked_until > base::to_text(work.now);
  if (!right || waiting || !account->user.active) {
    database.write([&](store::Writer& writer) { count_failure(writer, work, account, waiting); });
    return base::refuse({{"email",
                          "Check the email address and password. After several wrong tries you "
                          "have to wait, up to 15 minutes"}});
  }
  database.write([&](store::Writer& writer) {
    writer.execute(
        "update users set failed_attempts = 0, locked_until = '' "
        "where authority_id = $1 and ref = $2",
        {work.authority_id, account->user.ref});
    append_event(writer, as_user(work, account->user), account->user.ref, "signed in");
  });
  return account->user;
}

std::string start_session(store::Writer& writer, const Work& work, const std::string& user_ref,
                          const SessionLimits& limits) {
  auto token = base::new_token(work.random);
  const auto now = base::to_text(work.now);
  writer.execute("delete from sessions where authority_id = $1 and started < $2",
                 {work.authority_id, base::to_text(work.now - limits.longest)});
  writer.execute(
      "insert into sessions (authority_id, token_hash, user_ref, form_token, started, "
      "last_used) values ($1, $2, $3, $4, $5, $6)",
      {work.authority_id, base::sha256_hex(token), user_ref, base::new_token(work.random), now,
       now});
  return token;
}

std::optional<Session> find_session(store::Reader& reader, const std::string& authority_id,
                                    const std::string& token, base::Instant now,
                                    const SessionLimits& limits) {
  if (token.empty()) return std::nullopt;
  const auto row = reader.row(
      "select " + std::string(session_columns) +
          " from sessions s join users u on u.authority_id = s.authority_id and u.ref = s.user_ref "
          "where s.authority_id = $1 and s.token_hash = $2 and s.started >= $3 and "
          "s.last_used >= $4 and u.active = 1",
      {authority_id, base::sha256_hex(token), base::to_text(now - limits.longest),
       base::to_text(now - limits.idle)});
  if (!row) return std::nullopt;
  return session_from(*row);
}

void keep_session(store::Writer& writer, const Work& work, const std::string& session_id) {
  writer.execute("update sessions set last_used = $3 where authority_id = $1 and token_hash = $2",
                 {work.authority_id, session_id, base::to_text(work.now)});
}

void end_session(store::Writer& writer, const Work& work, const std::string& session_id) {
  writer.execute("delete from sessions where authority_id = $1 and token_hash = $2",
                 {work.authority_id, session_id});
}

std::int64_t end_other_sessions(store::Writer& writer, const Work& work,
                                const std::string& session_id) {
  const auto ended = writer.execute(
      "delete from sessions where authority_id = $1 and user_ref = $2 and token_hash <> $3",
      {work.authority_id, work.actor.user_ref, session_id});
  append_event(writer, work, work.actor.user_ref, "signed out everywhere",
               {{"sessions", std::to_string(ended)}});
  return ended;
}

std::vector<Session> sessions_of(store::Reader& reader, const Work& work,
                                 const std::string& user_ref, const SessionLimits& limits) {
  std::vector<Session> all;
  reader.for_each(
      "select " + std::string(session_columns) +
          " from sessions s join users u on u.authority_id = s.authority_id and u.ref = s.user_ref "
          "where s.authority_id = $1 and s.user_ref = $2 and s.started >= $3 and s.last_used >= $4 "
          "order by s.last_used desc, s.token_hash",
      {work.authority_id, user_ref, base::to_text(work.now - limits.longest),
       base::to_text(work.now - limits.idle)},
      [&](const store::Row& row) { all.push_back(session_from(row)); });
  return all;
}

}  // namespace throughline::record
