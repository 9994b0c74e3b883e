#pragma once

// A small demo council as at 24 November 2026, in a database of its own.

#include "base/random.hpp"
#include "demo/demo.hpp"
#include "support/databases.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace throughline::demo {

inline constexpr base::Date as_at{std::chrono::year{2026}, std::chrono::November,
                                  std::chrono::day{24}};
inline constexpr const char* aldermere = "aldermere";
inline constexpr const char* brackwater = "brackwater";
inline constexpr double small = 0.1;

// Quick to work out: what is tested here is not how hard a password is to guess.
inline record::Passwords quick_passwords() {
  return record::Passwords({1, 8192});
}

class DemoCouncil {
 public:
  explicit DemoCouncil(double scale = small, std::uint64_t seed = 1,
                       store::Dialect dialect = store::Dialect::sqlite)
      : held_(dialect, testing::TestDatabase::State::migrated) {
    DemoOptions options{as_at, seed, scale};
    const auto made = make_demo(held_.database(), quick_passwords(), options);
    if (!made) throw std::runtime_error(made.error().message);
  }

  store::Database& database() { return held_.database(); }

  // Everything but the salted passwords, as one hash.
  std::string content() {
    std::string all;
    database().read([&](store::Reader& reader) {
      for (const char* sql :
           {"select authority_id, hash from event_heads order by authority_id",
            "select ref, words from case_words w join cases c on c.authority_id = w.authority_id "
            "and "
            "c.ref = w.case_ref order by c.authority_id, number",
            "select ref, receipt, answer from cases order by authority_id, number",
            "select authority_id, case_ref, name, email, phone, address from case_contacts order "
            "by "
            "authority_id, case_ref",
            "select measure_ref, dated, value from measure_values order by authority_id, "
            "measure_ref, dated",
            "select ref, title, dated, state from nodes order by authority_id, ref",
            "select page, content from publication_pages order by page"}) {
        reader.for_each(sql, {}, [&](const store::Row& row) {
          for (std::size_t i = 0; i < row.size(); ++i) all += row.text(i) + "|";
          all += "\n";
        });
      }
    });
    return base::sha256_hex(all);
  }

  std::int64_t number(const std::string& sql) {
    return database().read([&](store::Reader& reader) { return reader.number(sql); });
  }

 private:
  testing::TestDatabase held_;
};

}  // namespace throughline::demo
