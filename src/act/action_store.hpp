#pragma once

// The rows of actions; for act's own verbs. Others go through action.hpp.

#include "act/action.hpp"

#include <string>

namespace throughline::act {

void insert_action(store::Writer& writer, const std::string& authority_id, const Action& action);
void update_action(store::Writer& writer, const std::string& authority_id, const Action& action);
void put_action_node(store::Writer& writer, const std::string& authority_id, const Action& action);

// Planned actions that say exactly what the form says, raised at `since` (an instant) or later.
[[nodiscard]] std::vector<Action> actions_like(store::Reader& reader,
                                               const std::string& authority_id,
                                               const ActionForm& form, const std::string& since);

}  // namespace throughline::act
