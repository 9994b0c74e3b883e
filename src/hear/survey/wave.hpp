#pragma once

// A wave is one round of a survey: when it is open, where it is answered and who may answer. It is
// a record on the line: comments come from it, it gives values to measures, and evidence rests on
// it. Who was invited is kept apart from every answer and never joined to one.

#include "base/date.hpp"
#include "hear/survey/survey.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::survey {

inline constexpr std::size_t most_invited_at_once = 5'000;

struct Wave {
  std::string ref;  // "WAVE-2"
  std::string survey_ref;
  std::string name;  // "Autumn 2026"; unique among the waves of its survey
  std::string slug;  // "carers-survey-7kq4": answered at /answer/{slug}
  base::Date opens;
  base::Date closes;                    // the last day on which it can be answered
  bool invited_only = false;            // answered by those who were sent a link of their own
  std::optional<std::int64_t> asked{};  // how many were asked, when someone knows
  std::string created;                  // instant
  std::string created_by;
  std::int64_t version = 1;

  [[nodiscard]] bool open_on(base::Date day) const { return opens <= day && day <= closes; }
  // The day that its results are about: its last, or today while it is open.
  [[nodiscard]] base::Date dated(base::Date today) const { return std::min(closes, today); }
};

// As typed into a form. Fields of the problems have the same names.
struct WaveForm {
  std::string name{};
  std::string opens{};  // a date, as base::date_from_text reads it
  std::string closes{};
  bool invited_only = false;
  std::string asked{};  // a whole number; empty: not known
};

// Errors: not_found; invalid, with every problem, among them a survey without questions.
[[nodiscard]] base::Result<Wave> open_wave(store::Writer& writer, const record::Work& work,
                                           const std::string& survey_ref, const WaveForm& form);
// Who may answer stands once someone has.
// Errors: as above; conflict, when someone changed it after `version`.
[[nodiscard]] base::Result<Wave> change_wave(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, std::int64_t version,
                                             const WaveForm& form);
[[nodiscard]] WaveForm form_of(const Wave& wave);

[[nodiscard]] std::optional<Wave> find_wave(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);
// By the part of the public address.
[[nodiscard]] std::optional<Wave> wave_at(store::Reader& reader, const std::string& authority_id,
                                          const std::string& slug);
// Latest opening first.
[[nodiscard]] std::vector<Wave> waves(store::Reader& reader, const std::string& authority_id,
                                      const std::string& survey_ref);
[[nodiscard]] std::int64_t responses(store::Reader& reader, const std::string& authority_id,
                                     const std::string& wave_ref);

struct Invitation {
  std::string email;
  std::string token;  // for the link; known now and never again
};

struct Invited {
  std::vector<Invitation> made;
  std::size_t already = 0;  // had an invitation, which stands
};

// Makes a link of its own for each address, one a line. Only the hash of a link is kept.
// Errors: not_found; invalid, with every line that is no e-mail address.
[[nodiscard]] base::Result<Invited> invite(store::Writer& writer, const record::Work& work,
                                           const std::string& wave_ref,
                                           const std::string& addresses);

struct InvitationCount {
  std::int64_t made = 0;
  std::int64_t used = 0;
};
[[nodiscard]] InvitationCount invitations(store::Reader& reader, const std::string& authority_id,
                                          const std::string& wave_ref);
// Whether a link can still be used.
[[nodiscard]] bool is_invited(store::Reader& reader, const std::string& authority_id,
                              const std::string& wave_ref, const std::string& token);

// A result of the wave was recorded as a value of a measure, by whoever may see both: joins the two
// on the line, and remembers what was counted.
// Errors: not_found.
[[nodiscard]] base::Result<void> note_measure(store::Writer& writer, const record::Work& work,
                                              const std::string& wave_ref, int question,
                                              const std::string& measure_ref,
                                              const std::vector<std::string>& answers);

// What an earlier wave of the survey gave to measures, to do the same again.
struct MeasureUse {
  int question = 0;
  std::string measure_ref;
  std::vector<std::string> answers;
  std::string wave_ref;
};
[[nodiscard]] std::vector<MeasureUse> measure_uses(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& survey_ref);

// Puts the nodes of all waves on the line anew, for `throughline rebuild`.
void rebuild_waves(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear::survey
