#include "store/postgres/postgres_connection.hpp"

#include "store/checked.hpp"
#include "store/postgres/postgres_row.hpp"

#include <charconv>
#include <libpq-fe.h>

namespace throughline::store {

namespace {

constexpr std::size_t most_statements = 500;

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, Clear>;

void ignore_notice(void*, const PGresult*) {}

// Every parameter travels as text; the server reads it as the type that the statement needs.
struct Sent {
  explicit Sent(const Values& parameters) {
    texts.reserve(parameters.size());
    for (const Value& value : parameters) {
      if (const auto* text = std::get_if<std::string>(&value)) {
        pointers.push_back(text->c_str());
        continue;
      }
      if (std::holds_alternative<Null>(value)) {
        pointers.push_back(nullptr);
        continue;
      }
      char buffer[32];
      char* end = buffer;
      if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        end = std::to_chars(buffer, buffer + sizeof buffer, *whole).ptr;
      } else {
        end = std::to_chars(buffer, buffer + sizeof buffer, std::get<double>(value)).ptr;
      }
      texts.emplace_back(buffer, end);
      pointers.push_back(texts.back().c_str());
    }
  }
  std::vector<std::string> texts;  // reserved, so that the pointers into it stay
  std::vector<const char*> pointers;
};

std::int64_t rows_changed(PGresult* result) {
  const std::string_view text = PQcmdTuples(result);
  std::int64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

}  // namespace

void PostgresConnection::Finish::operator()(PGconn* connection) const {
  PQfinish(connection);
}

PostgresConnection::PostgresConnection(const std::string& address)
    : connection_(PQconnectdb(address.c_str())) {
  if (!alive()) fail(nullptr, "connecting");
  PQsetNoticeReceiver(connection_.get(), ignore_notice, nullptr);
  if (PQsetClientEncoding(connection_.get(), "UTF8") != 0) fail(nullptr, "asking for UTF-8");
  script("set standard_conforming_strings = on");
}

bool PostgresConnection::alive() const {
  return PQstatus(connection_.get()) == CONNECTION_OK;
}

bool PostgresConnection::spoilt() const {
  return PQtransactionStatus(connection_.get()) == PQTRANS_INERROR;
}

void PostgresConnection::fail(const PGresult* result, std::string_view doing) {
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  std::string message = primary ? primary : PQerrorMessage(connection_.get());
  while (!message.empty() && message.back() == '\n') message.pop_back();
  message += ": " + std::string(doing);
  const std::string_view code = state ? state : "";
  if (code == "23505") throw UniqueViolation(message);
  if (code == "40001" || code == "40P01") {
    try_again_ = true;
    throw TryAgain(message);
  }
  throw DatabaseError(message);
}

void PostgresConnection::drain() {
  while (PgResult rest{PQgetResult(connection_.get())}) {
  }
}

const std::string& PostgresConnection::prepared(std::string_view sql) {
  std::string text(sql);
  if (const auto found = statements_.find(text); found != statements_.end()) return found->second;
  if (statements_.size() >= most_statements) {
    script("deallocate all");
    statements_.clear();
  }
  std::string name = "s" + std::to_string(++prepared_);
  const PgResult result(PQprepare(connection_.get(), name.c_str(), text.c_str(), 0, nullptr));
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result.get(), sql);
  return statements_.emplace(std::move(text), std::move(name)).first->second;
}

std::int64_t PostgresConnection::run(std::string_view sql, const Values& parameters,
                                     const std::function<void(const Row&)>& visit) {
  if (running_) throw DatabaseError("a statement was begun inside for_each: " + std::string(sql));
  check_parameters(parameters);
  const std::string& name = prepared(sql);
  const Sent sent(parameters);
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(parameters.size()),
                          sent.pointers.data(), nullptr, nullptr, 0) != 1) {
    fail(nullptr, sql);
  }
  // Row by row: a large result is never held in memory as a whole.
  PQsetSingleRowMode(connection_.get());
  struct Running {
    explicit Running(PostgresConnection& owner) : owner_(owner) { owner_.running_ = true; }
    ~Running() {
      owner_.drain();
      owner_.running_ = false;
    }
    PostgresConnection& owner_;
  } const running(*this);
  std::int64_t changed = 0;
  while (PgResult result{PQgetResult(connection_.get())}) {
    switch (PQresultStatus(result.get())) {
      case PGRES_SINGLE_TUPLE:
        visit(postgres_row(result.get(), 0));
        break;
      case PGRES_TUPLES_OK:
      case PGRES_COMMAND_OK:
        changed = rows_changed(result.get());
        break;
      default:
        fail(result.get(), sql);
    }
  }
  return changed;
}

std::string PostgresConnection::script(const std::string& sql) {
  const PgResult result(PQexec(connection_.get(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
                    status == PGRES_EMPTY_QUERY;  // a migration of nothing but comments
  if (!done) fail(result.get(), sql);
  return PQcmdStatus(result.get());
}

}  // namespace throughline::store
