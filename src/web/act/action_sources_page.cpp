#include "web/act/action_sources_page.hpp"

#include "act/act.hpp"
#include "templates/described.hpp"
#include "web/act/action_words.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::web {

namespace {

struct SourcesView {
  std::string ref;
  std::string title;
  std::vector<SourceView> sources;
  std::string source;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SourcesView, (), (ref, title, sources, source, errors))

// " case-12 " is CASE-12.
std::string tidy_ref(const std::string& typed) {
  std::string ref;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '\t' || letter == '\n') continue;
    ref += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return ref;
}

http::Response show(Call& call, const std::string& typed, const std::optional<base::Error>& error) {
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<SourcesView> {
    const auto action = act::find_action(reader, call.authority.id, call.parameter("ref"));
    if (!action) return std::nullopt;
    return SourcesView{action->ref, action->title,
                       source_views(call, reader, sources_of(call, reader, action->ref)), typed,
                       no_errors()};
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such action", {}});
  if (error) view->errors = form_errors(*error);
  return page(call, "act/sources.html", templates::to_value(*view), error ? 400 : 200);
}

}  // namespace

http::Response action_sources_page(Call& call) {
  return show(call, {}, {});
}

http::Response receive_source(Call& call) {
  const auto& action = call.parameter("ref");
  const auto typed = call.request.form.get("source");
  const auto source = tidy_ref(typed);
  if (source.empty()) {
    return show(call, typed,
                base::Error{base::ErrorKind::invalid,
                            "",
                            {{"source", "Enter the reference of a case or theme, like CASE-12"}}});
  }
  const auto added = call.database.write(
      [&](store::Writer& writer) { return act::add_source(writer, call.work, action, source); });
  if (!added)
    return show(
        call, typed,
        base::Error{
            base::ErrorKind::invalid, "", {{"source", "There is no case or theme " + source}}});
  return redirect_with_message(call, "/actions/" + action + "/sources", source + " added");
}

http::Response receive_source_removal(Call& call) {
  const auto& action = call.parameter("ref");
  const auto source = call.request.form.get("source");
  const auto removed = call.database.write(
      [&](store::Writer& writer) { return act::remove_source(writer, call.work, action, source); });
  if (!removed) return error_page(call, removed.error());
  return redirect_with_message(call, "/actions/" + action + "/sources", source + " taken out");
}

}  // namespace throughline::web
