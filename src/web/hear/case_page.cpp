#include "web/hear/case_page.hpp"

#include "hear/hear.hpp"
#include "hear/letter/letter.hpp"
#include "hear/paper_form/scan.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/people.hpp"
#include "hear/redaction/redaction.hpp"
#include "hear/way_in.hpp"
#include "hear/written_in.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "understand/understand.hpp"
#include "web/hear/answer/answer_view.hpp"
#include "web/hear/complaint/complaint_view.hpp"
#include "web/hear/letter/letter_view.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct LinkedView {
  std::string relation;
  std::string title;
  std::string href;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(LinkedView, (), (relation, title, href, state))

struct ThemeLinkView {
  std::string name;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(ThemeLinkView, (), (name, href))

struct CaseView {
  std::string ref;
  std::string title;
  std::string receipt;
  std::string kind;
  std::string service;
  std::string relationship;
  std::string channel;
  std::string received;
  std::string status;
  std::string status_class;
  std::string officer;
  std::string version;
  std::string words;
  std::string written_in;  // "Urdu"; empty: English, as far as is known
  std::string outcome;
  std::string answer;
  std::string closed;
  bool is_closed = false;
  bool is_new = false;
  std::vector<ThemeLinkView> themes;
  std::vector<std::string> suggested;
  std::vector<LinkedView> linked;
  std::vector<LetterLineView> letters;
  std::vector<HistoryView> history;
  AnswerBackView back;
  std::string identity;
  std::string erased;    // "Erased on 3 May 2026"; empty while the words are there
  std::string scans;     // words of the link to them; empty for what did not come on paper
  std::string redacted;  // "Redacted by Priya Nair"; empty while nobody redacted it
  bool on_hold = false;
  bool may_redact = false;
  bool may_hold = false;
  bool may_see_data = false;
  bool may_see_identity = false;
  bool may_work = false;
  bool may_raise = false;
  bool may_write_letters = false;
  bool may_add_evidence = false;
  std::optional<ComplaintView> complaint;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (ref, title, receipt, kind, service, relationship, channel, received, status,
                       status_class, officer, version, words, written_in, outcome, answer, closed,
                       is_closed, is_new, themes, suggested, linked, letters, history, back,
                       identity, erased, scans, redacted, on_hold, may_redact, may_hold,
                       may_see_data, may_see_identity, may_work, may_raise, may_write_letters,
                       may_add_evidence, complaint))

std::string status_class(hear::Status status) {
  if (status == hear::Status::received) return "govuk-tag--blue";
  if (status == hear::Status::looking_into) return "govuk-tag--yellow";
  return "govuk-tag--green";
}

std::string said_of_identity(const hear::IdentityHeld& held) {
  if (!held.contact) return held.equality ? "Anonymous; equality questions answered" : "Anonymous";
  return held.consents ? "Left a way to be contacted" : "Gave a name; asked not to be contacted";
}

CaseView view_of(const hear::Case& found) {
  CaseView view;
  view.ref = found.ref;
  view.title = hear::title(found);
  view.receipt = found.receipt;
  view.kind = hear::label(found.kind);
  view.service = found.service_name.empty() ? "Not about one service" : found.service_name;
  view.relationship = hear::label(found.relationship);
  view.channel = hear::label(found.channel);
  view.received = base::to_long_text(found.received);
  view.status = hear::label(found.status);
  view.status_class = status_class(found.status);
  view.officer = found.officer_name;
  view.version = std::to_string(found.version);
  view.words = found.words;
  view.is_closed = found.status == hear::Status::closed;
  view.is_new = found.status == hear::Status::received;
  if (view.is_closed) {
    view.outcome = hear::answer_heading(found.outcome);
    view.answer = found.answer;
    if (const auto date = base::date_from_text(found.closed))
      view.closed = base::to_long_text(*date);
  }
  return view;
}

void fill_themes(CaseView& view, store::Reader& reader, const std::string& council,
                 const hear::Case& found) {
  const auto given = understand::themes_of(reader, council, found.ref);
  for (const auto& theme : given) view.themes.push_back({theme.name, "/themes/" + theme.ref});
  for (const auto& suggestion :
       understand::suggest_themes(found.words, understand::active_themes(reader, council))) {
    bool has = false;
    for (const auto& theme : given) has = has || theme.ref == suggestion.theme_ref;
    if (!has) view.suggested.push_back(suggestion.theme_name);
  }
}

void fill_line(CaseView& view, store::Reader& reader, const std::string& council) {
  for (const auto& link : record::links_from(reader, council, view.ref)) {
    if (link.relation == record::Relation::has_theme) continue;
    if (link.relation == record::Relation::answered_by) continue;  // letters have their own place
    const auto node = record::find_node(reader, council, link.to);
    if (!node) continue;
    view.linked.push_back({std::string(record::label(*record::kind_of(link.to))), node->title,
                           record::page_of(link.to), node->state});
  }
  for (const auto& each : hear::letter::letters_of(reader, council, view.ref)) {
    view.letters.push_back(letter_line(each));
  }
  view.history = history_views(record::history(reader, council, view.ref));
}

void fill_data(CaseView& view, store::Reader& reader, const std::string& council) {
  view.identity = said_of_identity(hear::identity_held(reader, council, view.ref));
  const auto scans = hear::scans_of(reader, council, view.ref).size();
  if (scans > 0) {
    view.scans = "Scans of the paper (" + std::to_string(scans) + ")";
  } else if (view.channel == hear::label(hear::Channel::letter)) {
    view.scans = "Add a scan of the paper";
  }
  if (const auto way = hear::way_of(reader, council, view.ref)) {
    view.channel = hear::label(way->way);
    if (!way->paper_reference.empty()) view.channel += ", kept as " + way->paper_reference;
  }
  view.on_hold = hear::is_on_hold(reader, council, view.ref);
  if (const auto redaction = hear::find_redaction(reader, council, view.ref)) {
    view.redacted = "Redacted by " + redaction->by_name;
  }
  for (const auto& erasure : hear::erasures_of(reader, council, view.ref)) {
    const auto at = base::instant_from_text(erasure.at);
    const auto day = at ? base::to_long_text(base::london_date(*at)) : "";
    if (erasure.way == "erase") view.erased = "What they said was erased on " + day;
    if (erasure.way == "pseudonymise") {
      view.erased = "On " + day + " the redacted words took the place of what they said";
    }
  }
}

}  // namespace

http::Response case_page(Call& call) {
  const auto& ref = call.parameter("ref");
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<CaseView> {
    const auto& council = call.authority.id;
    const auto found = hear::find_case(reader, council, ref);
    if (!found) return std::nullopt;
    auto shown = view_of(*found);
    fill_themes(shown, reader, council, *found);
    fill_line(shown, reader, council);
    shown.complaint = complaint_view(reader, call, *found);
    if (shown.complaint && shown.is_closed) shown.outcome = "Our answer";
    shown.back = answer_back_view(call, reader, ref);
    shown.identity = said_of_identity(hear::identity_held(reader, council, ref));
    if (shown.complaint && shown.complaint->names_another) {
      shown.identity += "; the person they speak for is named";
    }
    fill_data(shown, reader, council);
    if (const auto* language = templates::find_language(hear::written_in(reader, council, ref))) {
      shown.written_in = language->english_name;
    }
    return shown;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  view->may_see_identity =
      view->identity != "Anonymous" && call.may("GET", "/cases/{ref}/identity");
  if (!call.may("GET", "/cases/{ref}/scans")) view->scans.clear();
  view->may_redact = !view->words.empty() && call.may("GET", "/cases/{ref}/redaction");
  view->may_hold = call.may("GET", "/cases/{ref}/hold");
  view->may_see_data = call.may("POST", "/peoples-data/held");
  view->may_work = call.may("POST", "/cases/{ref}/closure");
  view->may_write_letters = call.may("POST", "/cases/{ref}/letters");
  view->may_raise = call.may("GET", "/actions/new");
  view->may_add_evidence = call.may("GET", "/evidence/new");
  return page(call, "hear/case.html", templates::to_value(*view));
}

}  // namespace throughline::web
