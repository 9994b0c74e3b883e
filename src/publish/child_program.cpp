#include "publish/child_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace throughline::publish {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

struct Pair {
  Descriptor theirs;
  Descriptor ours;
};

// Sockets and not pipes: writing to a program that has gone must not raise a signal here.
Pair make_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::system_error(errno, std::generic_category(), "making a pair of sockets");
  }
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "throughline-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) {
      throw std::system_error(errno, std::generic_category(), "making a temporary folder");
    }
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

// A group of its own, so that whatever it starts ends with it.
pid_t start(const std::filesystem::path& program, std::vector<std::string> arguments,
            const std::vector<std::string>& more_environment, int in, int out,
            const std::string& folder) {
  arguments.insert(arguments.begin(), program.string());
  std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8",
                                          "HOME=" + folder, "TMPDIR=" + folder,
                                          "XDG_CACHE_HOME=" + folder};
  environment.insert(environment.end(), more_environment.begin(), more_environment.end());
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  // Not every library that opens a file or a socket here marks it to be closed.
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failed = posix_spawn(&child, program.c_str(), &actions, &attributes,
                                 pointers(arguments).data(), pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), "starting a program");
  return child;
}

enum class Talk { finished, too_long, too_much };

// Writes the input and reads the output side by side, so that neither waits for the other.
Talk talk(Descriptor& to, Descriptor& from, const std::string& input, const ChildLimits& limits,
          std::string& output) {
  const auto deadline = Clock::now() + limits.time;
  std::size_t written = 0;
  std::array<char, 65536> buffer{};
  if (input.empty()) to.close();
  while (from.open()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return Talk::too_long;
    std::array<pollfd, 2> waits = {pollfd{from.number(), POLLIN, 0},
                                   pollfd{to.number(), POLLOUT, 0}};
    if (::poll(waits.data(), waits.size(), static_cast<int>(left.count())) < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "waiting for a program");
    }
    if (to.open() && (waits[1].revents & (POLLOUT | POLLERR | POLLHUP)) != 0) {
      const ssize_t count =
          ::send(to.number(), input.data() + written, input.size() - written, MSG_NOSIGNAL);
      if (count > 0) written += static_cast<std::size_t>(count);
      const bool gone = count < 0 && errno != EAGAIN && errno != EINTR;
      if (gone || written == input.size()) to.close();
    }
    if ((waits[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
      if (count == 0) from.close();
      if (count > 0) output.append(buffer.data(), static_cast<std::size_t>(count));
      if (output.size() > limits.output_bytes) return Talk::too_much;
    }
  }
  return Talk::finished;
}

// A program that has said everything is given a moment to end; one that will not is ended.
bool ended_well(pid_t child, Talk how) {
  constexpr int most_waits = 200;
  int status = 0;
  for (int waits = 0; how == Talk::finished && waits < most_waits; ++waits) {
    if (::waitpid(child, &status, WNOHANG) == child) {
      return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::kill(-child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::string_view name) {
  for (const char* folder : {"/usr/local/bin", "/usr/bin", "/bin"}) {
    auto path = std::filesystem::path(folder) / name;
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

base::Result<std::string> run_program(const std::filesystem::path& program,
                                      const std::vector<std::string>& arguments,
                                      const std::string& input, ChildLimits limits) {
  const Folder folder;
  Pair in = make_pair();
  Pair out = make_pair();
  ::fcntl(in.ours.number(), F_SETFL, O_NONBLOCK);
  const pid_t child = start(program, arguments, limits.environment, in.theirs.number(),
                            out.theirs.number(), folder.path());
  in.theirs.close();
  out.theirs.close();
  std::string output;
  const Talk how = talk(in.ours, out.ours, input, limits, output);
  if (ended_well(child, how)) return output;
  const std::string name = program.filename().string();
  return base::refuse(base::ErrorKind::unsupported, how == Talk::too_long ? name + " took too long"
                                                    : how == Talk::too_much
                                                        ? name + " wrote too much"
                                                        : name + " ended with an error");
}

}  // namespace throughline::publish
