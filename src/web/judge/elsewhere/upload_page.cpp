#include "web/judge/elsewhere/upload_page.hpp"

#include "web/judge/elsewhere/views.hpp"
#include "web/page.hpp"

#include <fstream>

namespace throughline::web {
namespace {

using namespace elsewhere;

struct UploadView {
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(UploadView, (), (errors))

http::Response show(Call& call, const std::vector<base::Problem>& problems) {
  UploadView view;
  view.errors = form_errors({base::ErrorKind::invalid, "", problems});
  return page(call, "judge/elsewhere/upload.html", templates::to_value(view), 400);
}

// One byte more than is allowed is enough to be refused by its size.
std::string bytes_of(const http::Upload& upload) {
  std::ifstream file(upload.path, std::ios::binary);
  std::string bytes(std::min<std::size_t>(upload.size, library::largest_file + 1), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string message_of(std::size_t added, int already_here) {
  std::string message = std::to_string(added) + (added == 1 ? " page added" : " pages added");
  if (already_here > 0) message += ", " + std::to_string(already_here) + " here already";
  return message;
}

}  // namespace

http::Response upload_published_pages(Call& call) {
  return page(call, "judge/elsewhere/upload.html", templates::to_value(UploadView{}));
}

// All files or none: with a problem in one, nothing is kept.
http::Response receive_published_pages(Call& call) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const http::Upload& upload : call.request.uploads) {
    if (!upload.file_name.empty()) files.emplace_back(upload.file_name, bytes_of(upload));
  }
  if (files.empty()) return show(call, {{"file", "Choose a saved page"}});
  std::vector<std::string> added;
  int already_here = 0;
  const auto kept = call.database.write([&](store::Writer& writer) -> base::Result<int> {
    added.clear();
    already_here = 0;
    std::vector<base::Problem> problems;
    for (const auto& [name, bytes] : files) {
      const auto outcome = library::import_file(writer, call.work, page_reader(), name, bytes);
      if (!outcome) {
        problems.push_back({"file", name + ": " + outcome.error().message});
        continue;
      }
      for (const base::Error& error : outcome->errors) {
        problems.push_back({"file", name + ": " + error.message});
      }
      added.insert(added.end(), outcome->added.begin(), outcome->added.end());
      already_here += outcome->already_here;
    }
    if (!problems.empty()) return base::refuse(std::move(problems));
    return 0;
  });
  if (!kept) return show(call, kept.error().problems);
  const std::string to = added.size() == 1 ? page_href(added.front()) : "/elsewhere";
  return redirect_with_message(call, to, message_of(added.size(), already_here));
}

}  // namespace throughline::web
