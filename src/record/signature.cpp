#include "record/signature.hpp"

#include <array>
#include <sodium.h>

namespace throughline::record {

namespace {

std::optional<std::string> stored_key(store::Reader& reader, const std::string& authority_id) {
  const auto row =
      reader.row("select key from signing_keys where authority_id = $1", {authority_id});
  if (!row) return std::nullopt;
  return row->text(0);
}

}  // namespace

std::string signing_key(store::Database& database, const std::string& authority_id,
                        base::Random& random) {
  const auto stored =
      database.read([&](store::Reader& reader) { return stored_key(reader, authority_id); });
  if (stored) return *stored;
  const auto made = base::new_token(random);
  // Two programs may start at once on one database: the first key stays.
  return database.write([&](store::Writer& writer) {
    writer.execute(
        "insert into signing_keys (authority_id, key) values ($1, $2) "
        "on conflict (authority_id) do nothing",
        {authority_id, made});
    return stored_key(writer, authority_id).value_or(made);
  });
}

std::string sign(std::string_view key, std::string_view text) {
  crypto_auth_hmacsha256_state state;
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> out{};
  const auto bytes = [](std::string_view of) {
    return reinterpret_cast<const unsigned char*>(of.data());
  };
  crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
  crypto_auth_hmacsha256_final(&state, out.data());
  return base::to_hex({reinterpret_cast<const char*>(out.data()), out.size()});
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace throughline::record
