#pragma once

// ACT: what the council changes because of what it heard or found. Front door: action.hpp, whose
// verbs are raise, change, begin, finish, reopen, add_source and remove_source.

#include "act/action.hpp"
