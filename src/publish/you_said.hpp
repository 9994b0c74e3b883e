#pragma once

// "You said, we did": the end of the line, where people see what changed. Staff choose an action
// and write what people said and what was done, or why it could not be, for the public. Whether it
// worked comes from the action's proof and is never written by hand; numbers of people below five
// are not given.

#include <optional>
#include <string>
#include <vector>

namespace throughline::publish {

enum class Worked { improved, no_change, got_worse, too_soon, not_measured };
// "It worked: the figure improved", in honest words.
[[nodiscard]] std::string_view sentence(Worked worked);
[[nodiscard]] std::string_view short_label(Worked worked);

struct PublicWording {
  std::string action_ref;
  std::string you_said;
  std::string we_did;
  std::string could_not;  // "We could not ... because ..."; may be empty
  bool shown = false;
  std::string publication_ref;  // empty until it was shown
  std::string first_shown_at;   // instant
  std::string saved_at;
  std::string saved_by;
};

struct WordingDraft {
  std::string action_ref;
  std::string you_said;
  std::string we_did;
  std::string could_not;
  bool shown = false;
};

// One entry as the public reads it.
struct YouSaid {
  PublicWording wording;
  std::string action_title;  // for staff only
  std::vector<std::string> themes;
  int voices = 0;  // cases behind the action
  Worked worked = Worked::not_measured;
  std::string measure;  // title of the measure that was tested; may be empty
  std::string tested;   // date of the proof; may be empty
  // "17 people told us", "Fewer than 5 people told us"; empty when no case is joined.
  [[nodiscard]] std::string who() const;
};

}  // namespace throughline::publish
