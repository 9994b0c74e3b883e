#pragma once

// A council with complaints in it, and the verbs called for it, for the suites of complaints. The
// clock stands at Monday 2 March 2026 until a test moves it.

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {

class ComplaintSuite : public testing::TwoCouncils {
 protected:
  static base::Date day(int month, int number, int year = 2026) {
    return std::chrono::year{year} / month / number;
  }
  // Work on a day, at noon.
  record::Work on(base::Date date) {
    auto moved = work();
    moved.now = base::london_midnight(date) + std::chrono::hours(12);
    return moved;
  }
  std::string take_in(Kind kind = Kind::complaint, Channel channel = Channel::phone,
                      std::optional<base::Date> received = std::nullopt) {
    NewCase given;
    given.kind = kind;
    given.words = "Nobody came on Sunday.";
    given.relationship = Relationship::family;
    given.channel = channel;
    given.received = received;
    const auto work_then = received ? on(*received) : work();
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work_then, given); })
        .value()
        .ref;
  }
  Complaint find(const std::string& ref) {
    return database()
        .read([&](store::Reader& reader) { return find_complaint(reader, "aldermere", ref); })
        .value();
  }
  Case case_of(const std::string& ref) {
    return database()
        .read([&](store::Reader& reader) { return find_case(reader, "aldermere", ref); })
        .value();
  }
  std::vector<record::Event> events(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return record::history(reader, "aldermere", ref); });
  }
  Standing stands(const std::string& ref, base::Date today) {
    const auto found = case_of(ref);
    return standing(find(ref), found.status == Status::looking_into, found.status == Status::closed,
                    today);
  }
  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  base::Result<void> acknowledged(const std::string& ref, base::Date on_day,
                                  Complexity complexity = Complexity::standard) {
    return write([&](store::Writer& writer) {
      return acknowledge_complaint(writer, on(on_day), ref, find_version(writer, ref),
                                   {on_day, Means::letter, complexity});
    });
  }
  base::Result<void> planned(const std::string& ref, base::Date made, base::Date respond,
                             bool agreed = true, const std::string& reason = "They asked for it") {
    return write([&](store::Writer& writer) {
      return agree_plan(writer, on(made), ref, find_version(writer, ref),
                        {made, agreed, "The visits", "By reading the log", respond, reason});
    });
  }
  base::Result<void> responded(const std::string& ref, base::Date sent) {
    return write([&](store::Writer& writer) {
      return record_response(
          writer, on(sent), ref, find_version(writer, ref),
          {sent, Means::letter, "We are sorry, and call on Sundays now.", true, true, true});
    });
  }
  base::Result<void> pointed(const std::string& ref, Finding finding,
                             const std::string& words = "No visit on Sunday") {
    return write([&](store::Writer& writer) -> base::Result<void> {
      if (auto added = add_complaint_point(writer, work(), ref, find_version(writer, ref), words);
          !added) {
        return added;
      }
      const auto number = points_of(writer, "aldermere", ref).back().number;
      const bool right = finding == Finding::upheld || finding == Finding::partly_upheld;
      return change_point(writer, work(), ref, find_version(writer, ref), number,
                          {words, finding, "The log says so",
                           right ? std::vector{Remedy::apology} : std::vector<Remedy>{}, ""});
    });
  }
  base::Result<void> closed(const std::string& ref, base::Date today,
                            const Learned& learned = {Learning::none, "It was a single slip"}) {
    return write([&](store::Writer& writer) {
      return close_complaint(writer, on(today), ref, find_version(writer, ref), learned);
    });
  }
  static std::vector<std::string> fields(const base::Error& error) {
    std::vector<std::string> found;
    for (const auto& problem : error.problems) found.push_back(problem.field);
    return found;
  }
  static std::int64_t find_version(store::Reader& reader, const std::string& ref) {
    return find_complaint(reader, "aldermere", ref).value().version;
  }
};

}  // namespace throughline::hear
