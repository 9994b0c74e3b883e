#pragma once

// Views that the pages of JUDGE share: choices of a form, evidence in a list, a score, and the
// small bar that shows how much points each way. Include in a page's .cpp only.

#include "judge/judge.hpp"
#include "templates/described.hpp"
#include "web/call.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::web::judging {

struct HintView {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(HintView, (), (text))

// One choice of radios, check boxes or a select.
struct ChoiceView {
  std::string value;
  std::string text;
  bool checked = false;
  bool selected = false;
  std::optional<HintView> hint = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (value, text, checked, selected, hint))

// The three boxes of a date, as they were typed.
struct DateView {
  std::string day;
  std::string month;
  std::string year;
  // "27/3/2026" for base::date_from_text; empty when nothing was typed.
  [[nodiscard]] std::string typed() const;
};
BOOST_DESCRIBE_STRUCT(DateView, (), (day, month, year))
[[nodiscard]] DateView date_view(base::Date date);
[[nodiscard]] DateView date_typed(const http::Form& form, const std::string& name);

struct RecordView {
  std::string ref;
  std::string kind;
  std::string title;
  std::string dated;
  std::string state;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(RecordView, (), (ref, kind, title, dated, state, href))
[[nodiscard]] RecordView record_view(const record::Node& node);

struct EvidenceView {
  std::string ref;
  std::string href;
  std::string statement;
  std::string statement_name;
  std::string claim;
  std::string voice;
  std::string voice_label;
  std::string bearing;
  std::string bearing_label;
  std::string category;
  std::string strength;
  std::string dated;
  std::string review_by;
  bool stale = false;
  bool withdrawn = false;
  std::vector<RecordView> sources;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (),
                      (ref, href, statement, statement_name, claim, voice, voice_label, bearing,
                       bearing_label, category, strength, dated, review_by, stale, withdrawn,
                       sources))
[[nodiscard]] EvidenceView evidence_view(const judge::Framework& framework,
                                         const judge::Evidence& evidence, base::Date today);
[[nodiscard]] std::vector<EvidenceView> evidence_views(const judge::Framework& framework,
                                                       const std::vector<judge::Evidence>& evidence,
                                                       base::Date today);

// Lengths in a drawing 200 wide.
struct BalanceView {
  int supporting = 0;
  int contrary = 0;
  int supporting_length = 0;
  int contrary_length = 0;
};
BOOST_DESCRIBE_STRUCT(BalanceView, (), (supporting, contrary, supporting_length, contrary_length))
[[nodiscard]] BalanceView balance(int supporting, int contrary, int most);

struct ScoreView {
  std::string ref;
  std::string href;
  int score = 0;
  std::string label;
  std::string rationale;
  std::string left_out_because;
  std::string at;
  std::string by;
  bool standing = false;
};
BOOST_DESCRIBE_STRUCT(ScoreView, (),
                      (ref, href, score, label, rationale, left_out_because, at, by, standing))
[[nodiscard]] ScoreView score_view(const judge::Framework& framework, const judge::Score& score);

[[nodiscard]] std::string in_london(const std::string& instant);
[[nodiscard]] std::string long_date(const std::string& date);  // as given when it is none

[[nodiscard]] std::vector<ChoiceView> statement_choices(const judge::Framework& framework,
                                                        const std::vector<std::string>& chosen);
[[nodiscard]] std::vector<ChoiceView> voice_choices(const std::string& chosen);

}  // namespace throughline::web::judging
