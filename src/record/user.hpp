#pragma once

// The people who sign in to a council's Throughline, and what they may do there (role.hpp). People
// who tell the council something are not users; they have a receipt instead.

#include "record/password.hpp"
#include "record/role.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::record {

struct User {
  std::string ref;    // "USER-3"
  std::string email;  // lower case
  std::string name;
  Role role = Role::staff;
  bool active = true;
  std::string created;  // instant
};

// As typed into a form.
struct NewUser {
  std::string email;
  std::string name;
  std::string role;  // role.hpp's to_text
  std::string password;
};

// Errors: invalid, with every problem; the fields are "email", "name", "role", "password".
[[nodiscard]] base::Result<User> add_user(store::Database& database, const Work& work,
                                          const Passwords& passwords, const NewUser& typed);

// In order of name.
[[nodiscard]] std::vector<User> users(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::optional<User> find_user(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);

// Someone who signs in with one of several councils' addresses is a different user in each.
[[nodiscard]] std::string tidy_email(const std::string& typed);

// Errors: not_found; invalid for a role that does not exist; conflict when nobody would be left to
// administer the council.
[[nodiscard]] base::Result<User> change_role(store::Writer& writer, const Work& work,
                                             const std::string& ref, const std::string& role);

// A user who left: signed out everywhere and never signed in again, while their name stays in every
// history.
// Errors: as change_role().
[[nodiscard]] base::Result<User> deactivate(store::Writer& writer, const Work& work,
                                            const std::string& ref);
[[nodiscard]] base::Result<User> reactivate(store::Writer& writer, const Work& work,
                                            const std::string& ref);

// Errors: invalid; the fields are "current" and "password".
[[nodiscard]] base::Result<User> change_password(store::Database& database, const Work& work,
                                                 const Passwords& passwords,
                                                 const std::string& current,
                                                 const std::string& password);

}  // namespace throughline::record
