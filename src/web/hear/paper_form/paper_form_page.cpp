#include "web/hear/paper_form/paper_form_page.hpp"

#include "publish/convert.hpp"
#include "record/language.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/paper_form/paper_sheet.hpp"
#include "web/hear/paper_form/scan_pages.hpp"
#include "web/page.hpp"
#include "web/routes.hpp"

#include <algorithm>
#include <memory>

namespace throughline::web {
namespace {

constexpr std::string_view anything = "anything";

struct PaperFormView {
  std::vector<ChoiceView> forms;
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> languages;  // empty when there is only English
  std::string point;                  // its code; empty: none
  std::string point_name;
  std::string missing;  // why no PDF can be made here
  std::string phone;
  std::string email;
  bool may_type_in = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PaperFormView, (),
                      (forms, kinds, services, languages, point, point_name, missing, phone, email,
                       may_type_in, errors))

// What everyone's choice stands on.
struct Ground {
  std::vector<record::Service> services;
  record::CouncilDetails details;
  std::vector<record::ShownLanguage> languages;
  std::optional<hear::Point> point;
};

Ground ground_of(Call& call) {
  const auto code = call.request.query.get("point");
  return call.database.read([&](store::Reader& reader) {
    const auto& id = call.authority.id;
    Ground ground{record::services_offered(reader, id), record::council_details(reader, id),
                  record::shown_languages(reader, id), std::nullopt};
    if (!code.empty()) ground.point = hear::point_by_code(reader, id, code);
    return ground;
  });
}

std::string meaning_of(hear::PaperForm form) {
  if (form == hear::PaperForm::easy_read) return "Few words, large letters, one thing at a time";
  return form == hear::PaperForm::large_print ? "The same questions in larger letters"
                                              : "The same questions as on this website";
}

std::string wish_of(hear::Kind kind) {
  if (kind == hear::Kind::complaint) return "To complain";
  return kind == hear::Kind::compliment ? "To say thank you" : "To suggest something";
}

http::Response show(Call& call, const Ground& ground, templates::Value errors, int status) {
  const auto& asked = call.request.query;
  const auto chosen = [&](std::string_view name, std::string_view instead) {
    return asked.has(name) ? asked.get(name) : std::string(instead);
  };
  PaperFormView view;
  for (const auto form : hear::all_paper_forms) {
    view.forms.push_back(choice(hear::to_text(form), hear::label(form),
                                chosen("form", "standard") == hear::to_text(form),
                                meaning_of(form)));
  }
  for (const auto kind : hear::paper_kinds) {
    view.kinds.push_back(
        choice(hear::to_text(kind), wish_of(kind), chosen("kind", "") == hear::to_text(kind)));
  }
  view.kinds.push_back(choice(anything, "I do not know yet", chosen("kind", anything) == anything));
  view.services = service_choices(ground.services,
                                  chosen("service", ground.point ? ground.point->service_ref : ""));
  view.services.insert(view.services.begin(),
                       choice("", templates::in_language("Leave it open"), false));
  if (!ground.languages.empty()) {
    const auto now = chosen("language", templates::spoken().code);
    view.languages.push_back(choice("en", "English", now == "en"));
    for (const auto& each : ground.languages) {
      if (const auto* language = templates::find_language(each.code)) {
        view.languages.push_back(choice(language->code, language->name, now == language->code));
      }
    }
  }
  if (ground.point) {
    view.point = ground.point->code;
    view.point_name = ground.point->name;
  }
  view.missing = publish::why_missing(publish::Converter::pdf);
  view.phone = ground.details.phone;
  view.email = ground.details.email;
  view.may_type_in = call.may("GET", "/cases/new");
  view.errors = std::move(errors);
  return page(call, "hear/paper_form/paper_form.html", templates::to_value(view), status);
}

// The language that the form is asked for in, if the council shows it; else that of the page.
const templates::Language& language_asked(const Call& call, const Ground& ground) {
  const auto code = call.request.query.get("language");
  const auto* asked = templates::find_language(code);
  if (asked == nullptr) return templates::spoken();
  const bool shown = asked == &templates::english() ||
                     std::ranges::find(ground.languages, code, &record::ShownLanguage::code) !=
                         ground.languages.end();
  return shown ? *asked : templates::spoken();
}

}  // namespace

http::Response paper_form_page(Call& call) {
  return show(call, ground_of(call), no_errors(), 200);
}

http::Response paper_form_pdf(Call& call, PaperPress& press) {
  auto ground = ground_of(call);
  const auto& asked = call.request.query;
  PaperOrder order;
  order.council = call.authority.name;
  std::vector<base::Problem> problems;
  if (const auto form = hear::paper_form_from_text(asked.get("form"))) {
    order.form = *form;
  } else {
    problems.push_back({"form", "Choose which form you want"});
  }
  const auto kind = hear::kind_from_text(asked.get("kind"));
  if (kind && std::ranges::find(hear::paper_kinds, *kind) != hear::paper_kinds.end()) {
    order.kind = kind;
  }
  order.service_ref = asked.get("service");
  if (!order.service_ref.empty() &&
      std::ranges::find(ground.services, order.service_ref, &record::Service::ref) ==
          ground.services.end()) {
    problems.push_back({"service", "Choose a service from the list, or leave it open"});
  }
  if (!problems.empty()) {
    return show(call, ground, form_errors({base::ErrorKind::invalid, "", std::move(problems)}),
                400);
  }
  const auto& language = language_asked(call, ground);
  order.point = ground.point;
  order.services = ground.services;
  order.details = ground.details;
  const auto html = [&] {
    const templates::Speaking speaking(language);
    return paper_sheet(order);
  }();
  const auto made = press.print(html, call.request.remote_address, call.work.now);
  if (!made) {
    auto response = show(call, ground, form_errors(made.error()), 503);
    response.set_header("Retry-After", "60");
    return response;
  }
  auto name = "tell-us-" + std::string(hear::to_text(order.form));
  if (language.code != templates::english().code) name += "-" + std::string(language.code);
  return http::Response::download(
      *made, std::string(publish::content_type(publish::Converter::pdf)), name + ".pdf");
}

void add_paper_form_pages(Routes& routes) {
  const auto press = std::make_shared<PaperPress>([](const std::string& html) {
    return publish::convert(publish::Converter::pdf, html, hear::paper_form_dated);
  });
  routes.get("/paper-form", paper_form_page);
  routes.get("/cases/{ref}/scans", scan_list_page);
  routes.post("/cases/{ref}/scans", receive_scan);
  routes.post("/cases/{ref}/scans/{number}", scan_file);
  routes.post("/cases/{ref}/scans/{number}/removal", receive_scan_removal);
  routes.get("/paper-form/pdf", [press](Call& call) { return paper_form_pdf(call, *press); });
}

}  // namespace throughline::web
