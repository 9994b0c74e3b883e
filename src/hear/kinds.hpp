#pragma once

// The words in which a case is described: what kind it is, who spoke, how it came, where it stands
// and how it ended. Each has one word for the database, files and addresses ("unpaid_carer") and
// one label for people ("An unpaid carer"). A concern is never a first stage of a complaint: it is
// a kind of its own.

#include <array>
#include <optional>
#include <string_view>

namespace throughline::hear {

enum class Kind { complaint, concern, compliment, suggestion, idea };

// Who speaks, to the service that they speak about.
enum class Relationship {
  person,
  unpaid_carer,
  family,
  advocate,
  neighbour,
  staff,
  partner,
  other
};

enum class Channel { web, phone, letter, in_person, email, import, survey };

enum class Status { received, looking_into, closed };

// What came of a case, said to the person when it is closed.
enum class Outcome { did, could_not, thanked };

inline constexpr std::array all_kinds = {Kind::complaint, Kind::concern, Kind::compliment,
                                         Kind::suggestion, Kind::idea};
inline constexpr std::array all_relationships = {
    Relationship::person,   Relationship::unpaid_carer, Relationship::family,
    Relationship::advocate, Relationship::neighbour,    Relationship::staff,
    Relationship::partner,  Relationship::other,
};
inline constexpr std::array all_channels = {Channel::web,       Channel::phone, Channel::letter,
                                            Channel::in_person, Channel::email, Channel::import,
                                            Channel::survey};
inline constexpr std::array all_statuses = {Status::received, Status::looking_into, Status::closed};
inline constexpr std::array all_outcomes = {Outcome::did, Outcome::could_not, Outcome::thanked};

// "unpaid_carer": for the database, files and addresses.
[[nodiscard]] std::string_view to_text(Kind kind);
[[nodiscard]] std::string_view to_text(Relationship relationship);
[[nodiscard]] std::string_view to_text(Channel channel);
[[nodiscard]] std::string_view to_text(Status status);
[[nodiscard]] std::string_view to_text(Outcome outcome);

// "An unpaid carer": for people.
[[nodiscard]] std::string_view label(Kind kind);
[[nodiscard]] std::string_view label(Relationship relationship);
[[nodiscard]] std::string_view label(Channel channel);
[[nodiscard]] std::string_view label(Status status);
[[nodiscard]] std::string_view label(Outcome outcome);

// Above the answer to the person: "What we did".
[[nodiscard]] std::string_view answer_heading(std::optional<Outcome> outcome);

[[nodiscard]] std::optional<Kind> kind_from_text(std::string_view text);
[[nodiscard]] std::optional<Relationship> relationship_from_text(std::string_view text);
[[nodiscard]] std::optional<Channel> channel_from_text(std::string_view text);
[[nodiscard]] std::optional<Status> status_from_text(std::string_view text);
[[nodiscard]] std::optional<Outcome> outcome_from_text(std::string_view text);

}  // namespace throughline::hear
