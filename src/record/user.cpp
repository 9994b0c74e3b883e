#include "record/user.hpp"

#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::record {

namespace {

constexpr std::string_view columns = "ref, email, name, role, active, created";

User user_from(const store::Row& row) {
  return {row.text(0), row.text(1),
          row.text(2), role_from_text(row.text(3)).value_or(Role::visitor),
          row.yes(4),  row.text(5)};
}

std::string trimmed(const std::string& text) {
  const auto space = [](unsigned char c) { return std::isspace(c) != 0; };
  const auto begin = std::ranges::find_if_not(text, space);
  const auto end =
      std::find_if_not(text.rbegin(), std::string::const_reverse_iterator(begin), space);
  return {begin, end.base()};
}

bool looks_like_an_address(const std::string& email) {
  const auto at = email.find('@');
  return at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
         email.find('.', at) != std::string::npos && !email.ends_with('.') &&
         email.find(' ') == std::string::npos && email.size() <= 254;
}

std::optional<Role> role_of_a_user(const std::string& text) {
  const auto role = role_from_text(text);
  return role && *role != Role::visitor ? role : std::nullopt;
}

std::vector<base::Problem> problems_of(const NewUser& typed) {
  std::vector<base::Problem> problems;
  const auto email = tidy_email(typed.email);
  if (email.empty()) {
    problems.push_back({"email", "Enter an email address"});
  } else if (!looks_like_an_address(email)) {
    problems.push_back({"email",
                        "Enter an email address in the correct format, like "
                        "name@example.com"});
  }
  if (trimmed(typed.name).empty()) {
    problems.push_back({"name", "Enter a name"});
  } else if (typed.name.size() > 200) {
    problems.push_back({"name", "Name must be 200 characters or fewer"});
  }
  if (!role_of_a_user(typed.role)) problems.push_back({"role", "Select what this person does"});
  if (const auto problem = password_problem(typed.password, email)) {
    problems.push_back({"password", *problem});
  }
  return problems;
}

bool another_administers(store::Reader& reader, const Work& work, const std::string& ref) {
  return reader.number(
             "select count(*) from users where authority_id = $1 and role = "
             "'administrator' and active = 1 and ref <> $2",
             {work.authority_id, ref}) > 0;
}

base::Result<User> known_user(store::Reader& reader, const Work& work, const std::string& ref) {
  auto user = find_user(reader, work.authority_id, ref);
  if (!user) return base::refuse(base::ErrorKind::not_found, "There is no such person");
  return *user;
}

tl::unexpected<base::Error> nobody_left() {
  return base::refuse(base::ErrorKind::conflict,
                      "This is the only administrator. Make someone else an administrator first");
}

}  // namespace

std::string tidy_email(const std::string& typed) {
  auto email = trimmed(typed);
  std::ranges::transform(email, email.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return email;
}

base::Result<User> add_user(store::Database& database, const Work& work, const Passwords& passwords,
                            const NewUser& typed) {
  if (auto problems = problems_of(typed); !problems.empty()) return base::refuse(problems);
  // Hashing is slow on purpose, so it is done before the writer is taken.
  const auto hash = passwords.hash(typed.password);
  return database.write([&](store::Writer& writer) -> base::Result<User> {
    User user{"",   tidy_email(typed.email), trimmed(typed.name), *role_of_a_user(typed.role),
              true, base::to_text(work.now)};
    if (writer.number("select count(*) from users where authority_id = $1 and email = $2",
                      {work.authority_id, user.email}) > 0) {
      return base::refuse({{"email", "Someone with this email address is already here"}});
    }
    user.ref = next_ref(writer, work.authority_id, "USER");
    writer.execute(
        "insert into users (authority_id, ref, email, name, role, password_hash, created) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        {work.authority_id, user.ref, user.email, user.name, std::string(to_text(user.role)), hash,
         user.created});
    append_event(writer, work, user.ref, "added", {{"role", std::string(to_text(user.role))}});
    return user;
  });
}

std::vector<User> users(store::Reader& reader, const std::string& authority_id) {
  std::vector<User> all;
  reader.for_each("select " + std::string(columns) +
                      " from users where authority_id = $1 order by lower(name), ref",
                  {authority_id}, [&](const store::Row& row) { all.push_back(user_from(row)); });
  return all;
}

std::optional<User> find_user(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from users where authority_id = $1 and ref = $2",
      {authority_id, ref});
  if (!row) return std::nullopt;
  return user_from(*row);
}

base::Result<User> change_role(store::Writer& writer, const Work& work, const std::string& ref,
                               const std::string& role) {
  auto user = known_user(writer, work, ref);
  if (!user) return user;
  const auto wanted = role_of_a_user(role);
  if (!wanted) return base::refuse({{"role", "Select what this person does"}});
  if (user->role == *wanted) return user;
  if (user->role == Role::administrator && user->active &&
      !another_administers(writer, work, ref)) {
    return nobody_left();
  }
  writer.execute("update users set role = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref, std::string(to_text(*wanted))});
  append_event(
      writer, work, ref, "role changed",
      {{"role", std::string(to_text(user->role)) + " to " + std::string(to_text(*wanted))}});
  user->role = *wanted;
  return user;
}

base::Result<User> deactivate(store::Writer& writer, const Work& work, const std::string& ref) {
  auto user = known_user(writer, work, ref);
  if (!user || !user->active) return user;
  if (user->role == Role::administrator && !another_administers(writer, work, ref)) {
    return nobody_left();
  }
  writer.execute("update users set active = 0 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref});
  writer.execute("delete from sessions where authority_id = $1 and user_ref = $2",
                 {work.authority_id, ref});
  append_event(writer, work, ref, "deactivated");
  user->active = false;
  return user;
}

base::Result<User> reactivate(store::Writer& writer, const Work& work, const std::string& ref) {
  auto user = known_user(writer, work, ref);
  if (!user || user->active) return user;
  writer.execute("update users set active = 1 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref});
  append_event(writer, work, ref, "reactivated");
  user->active = true;
  return user;
}

base::Result<User> change_password(store::Database& database, const Work& work,
                                   const Passwords& passwords, const std::string& current,
                                   const std::string& password) {
  const auto& ref = work.actor.user_ref;
  const auto row = database.read([&](store::Reader& reader) {
    return reader.row("select password_hash, email from users where authority_id = $1 and ref = $2",
                      {work.authority_id, ref});
  });
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no such person");
  std::vector<base::Problem> problems;
  if (!passwords.matches(row->text(0), current)) {
    problems.push_back({"current", "Enter the password that you sign in with now"});
  }
  if (const auto problem = password_problem(password, row->text(1))) {
    problems.push_back({"password", *problem});
  }
  if (!problems.empty()) return base::refuse(problems);
  const auto hash = passwords.hash(password);
  return database.write([&](store::Writer& writer) -> base::Result<User> {
    writer.execute("update users set password_hash = $3 where authority_id = $1 and ref = $2",
                   {work.authority_id, ref, hash});
    append_event(writer, work, ref, "password changed");
    return known_user(writer, work, ref);
  });
}

}  // namespace throughline::record
