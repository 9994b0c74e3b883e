#pragma once

// The information hub: pages that staff write in Markdown for themselves, for partners or for
// everyone; searched, and looked at again by a day. It is where what was learned is read (PUBLISH).
// A page is a record of the line (PUBLICATION-7) from the day it is begun. Every change is a
// version with who, when and why; readers see the version that was published last. A page never
// says anything by itself about one person: it is the council's words.

#include "base/date.hpp"
#include "base/result.hpp"
#include "formats/markdown.hpp"
#include "record/role.hpp"
#include "record/work.hpp"
#include "store/database.hpp"
#include "store/excerpt.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish::hub {

enum class Audience { staff, partners, everyone };
inline constexpr std::array all_audiences = {Audience::staff, Audience::partners,
                                             Audience::everyone};
[[nodiscard]] std::string_view to_text(Audience audience);  // "partners"
[[nodiscard]] std::string_view label(Audience audience);    // "Staff and partners"
[[nodiscard]] std::optional<Audience> audience_from_text(std::string_view text);

enum class State { draft, published, withdrawn };
[[nodiscard]] std::string_view to_text(State state);
[[nodiscard]] std::string_view label(State state);

struct Topic {
  std::string_view key;
  std::string_view name;
};
[[nodiscard]] const std::vector<Topic>& topics();
// "Paying for care"; the key itself when it is no topic.
[[nodiscard]] std::string topic_name(std::string_view key);

// After so many months a page is to be looked at again.
inline constexpr std::array months_between_checks = {3, 6, 12, 24};
inline constexpr std::size_t most_title_characters = 100;
inline constexpr std::size_t most_summary_characters = 300;
inline constexpr std::size_t most_why_characters = 300;

// As typed into the form.
struct PageForm {
  std::string title = {};
  std::string summary = {};
  std::string body = {};
  std::string audience = {};
  std::string topic = {};
  std::string owner_ref = {};
  std::string check_months = {};
  std::string why = {};  // asked from the second version on
  std::string submission_key = {};
};

struct Page {
  std::string ref;   // "PUBLICATION-7"
  std::string slug;  // "paying-for-care": never changes
  State state{};
  std::int64_t published_version = 0;
  std::int64_t latest_version = 0;
  base::Date review_by;
  std::optional<base::Date> checked;  // the day it was last published or found right
  std::int64_t version = 0;           // the one that follows: published, else the latest
  std::string title;
  std::string summary;
  std::string body;  // only from find_page
  Audience audience{};
  std::string topic;
  std::string owner_ref;
  std::string owner_name;
  int check_months = 12;
  std::string written_at;  // instant

  [[nodiscard]] bool overdue(base::Date today) const {
    return state == State::published && today > review_by;
  }
  [[nodiscard]] bool has_unpublished_changes() const {
    return state == State::published && latest_version != published_version;
  }
};

// What someone may read. Who writes sees drafts and withdrawn pages too.
struct Reach {
  std::vector<Audience> audiences;
  bool writes = false;
};
[[nodiscard]] Reach reach_of(record::Role role, bool writes);

struct Filter {
  std::string search = {};
  std::string topic = {};
  std::optional<Audience> audience = {};
  bool overdue = false;
  bool unpublished = false;  // drafts, withdrawn pages, and changes that wait to be published
  std::string owner_ref = {};
};
struct Found {
  Page page;
  store::Excerpt matched;  // empty without a search
};
// By title.
[[nodiscard]] std::vector<Found> list_pages(store::Reader& reader, const record::Work& work,
                                            const Reach& reach, const Filter& filter, int offset,
                                            int most);
[[nodiscard]] std::int64_t count_pages(store::Reader& reader, const record::Work& work,
                                       const Reach& reach, const Filter& filter);
// Nothing when they may not read it.
[[nodiscard]] std::optional<Page> find_page(store::Reader& reader, const std::string& authority_id,
                                            const Reach& reach, const std::string& slug);
// Where the record is read; empty when it is no page.
[[nodiscard]] std::string slug_of(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref);

struct Version {
  std::int64_t number = 0;
  PageForm form;
  std::string written_at;
  std::string by_name;
};
// Latest first, without their bodies.
[[nodiscard]] std::vector<Version> versions(store::Reader& reader, const std::string& authority_id,
                                            const std::string& page_ref);
[[nodiscard]] std::optional<Version> find_version(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& page_ref, std::int64_t number);

// Who can own a page: everyone who signs in for the council itself, in order of name.
struct Owner {
  std::string ref;
  std::string name;
};
[[nodiscard]] std::vector<Owner> owners(store::Reader& reader, const std::string& authority_id);

// The verbs of who writes. Errors of all: not_found; conflict, when the page has changed since
// `version` or is not in a state that allows it; invalid, with every problem.

// Begins a draft; gives its slug. The same submission key gives the same page again.
[[nodiscard]] base::Result<std::string> write_page(store::Writer& writer, const record::Work& work,
                                                   const PageForm& form);
[[nodiscard]] base::Result<void> change_page(store::Writer& writer, const record::Work& work,
                                             const std::string& slug, std::int64_t version,
                                             const PageForm& form);
// Shows readers the latest version, and counts the days to the next check anew.
[[nodiscard]] base::Result<void> publish_page(store::Writer& writer, const record::Work& work,
                                              const std::string& slug, std::int64_t version);
[[nodiscard]] base::Result<void> withdraw_page(store::Writer& writer, const record::Work& work,
                                               const std::string& slug, const std::string& reason);
// Looked at again, nothing to change.
[[nodiscard]] base::Result<void> check_page(store::Writer& writer, const record::Work& work,
                                            const std::string& slug);
// Makes an older version the latest, as a new one; it is not published by that.
[[nodiscard]] base::Result<void> restore_version(store::Writer& writer, const record::Work& work,
                                                 const std::string& slug, std::int64_t number);

// Puts the nodes and searched words of all pages back, for `throughline rebuild`.
void rebuild_pages(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::publish::hub
