#pragma once

// How the library stands in its tables: rows into structs, and lists into one column and back.

#include "judge/elsewhere/library.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::judge::elsewhere {

// "staff|leaders": labels hold no bar.
[[nodiscard]] std::string joined(const std::vector<std::string>& labels);
[[nodiscard]] std::vector<std::string> split_labels(std::string_view text);
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<Voice>& voices);
[[nodiscard]] std::vector<Voice> voices_of(const std::vector<std::string>& labels);

inline constexpr std::string_view page_columns =
    "p.ref, p.kind, p.council, p.statement, p.score, p.percent, p.rating, p.published, "
    "p.indicative, p.commitment, p.expectation, p.file_name, p.added, p.version, "
    "(select count(*) from elsewhere_statements s where s.authority_id = p.authority_id and "
    "s.page_ref = p.ref)";
[[nodiscard]] LibraryPage page_of(const store::Row& row);

inline constexpr std::string_view statement_columns =
    "s.ref, s.page_ref, p.council, p.statement, p.score, s.position, s.heading, s.words, s.voices, "
    "s.polarity, s.topics, s.read_voices, s.read_polarity, s.read_topics, s.programmes, "
    "s.confidence, s.cues, s.corrected, s.version";
[[nodiscard]] LibraryStatement statement_of(const store::Row& row);

// Voices and topics as rows to filter by, in place of those that were there.
void put_labels(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                const std::vector<std::string>& voices, const std::vector<std::string>& topics);
// Brings the statement's node on the line up to date.
void put_statement_node(store::Writer& writer, const std::string& authority_id,
                        const LibraryPage& page, const std::string& ref, int position,
                        Polarity polarity);

}  // namespace throughline::judge::elsewhere
