#include "record/authority.hpp"

#include "record/event.hpp"

#include <algorithm>

namespace throughline::record {

namespace {

constexpr std::size_t longest_id = 40;
constexpr std::size_t longest_name = 200;

Authority authority_of(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

std::vector<base::Problem> problems_of(const std::string& id, const std::string& name) {
  std::vector<base::Problem> problems;
  if (id.empty() || id.size() > longest_id || !std::ranges::all_of(id, plain)) {
    problems.push_back({"id",
                        "The council's short name must be 1 to 40 lower case letters, digits and "
                        "dashes, like aldermere"});
  }
  if (name.empty() || name.size() > longest_name) {
    problems.push_back({"name", "Enter the council's name, in no more than 200 characters"});
  }
  return problems;
}

}  // namespace

base::Result<Authority> create_authority(store::Writer& writer, const base::Clock& clock,
                                         const std::string& id, const std::string& name,
                                         const std::string& host) {
  if (auto problems = problems_of(id, name); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (find_authority(writer, id)) {
    return base::refuse(base::ErrorKind::conflict,
                        "There is already a council with the short name " + id);
  }
  Authority authority{id, name, lower(host), base::to_text(clock.now())};
  if (!authority.host.empty() &&
      writer.number("select count(*) from authorities where host = $1", {authority.host}) > 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Another council already answers at " + authority.host);
  }
  writer.execute(
      "insert into authorities (authority_id, name, host, created) values ($1, $2, $3, $4)",
      {authority.id, authority.name, authority.host, authority.created});
  begin_history(writer, authority.id);
  return authority;
}

std::optional<Authority> find_authority(store::Reader& reader, const std::string& id) {
  const auto row = reader.row(
      "select authority_id, name, host, created from authorities where authority_id = $1", {id});
  if (!row) return std::nullopt;
  return authority_of(*row);
}

std::vector<Authority> authorities(store::Reader& reader) {
  std::vector<Authority> all;
  reader.for_each(
      "select authority_id, name, host, created from authorities order by created, authority_id",
      {}, [&](const store::Row& row) { all.push_back(authority_of(row)); });
  return all;
}

std::optional<Authority> authority_for_host(store::Reader& reader, const std::string& host) {
  const auto row = reader.row(
      "select authority_id, name, host, created from authorities where host = $1 or host = '' "
      "order by case when host = '' then 1 else 0 end, created, authority_id limit 1",
      {lower(host)});
  if (!row) return std::nullopt;
  return authority_of(*row);
}

}  // namespace throughline::record
