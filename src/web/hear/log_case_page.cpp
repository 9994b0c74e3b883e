#include "web/hear/log_case_page.hpp"

#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "hear/hear.hpp"
#include "hear/way_in.hpp"
#include "record/event.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/log_case_paper.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <array>

namespace throughline::web {

namespace {

struct LogCaseView {
  std::string submission_key;
  std::vector<ChoiceView> kinds;
  std::string words;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> relationships;
  std::vector<ChoiceView> channels;
  std::vector<ChoiceView> ways;
  std::string paper_reference;
  std::string day;
  std::string month;
  std::string year;
  std::string name;
  std::string email;
  std::string phone;
  std::string address;
  std::vector<ChoiceView> contact_ways;
  bool contact_open = false;
  std::vector<ChoiceView> themes;
  LogPaperView paper;
  bool equality_open = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LogCaseView, (),
                      (submission_key, kinds, words, services, relationships, channels, ways,
                       paper_reference, day, month, year, name, email, phone, address, contact_ways,
                       contact_open, themes, paper, equality_open, errors))

struct CaseReceiptView {
  std::string ref;
  std::string receipt;
  std::string title;
  std::string next = "/cases/new";  // where the next one is logged
  bool may_open = false;
};
BOOST_DESCRIBE_STRUCT(CaseReceiptView, (), (ref, receipt, title, next, may_open))

constexpr std::array channels_of_staff = {hear::Channel::phone, hear::Channel::in_person,
                                          hear::Channel::letter, hear::Channel::email};
constexpr std::size_t most_paper_reference_characters = 80;
constexpr std::array ways_on_paper = {hear::WayIn::paper, hear::WayIn::large_print,
                                      hear::WayIn::paper_easy_read};

// The kind of paper form that is typed in, if it is one.
std::optional<hear::WayIn> paper_way(const http::Form& form) {
  const auto way = hear::way_in_from_text(form.get("way"));
  if (!way || std::ranges::find(ways_on_paper, *way) == ways_on_paper.end()) return std::nullopt;
  return way;
}

// What the form holds, to be shown again with its mistakes.
LogCaseView view_of(Call& call, const http::Form& form) {
  LogCaseView view;
  view.submission_key = form.get("submission_key");
  view.kinds = kind_choices(form.get("kind"));
  view.words = form.get("words");
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  view.relationships = choices(hear::all_relationships, {form.get("relationship")});
  view.relationships.insert(view.relationships.begin(), choice("", "Choose", false));
  view.channels = choices(channels_of_staff, {form.get("channel")});
  view.ways = choices(ways_on_paper, {form.get("way")});
  view.ways.insert(view.ways.begin(), choice("", "Not on a form", false));
  view.paper_reference = form.get("paper_reference");
  view.day = form.get("day");
  view.month = form.get("month");
  view.year = form.get("year");
  view.name = form.get("name");
  view.email = form.get("email");
  view.phone = form.get("phone");
  view.address = form.get("address");
  view.paper = log_paper_view(form, paper_way(form));
  for (const auto& asked : hear::equality_questions()) {
    view.equality_open = view.equality_open || !form.get(asked.field).empty();
  }
  view.contact_open =
      !view.name.empty() || !view.phone.empty() || !view.email.empty() || !view.address.empty();
  view.contact_ways = {choice("", "They do not want to be contacted", false)};
  for (const auto by : {hear::ContactBy::phone, hear::ContactBy::email, hear::ContactBy::post}) {
    view.contact_ways.push_back(
        choice(hear::to_text(by), hear::label(by), form.get("contact_by") == hear::to_text(by)));
  }
  const auto chosen = form.all("themes");
  call.database.read([&](store::Reader& reader) {
    view.services =
        service_choices(record::services_offered(reader, call.authority.id), form.get("service"));
    for (const auto& theme : understand::active_themes(reader, call.authority.id)) {
      view.themes.push_back(
          choice(theme.ref, theme.name, std::ranges::find(chosen, theme.ref) != chosen.end()));
    }
  });
  view.services.insert(view.services.begin(),
                       choice("", "Not about one service, or not sure", false));
  return view;
}

hear::NewCase given_in(const http::Form& form, std::vector<base::Problem>& problems) {
  hear::NewCase given;
  given.submission_key = form.get("submission_key");
  given.kind = hear::kind_from_text(form.get("kind"));
  given.words = form.get("words");
  if (given.kind && paper_way(form) == hear::WayIn::paper_easy_read) {
    given.words = words_with_pictures(form, *given.kind, problems);
  }
  given.service_ref = form.get("service");
  given.relationship = hear::relationship_from_text(form.get("relationship"));
  if (const auto channel = hear::channel_from_text(form.get("channel"))) {
    given.channel = *channel;
  } else {
    problems.push_back({"channel", "Choose how it came"});
  }
  const auto received =
      base::date_from_parts(form.get("day"), form.get("month"), form.get("year"), "Date received");
  if (received) {
    given.received = *received;
  } else {
    const auto& error = received.error();
    problems.push_back(
        {"received", error.problems.empty() ? error.message : error.problems.front().message});
  }
  auto& contact = given.identity.contact;
  contact.name = form.get("name");
  contact.email = form.get("email");
  contact.phone = form.get("phone");
  contact.address = form.get("address");
  contact.by = hear::contact_by_from_text(form.get("contact_by"));
  contact.consents = contact.by != hear::ContactBy::none;
  given.identity.equality = equality_on_paper(form, problems);
  return given;
}

// The kind of paper form that it came on, if it did. Nothing else can come on one but a letter.
std::optional<hear::CaseWay> way_in(const http::Form& form, std::vector<base::Problem>& problems) {
  const auto way = paper_way(form);
  if (!way) return std::nullopt;
  if (form.get("channel") != hear::to_text(hear::Channel::letter)) {
    problems.push_back({"way", "A paper form comes as a letter. Choose Letter, or Not on a form"});
  }
  const auto kept_as = form.get("paper_reference");
  if (!formats::is_utf8(kept_as) || kept_as.find('\0') != std::string::npos ||
      hear::characters(kept_as) > most_paper_reference_characters) {
    problems.push_back(
        {"paper_reference", "Where the paper is kept must be 80 characters or fewer"});
  }
  return hear::CaseWay{*way, kept_as};
}

base::Result<hear::Received> keep(Call& call, const hear::NewCase& given,
                                  const std::optional<hear::CaseWay>& way,
                                  const std::vector<std::string>& themes) {
  return call.database.write([&](store::Writer& writer) -> base::Result<hear::Received> {
    auto received = hear::receive(writer, call.work, given);
    if (!received || received->again) return received;
    if (way) hear::keep_way(writer, call.work, received->ref, *way);
    if (themes.empty()) return received;
    if (auto set = understand::set_themes(writer, call.work, received->ref, themes); !set) {
      return tl::make_unexpected(set.error());
    }
    return received;
  });
}

// Staff see the receipt of what they logged themselves; those who may open cases, of every case.
bool may_see_receipt(Call& call, store::Reader& reader, const std::string& ref) {
  if (call.may("GET", "/cases/{ref}")) return true;
  const auto events = record::history(reader, call.authority.id, ref);
  return !events.empty() && events.front().actor_ref == call.work.actor.user_ref;
}

}  // namespace

http::Response log_case_page(Call& call) {
  const auto today = call.work.today();
  http::Form fresh;
  fresh.add("submission_key", base::new_token(call.work.random));
  // After one paper form comes the next: what is the same on a pile of them is filled in.
  const auto way = hear::way_in_from_text(call.request.query.get("way"));
  fresh.add("channel", way ? "letter" : "phone");
  if (way) fresh.add("way", std::string(hear::to_text(*way)));
  fresh.add("day", std::to_string(static_cast<unsigned>(today.day())));
  fresh.add("month", std::to_string(static_cast<unsigned>(today.month())));
  fresh.add("year", std::to_string(static_cast<int>(today.year())));
  return page(call, "hear/log_case.html", templates::to_value(view_of(call, fresh)));
}

http::Response receive_case(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto given = given_in(form, problems);
  const auto way = way_in(form, problems);
  if (problems.empty()) {
    base::Result<hear::Received> received;
    try {
      received = keep(call, given, way, form.all("themes"));
    } catch (const store::UniqueViolation&) {
      received = keep(call, given, way, form.all("themes"));  // pressed twice at one moment
    }
    if (received) return http::Response::redirect("/cases/" + received->ref + "/receipt");
    problems = received.error().problems;
  } else {
    // All problems at once, those of the page and those of the case, in the order of the form.
    for (auto& problem : hear::problems_of(given, call.work.today())) {
      problems.push_back(std::move(problem));
    }
    constexpr std::array order = {"way",      "kind",         "picks",   "words",
                                  "service",  "relationship", "channel", "paper_reference",
                                  "received", "name",         "phone",   "email",
                                  "address"};
    std::ranges::stable_sort(problems, {}, [&](const base::Problem& problem) {
      return std::ranges::find(order, problem.field) - order.begin();
    });
  }
  auto view = view_of(call, form);
  for (const auto& problem : problems) {
    view.contact_open = view.contact_open || problem.field == "name" || problem.field == "email" ||
                        problem.field == "phone" || problem.field == "address";
  }
  view.errors = form_errors({base::ErrorKind::invalid, "There is a problem", std::move(problems)});
  return page(call, "hear/log_case.html", templates::to_value(view), 400);
}

http::Response case_receipt_page(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto view =
      call.database.read([&](store::Reader& reader) -> std::optional<CaseReceiptView> {
        const auto found = hear::find_case(reader, call.authority.id, ref);
        if (!found || !may_see_receipt(call, reader, ref)) return std::nullopt;
        CaseReceiptView told{found->ref, found->receipt, hear::title(*found)};
        if (const auto way = hear::way_of(reader, call.authority.id, ref)) {
          told.next = "/cases/new?way=" + std::string(hear::to_text(way->way));
        }
        told.may_open = call.may("GET", "/cases/{ref}");
        return told;
      });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  return page(call, "hear/case_receipt.html", templates::to_value(*view));
}

}  // namespace throughline::web
