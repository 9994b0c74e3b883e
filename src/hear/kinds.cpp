#include "hear/kinds.hpp"

#include "hear/entry.hpp"

namespace throughline::hear {
namespace {

constexpr std::array kinds = {
    Entry{Kind::complaint, "complaint", "Complaint"},
    Entry{Kind::concern, "concern", "Concern"},
    Entry{Kind::compliment, "compliment", "Compliment"},
    Entry{Kind::suggestion, "suggestion", "Suggestion"},
    Entry{Kind::idea, "idea", "Idea"},
};

constexpr std::array relationships = {
    Entry{Relationship::person, "person", "Someone who draws on care"},
    Entry{Relationship::unpaid_carer, "unpaid_carer", "An unpaid carer"},
    Entry{Relationship::family, "family", "A family member or friend"},
    Entry{Relationship::advocate, "advocate", "An advocate"},
    Entry{Relationship::neighbour, "neighbour", "A neighbour or resident"},
    Entry{Relationship::staff, "staff", "A member of staff"},
    Entry{Relationship::partner, "partner", "A partner or provider"},
    Entry{Relationship::other, "other", "Someone else"},
};

constexpr std::array channels = {
    Entry{Channel::web, "web", "Online form"},  Entry{Channel::phone, "phone", "Phone"},
    Entry{Channel::letter, "letter", "Letter"}, Entry{Channel::in_person, "in_person", "In person"},
    Entry{Channel::email, "email", "Email"},    Entry{Channel::import, "import", "Imported file"},
    Entry{Channel::survey, "survey", "Survey"},
};

constexpr std::array statuses = {
    Entry{Status::received, "received", "Received"},
    Entry{Status::looking_into, "looking_into", "Looking into it"},
    Entry{Status::closed, "closed", "Closed"},
};

constexpr std::array outcomes = {
    Entry{Outcome::did, "did", "We did something"},
    Entry{Outcome::could_not, "could_not", "We could not do what was asked"},
    Entry{Outcome::thanked, "thanked", "We passed on the thanks or the idea"},
};

}  // namespace

std::string_view to_text(Kind kind) {
  return entry(kinds, kind).text;
}
std::string_view to_text(Relationship who) {
  return entry(relationships, who).text;
}
std::string_view to_text(Channel channel) {
  return entry(channels, channel).text;
}
std::string_view to_text(Status status) {
  return entry(statuses, status).text;
}
std::string_view to_text(Outcome outcome) {
  return entry(outcomes, outcome).text;
}

std::string_view label(Kind kind) {
  return entry(kinds, kind).label;
}
std::string_view label(Relationship who) {
  return entry(relationships, who).label;
}
std::string_view label(Channel channel) {
  return entry(channels, channel).label;
}
std::string_view label(Status status) {
  return entry(statuses, status).label;
}
std::string_view label(Outcome outcome) {
  return entry(outcomes, outcome).label;
}

std::string_view answer_heading(std::optional<Outcome> outcome) {
  if (outcome == Outcome::did) return "What we did";
  if (outcome == Outcome::could_not) return "Why we could not do it";
  return "What came of it";
}

std::optional<Kind> kind_from_text(std::string_view text) {
  return from_text(kinds, text);
}
std::optional<Relationship> relationship_from_text(std::string_view text) {
  return from_text(relationships, text);
}
std::optional<Channel> channel_from_text(std::string_view text) {
  return from_text(channels, text);
}
std::optional<Status> status_from_text(std::string_view text) {
  return from_text(statuses, text);
}
std::optional<Outcome> outcome_from_text(std::string_view text) {
  return from_text(outcomes, text);
}

}  // namespace throughline::hear
