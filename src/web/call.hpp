#pragma once

// One call of a page: the request, who makes it, and for which council. The dispatcher has already
// found the route, checked the permission table, and checked the form's token.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "record/authority.hpp"
#include "record/work.hpp"
#include "store/database.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

struct Call {
  http::Request& request;
  store::Database& database;
  record::Authority authority;
  record::Work work;  // the actor: signed in, or Role::visitor
  std::map<std::string, std::string, std::less<>> parameters;  // {"ref": "CASE-1042"}
  std::string form_token;   // what every form of this answer must carry as "form_token"
  std::string session_id;   // empty for visitors
  std::string public_address;  // "https://feedback.aldermere.example", for links that are read aloud

  [[nodiscard]] const std::string& parameter(std::string_view name) const;
  [[nodiscard]] bool signed_in() const { return !work.actor.user_ref.empty(); }
};

}  // namespace throughline::web
