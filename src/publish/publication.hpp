#pragma once

// A publication: the assessment as it was published on a day, frozen word for word. The latest that
// has not been withdrawn is what the public sees; every one is kept.

#include "publish/assessment_page.hpp"

#include <string>
#include <vector>

namespace throughline::publish {

struct Publication {
  std::string ref;  // "PUBLICATION-3"
  int number = 0;   // 1, 2, 3 ... for this council
  std::string title;
  std::string cautions;  // what was known to be missing when it was published
  std::string published_at;
  std::string by_ref;
  std::string by_name;
  std::string content_hash;
  std::string withdrawn_at;  // empty: not withdrawn
  std::string withdrawn_by;
  std::string withdrawn_because;
  bool standing = false;  // what the public sees
};

enum class Severity {
  stops,   // must be put right before publishing
  caution  // may be published with, and is recorded
};

struct CheckItem {
  Severity severity = Severity::stops;
  std::string statement;  // key; empty: the whole assessment
  std::string what;
  std::string next;
  std::string href;  // where to put it right
};

struct PublicationCheck {
  std::vector<CheckItem> items;
  int ready = 0;     // statements that would be published
  std::string hash;  // of what would be published
  [[nodiscard]] bool may_publish() const;
  [[nodiscard]] std::vector<CheckItem> of(Severity severity) const;
};

struct PublicationDraft {
  std::string hash;               // of what the person saw on the check page
  bool accepts_cautions = false;  // required when there are any
};

}  // namespace throughline::publish
