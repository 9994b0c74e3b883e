#pragma once

// The rows of actions; for act's own verbs. Others go through action.hpp.

#include "act/action.hpp"

#include <string>

namespace throughline::act {

void insert_action(store::Writer& writer, const std::string& authority_id, const Action& action);
void update_action(store::Writer& writer, const std::string& authority_id, const Action& action);
void put_action_node(store::Writer& writer, const std::string& authority_id, const Action& action);

}  // namespace throughline::act
