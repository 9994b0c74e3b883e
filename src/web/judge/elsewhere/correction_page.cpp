#include "web/judge/elsewhere/correction_page.hpp"

#include "record/line.hpp"
#include "web/judge/elsewhere/views.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace elsewhere;
using judging::ChoiceView;

struct CorrectionView {
  StatementView statement;
  std::string version;
  std::vector<ChoiceView> voices;
  std::vector<ChoiceView> polarities;
  std::vector<ChoiceView> topics;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (), (statement, version, voices, polarities, topics, errors))

bool is_in(const std::vector<std::string>& all, std::string_view value) {
  return std::ranges::find(all, value) != all.end();
}

http::Response show(Call& call, const library::LibraryStatement& statement,
                    const library::Correction& chosen, const std::string& version,
                    templates::Value errors, int status) {
  CorrectionView view;
  view.statement = statement_view(statement);
  view.version = version;
  view.errors = std::move(errors);
  for (const library::Voice voice : library::all_voices) {
    view.voices.push_back({std::string(to_text(voice)), std::string(label(voice)),
                           is_in(chosen.voices, to_text(voice))});
  }
  for (const library::Polarity polarity : library::all_polarities) {
    view.polarities.push_back({std::string(to_text(polarity)), std::string(label(polarity)),
                               chosen.polarity == to_text(polarity)});
  }
  for (const std::string& topic : page_reader().topics()) {
    view.topics.push_back({topic, topic_label(topic), is_in(chosen.topics, topic)});
  }
  return page(call, "judge/elsewhere/correction.html", templates::to_value(view), status);
}

base::Result<library::LibraryStatement> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return library::find_library_statement(reader, call.authority.id, call.parameter("ref"));
  });
}

}  // namespace

http::Response correction_page_elsewhere(Call& call) {
  const auto found = find(call);
  if (!found) return error_page(call, found.error());
  library::Correction now;
  for (const library::Voice voice : found->voices) now.voices.emplace_back(to_text(voice));
  now.polarity = std::string(to_text(found->polarity));
  now.topics = found->topics;
  return show(call, *found, now, std::to_string(found->version), no_errors(), 200);
}

http::Response receive_correction_elsewhere(Call& call) {
  const auto found = find(call);
  if (!found) return error_page(call, found.error());
  const http::Form& form = call.request.form;
  const library::Correction given{
      .voices = form.all("voices"), .polarity = form.get("polarity"), .topics = form.all("topics")};
  const auto corrected = call.database.write([&](store::Writer& writer) {
    return library::correct_statement(writer, call.work, found->ref,
                                      std::atoll(form.get("version").c_str()), given);
  });
  if (corrected) {
    return redirect_with_message(call, record::page_of(found->ref), "Reading corrected");
  }
  if (corrected.error().problems.empty()) return error_page(call, corrected.error());
  return show(call, *found, given, form.get("version"), form_errors(corrected.error()), 400);
}

}  // namespace throughline::web
