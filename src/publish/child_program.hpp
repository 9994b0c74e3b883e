#pragma once

// Runs another program without a shell: fixed arguments, a bare environment, an empty folder of its
// own, none of our open files or sockets, bounded in time and output. For the converters of pages
// and letters and nothing else.

#include "base/result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish {

struct ChildLimits {
  std::chrono::seconds time{30};
  std::size_t output_bytes = 50 * 1024 * 1024;
  // "NAME=value", beside the bare environment that every program is given.
  std::vector<std::string> environment = {};
};

// In /usr/local/bin, /usr/bin or /bin; never by what PATH says.
[[nodiscard]] std::optional<std::filesystem::path> find_program(std::string_view name);

// Gives `input` on standard input and gives back standard output.
// Errors: unsupported, when it takes too long, writes too much or ends with an error.
[[nodiscard]] base::Result<std::string> run_program(const std::filesystem::path& program,
                                                    const std::vector<std::string>& arguments,
                                                    const std::string& input, ChildLimits limits);

}  // namespace throughline::publish
