#include "publish/you_said.hpp"

namespace throughline::publish {
namespace {

// Fewer voices than this are not counted in public.
constexpr int least_counted_voices = 5;

}  // namespace

std::string_view sentence(Worked worked) {
  switch (worked) {
    case Worked::improved:
      return "It worked: the figure we follow has improved since.";
    case Worked::no_change:
      return "Not yet: the figure we follow has not changed since.";
    case Worked::got_worse:
      return "No: the figure we follow has got worse since.";
    case Worked::too_soon:
      return "It is too soon to tell. We are still counting.";
    case Worked::not_measured:
      return "We have not measured this.";
  }
  return {};
}

std::string_view short_label(Worked worked) {
  switch (worked) {
    case Worked::improved:
      return "Improved";
    case Worked::no_change:
      return "No change yet";
    case Worked::got_worse:
      return "Got worse";
    case Worked::too_soon:
      return "Too soon to tell";
    case Worked::not_measured:
      return "Not measured";
  }
  return {};
}

std::string YouSaid::who() const {
  if (voices == 0) return {};
  if (voices < least_counted_voices) {
    return "Fewer than " + std::to_string(least_counted_voices) + " people told us";
  }
  return std::to_string(voices) + " people told us";
}

}  // namespace throughline::publish
