#pragma once

// PROVE: whether an action moved the measure that it named. Front door: proof.hpp, whose verbs are
// test_action and record_proof. It refuses to say that the action was the cause, and to give an
// answer before the figures can.

#include "prove/proof.hpp"
