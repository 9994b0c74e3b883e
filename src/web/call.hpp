#pragma once

// One call of a page: the request, who makes it, and for which council. The dispatcher has already
// found the route, checked the permission table, and checked the form's token.

#include "record/authority.hpp"
#include "record/work.hpp"
#include "store/database.hpp"
#include "web/http/message.hpp"
#include "web/site.hpp"

#include <map>
#include <string>
#include <string_view>

namespace throughline::web {

struct Call {
  const Site& site;
  http::Request& request;
  store::Database& database;
  record::Authority authority;
  record::Work work;  // the actor: signed in, or Role::visitor
  std::map<std::string, std::string, std::less<>> parameters = {};  // {"ref": "CASE-1042"}
  std::string form_token = {};  // what every form of this answer must carry as "form_token"
  std::string session_id = {};  // empty for visitors
  std::string public_address =
      {};                     // "https://feedback.aldermere.example", for links that are read aloud
  std::string visitor = {};   // this browser, unguessable; for drafts of people who do not sign in
  bool keep_visitor = false;  // set by a page that stored something under `visitor`
  std::string message = {};   // what the page before left to say once: "Case closed"
  bool message_shown = false;    // set by page()
  std::string signing_key = {};  // this council's, for what a browser keeps for us

  // A part of the path by its name in the route. Throws std::out_of_range when the route has none.
  [[nodiscard]] const std::string& parameter(std::string_view name) const;
  [[nodiscard]] bool signed_in() const { return !work.actor.user_ref.empty(); }
  // Whether the one permission table lets this person use a route: may("POST",
  // "/cases/{ref}/closure"). For showing a link or a button; the dispatcher has its own check.
  [[nodiscard]] bool may(std::string_view method, std::string_view path) const;
};

}  // namespace throughline::web
