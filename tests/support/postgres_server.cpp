#include "support/postgres_server.hpp"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace throughline::testing {

namespace {

const std::string programs = "/usr/lib/postgresql/15/bin/";

std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// PostgreSQL refuses to run as root; Debian's package makes a user for it.
const passwd* server_user() {
  if (geteuid() != 0) return nullptr;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr) throw std::runtime_error("there is no user called postgres; run make setup");
  return user;
}

pid_t start(const std::vector<std::string>& command, const std::string& log, const passwd* user) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child != 0) return child;
  const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  if (user != nullptr &&
      (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
    _exit(126);
  }
  // A test program that is killed takes its server with it.
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  execv(arguments[0], arguments.data());
  _exit(127);
}

bool answers(const std::string& address) {
  return PQping(address.c_str()) == PQPING_OK;
}

}  // namespace

PostgresServer::PostgresServer() {
  if (!std::filesystem::exists(programs + "initdb")) {
    throw std::runtime_error("PostgreSQL 15 is not installed (" + programs +
                             "initdb); run make setup, or apt-get install postgresql-15");
  }
  const passwd* user = server_user();
  if (user != nullptr && chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("the temporary folder cannot be given to the user postgres");
  }
  const std::string data = folder_.path() / "data";
  const std::string log = folder_.path() / "log";
  int status = 0;
  const pid_t made =
      start({programs + "initdb", "--pgdata=" + data, "--auth=trust", "--username=throughline",
             "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"},
            log, user);
  waitpid(made, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed: " + content(log));
  process_ = start({programs + "postgres", "-D", data, "-k", folder_.path(), "-c",
                    "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c",
                    "synchronous_commit=off", "-c", "shared_buffers=32MB", "-c", "jit=off"},
                   log, user);
  for (int attempt = 0; attempt < 600 && !answers(address("postgres")); ++attempt) {
    if (waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      throw std::runtime_error("the server ended: " + content(log));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  if (!answers(address("postgres"))) throw std::runtime_error("no answer: " + content(log));
}

PostgresServer::~PostgresServer() {
  if (process_ <= 0) return;
  kill(process_, SIGQUIT);
  waitpid(process_, nullptr, 0);
}

std::string PostgresServer::address(const std::string& database) const {
  return "postgresql:///" + database + "?user=throughline&host=" + folder_.path().string();
}

}  // namespace throughline::testing
