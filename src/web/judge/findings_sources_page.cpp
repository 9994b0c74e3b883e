#include "web/judge/findings_page.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace judging;

struct ParagraphView {
  std::string number;
  std::string heading;  // of the section, at its first paragraph
  std::string words;
  int chosen = 0;
  std::vector<ChoiceView> evidence;
};
BOOST_DESCRIBE_STRUCT(ParagraphView, (), (number, heading, words, chosen, evidence))

struct SourcesView {
  std::string key;
  std::string name;
  int version = 0;
  std::vector<ParagraphView> paragraphs;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SourcesView, (), (key, name, version, paragraphs, errors))

std::vector<ChoiceView> choices(const std::vector<judge::Evidence>& evidence,
                                const std::vector<std::string>& chosen) {
  std::vector<ChoiceView> all;
  for (const judge::Evidence& each : evidence) {
    all.push_back(
        {each.ref, each.claim, std::ranges::find(chosen, each.ref) != chosen.end(), false,
         HintView{std::string(label(each.voice)) + ", " + std::string(to_text(each.bearing)) +
                  ", " + base::to_long_text(each.dated)}});
  }
  return all;
}

}  // namespace

http::Response findings_sources_page(Call& call) {
  const judge::Framework& framework = judging_rules().framework;
  const judge::Statement* statement = framework.find(call.parameter("key"));
  if (!statement) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such quality statement", {}});
  }
  SourcesView view;
  view.key = statement->key;
  view.name = statement->name;
  call.database.read([&](store::Reader& reader) {
    judge::EvidenceFilter filter;
    filter.statement = statement->key;
    const auto evidence =
        judge::list_evidence(reader, call.authority.id, filter, call.work.today());
    const auto findings = judge::findings_of(reader, call.authority.id, framework, statement->key);
    view.version = findings.version;
    for (const judge::FindingSection& section : findings.sections) {
      for (const judge::FindingParagraph& paragraph : section.paragraphs) {
        const bool first = &paragraph == &section.paragraphs.front();
        view.paragraphs.push_back({std::to_string(view.paragraphs.size() + 1),
                                   first ? section.heading : "", paragraph.words,
                                   static_cast<int>(paragraph.sources.size()),
                                   choices(evidence, paragraph.sources)});
      }
    }
  });
  return page(call, "judge/findings_sources.html", templates::to_value(view));
}

http::Response receive_findings_sources(Call& call) {
  const std::string& key = call.parameter("key");
  const http::Form& form = call.request.form;
  const auto saved = call.database.write([&](store::Writer& writer) {
    const auto now = judge::findings_of(writer, call.authority.id, judging_rules().framework, key);
    judge::FindingsDraft draft{key, std::atoi(form.get("version").c_str()), now.summary,
                               now.sections};
    int number = 0;
    for (judge::FindingSection& section : draft.sections) {
      for (judge::FindingParagraph& paragraph : section.paragraphs) {
        paragraph.sources = form.all("sources-" + std::to_string(++number));
      }
    }
    return judge::write_findings(writer, call.work, judging_rules(), draft);
  });
  if (!saved) return error_page(call, saved.error());
  return redirect_with_message(call, "/statements/" + key + "/findings", "Sources saved");
}

}  // namespace throughline::web
