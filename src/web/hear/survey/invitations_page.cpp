// Who is invited to a wave, and, in a survey with names, who answered.

#include "formats/csv.hpp"
#include "hear/survey/response.hpp"
#include "hear/survey/wave.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/page.hpp"

#include <sstream>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct InvitationsView {
  std::string ref;
  std::string survey_title;
  std::string name;
  bool invited_only = false;
  std::int64_t made = 0;
  std::int64_t used = 0;
  std::string addresses;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(InvitationsView, (),
                      (ref, survey_title, name, invited_only, made, used, addresses, errors))

struct NameView {
  std::string name;
  std::string email;
  std::string received;
};
BOOST_DESCRIBE_STRUCT(NameView, (), (name, email, received))

struct NamesView {
  std::string ref;
  std::string survey_title;
  std::string name;
  std::string reason;
  bool shown = false;
  std::vector<NameView> names;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NamesView, (), (ref, survey_title, name, reason, shown, names, errors))

struct Found {
  survey::Wave wave;
  survey::Survey of;
};

std::optional<Found> found_in(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<Found> {
    const auto wave = survey::find_wave(reader, call.authority.id, call.parameter("ref"));
    if (!wave) return std::nullopt;
    return Found{*wave, *survey::find_survey(reader, call.authority.id, wave->survey_ref)};
  });
}

http::Response no_wave(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
}

http::Response show_invitations(Call& call, const std::string& addresses,
                                const base::Error* error) {
  const auto found = found_in(call);
  if (!found) return no_wave(call);
  const auto count = call.database.read([&](store::Reader& reader) {
    return survey::invitations(reader, call.authority.id, found->wave.ref);
  });
  InvitationsView view{found->wave.ref, found->of.title, found->wave.name, found->wave.invited_only,
                       count.made,      count.used,      addresses,        no_errors()};
  if (error) view.errors = form_errors(*error);
  return page(call, "hear/survey/invitations.html", templates::to_value(view), error ? 400 : 200);
}

// For a mail merge: the links are known now and never again.
http::Response links_file(const Call& call, const Found& found, const survey::Invited& invited) {
  std::ostringstream out;
  formats::CsvWriter csv(out, formats::CsvFor::spreadsheets);
  csv.row({"email", "link"});
  for (const auto& each : invited.made) {
    csv.row({each.email,
             call.public_address + "/answer/" + found.wave.slug + "?invitation=" + each.token});
  }
  return http::Response::download(out.str(), "text/csv; charset=utf-8",
                                  "survey-links-" + found.wave.ref + ".csv");
}

NamesView names_view(const Found& found) {
  NamesView view;
  view.ref = found.wave.ref;
  view.survey_title = found.of.title;
  view.name = found.wave.name;
  return view;
}

}  // namespace

http::Response invitations_page(Call& call) {
  return show_invitations(call, "", nullptr);
}

http::Response receive_invitations(Call& call) {
  const auto found = found_in(call);
  if (!found) return no_wave(call);
  const auto addresses = call.request.form.get("addresses");
  const auto invited = call.database.write([&](store::Writer& writer) {
    return survey::invite(writer, call.work, found->wave.ref, addresses);
  });
  if (!invited) return show_invitations(call, addresses, &invited.error());
  if (invited->made.empty()) {
    const base::Error error{base::ErrorKind::invalid,
                            "",
                            {{"addresses",
                              "All of them have a link already, which cannot be "
                              "shown again"}}};
    return show_invitations(call, addresses, &error);
  }
  return links_file(call, *found, *invited);
}

http::Response names_page(Call& call) {
  const auto found = found_in(call);
  if (!found || !found->of.named) return no_wave(call);
  return page(call, "hear/survey/names.html", templates::to_value(names_view(*found)));
}

http::Response show_names(Call& call) {
  const auto found = found_in(call);
  if (!found || !found->of.named) return no_wave(call);
  auto view = names_view(*found);
  view.reason = call.request.form.get("reason");
  const auto names = call.database.write([&](store::Writer& writer) {
    return survey::look_at_names(writer, call.work, found->wave.ref, view.reason);
  });
  if (!names) {
    view.errors = form_errors(names.error());
    return page(call, "hear/survey/names.html", templates::to_value(view), 400);
  }
  view.shown = true;
  for (const auto& each : *names) {
    const auto date = base::date_from_text(each.received);
    view.names.push_back({each.name, each.email, date ? base::to_long_text(*date) : ""});
  }
  return page(call, "hear/survey/names.html", templates::to_value(view));
}

}  // namespace throughline::web
