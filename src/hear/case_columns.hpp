#pragma once

// How the headings and cells of other systems' files are understood; for the sources of this room.

#include "hear/kinds.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

enum class CaseColumn {
  received,
  kind,
  words,
  service,
  relationship,
  channel,
  reference,
  name,
  email,
  phone,
  address,
  status,
  closed,
  outcome,
  answer,
};

// "Date received" -> received. Nothing for a heading that means none of them.
[[nodiscard]] std::optional<CaseColumn> column_of(std::string_view heading);
// "received".
[[nodiscard]] std::string column_name(CaseColumn column);

// Lower case, with one space or none where there were dashes, underscores and spaces.
[[nodiscard]] std::string plain(std::string_view cell);

[[nodiscard]] std::optional<Kind> read_kind(std::string_view cell);
[[nodiscard]] std::optional<Relationship> read_relationship(std::string_view cell);
[[nodiscard]] std::optional<Channel> read_channel(std::string_view cell);
[[nodiscard]] std::optional<Status> read_status(std::string_view cell);
[[nodiscard]] std::optional<Outcome> read_outcome(std::string_view cell);

}  // namespace throughline::hear
