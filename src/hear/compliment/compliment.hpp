#pragma once

// What becomes of a compliment: the person is thanked (its case is answered, hear.hpp), the workers
// who were praised are thanked by name, it is passed up the line to leaders, and shared as good
// practice in words for everyone. The names of workers are kept apart from the words, and no event
// holds one.

#include "hear/hear.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

enum class ThankedBy { in_person, phone, message, meeting };
inline constexpr std::array all_ways_to_thank = {ThankedBy::in_person, ThankedBy::phone,
                                                 ThankedBy::message, ThankedBy::meeting};
[[nodiscard]] std::string_view to_text(ThankedBy how);  // "in_person"
[[nodiscard]] std::string_view label(ThankedBy how);    // "In person"
[[nodiscard]] std::optional<ThankedBy> thanked_by_from_text(std::string_view text);

struct PraisedWorker {
  std::int64_t number = 0;
  std::string name;
  std::string user_ref;    // when they sign in themselves; may be empty
  std::string thanked_on;  // date; empty: not yet
  std::string thanked_by;  // the name of who did
  std::optional<ThankedBy> how;
};

struct Compliment {
  Case found;                // with its words from find_compliment
  std::string passed_up_at;  // instant; empty: not
  std::string passed_up_by;
  bool shared = false;
  std::string public_words;
  std::string shared_on;  // date
  std::int64_t workers = 0;
  std::int64_t thanked = 0;
};

[[nodiscard]] std::optional<Compliment> find_compliment(store::Reader& reader,
                                                        const std::string& authority_id,
                                                        const std::string& ref);

enum class ComplimentState { all, to_thank, passed_up, shared };
// `to_thank`: the person or a worker has not been thanked yet. Newest first.
[[nodiscard]] std::vector<Compliment> list_compliments(store::Reader& reader,
                                                       const std::string& authority_id,
                                                       ComplimentState state, int offset, int most);
[[nodiscard]] std::int64_t count_compliments(store::Reader& reader, const std::string& authority_id,
                                             ComplimentState state);

struct ComplimentsByService {
  std::string service;  // "Not about one service"
  std::int64_t compliments = 0;
};
// Since a day, the most praised first.
[[nodiscard]] std::vector<ComplimentsByService> compliments_by_service(
    store::Reader& reader, const std::string& authority_id, base::Date from);

// The verbs. Errors of all: not_found, also for a case that is no compliment.

// Thanks the person: answers and closes its case. Errors: invalid; conflict, when it was done.
[[nodiscard]] base::Result<void> acknowledge(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const std::string& answer);

[[nodiscard]] std::vector<PraisedWorker> praised_workers(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& ref);
inline constexpr std::size_t most_worker_name_characters = 100;
inline constexpr std::int64_t most_praised_workers = 20;
// `user_ref` may be empty. Errors: invalid, for the name, or someone who does not sign in here.
[[nodiscard]] base::Result<void> name_worker(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const std::string& name,
                                             const std::string& user_ref);
[[nodiscard]] base::Result<void> remove_worker(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, std::int64_t number);
// Errors: invalid, without how; conflict, when they were thanked.
[[nodiscard]] base::Result<void> thank_worker(store::Writer& writer, const record::Work& work,
                                              const std::string& ref, std::int64_t number,
                                              std::optional<ThankedBy> how);
// Errors: conflict, when it was passed up.
[[nodiscard]] base::Result<void> pass_up(store::Writer& writer, const record::Work& work,
                                         const std::string& ref);

inline constexpr std::size_t most_public_words_characters = 600;
// Errors: invalid, for words that are missing, too long, or that hold a praised worker's name.
[[nodiscard]] base::Result<void> share(store::Writer& writer, const record::Work& work,
                                       const std::string& ref, const std::string& public_words);
[[nodiscard]] base::Result<void> stop_sharing(store::Writer& writer, const record::Work& work,
                                              const std::string& ref);

// What someone who signs in was thanked for, newest first; the words of the person.
struct Thanks {
  std::string service;
  base::Date thanked;
  std::string thanked_by;
  std::string words;
};
[[nodiscard]] std::vector<Thanks> thanks_to(store::Reader& reader, const std::string& authority_id,
                                            const std::string& user_ref, int most);

}  // namespace throughline::hear
