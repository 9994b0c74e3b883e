#include "web/hear/fair_voice/fair_voice_page.hpp"

#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "formats/share_chart.hpp"
#include "hear/fair_voice/fair_voice.hpp"
#include "hear/fair_voice/population.hpp"
#include "record/document.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/case_filter.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <sstream>

namespace throughline::web {

namespace {

struct GroupView {
  std::string group;
  std::string count;
  std::string share;
  std::string expected;
  std::string gap;
  std::string heard;
  std::string heard_class;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (group, count, share, expected, gap, heard, heard_class))

struct QuestionView {
  std::string id;
  std::string category;
  std::string answered;
  std::string refused;
  std::string not_known;
  std::string source;
  templates::Value chart;
  std::vector<GroupView> groups;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (),
                      (id, category, answered, refused, not_known, source, chart, groups))

struct FieldView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FieldView, (), (name, value))

struct FairVoiceView {
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> themes;
  std::vector<ChoiceView> populations;
  std::string from;
  std::string to;
  std::string about;  // "Complaints about Home care, from March 2025"
  std::string population;
  bool enough = false;
  std::string voices;
  std::vector<std::string> missing;  // "Age: 18 to 24"
  std::vector<QuestionView> questions;
  std::vector<FieldView> fields;
  std::string file;
  bool has_population = false;
  bool may_add = false;
  bool may_import = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(FairVoiceView, (),
                      (kinds, services, themes, populations, from, to, about, population, enough,
                       voices, missing, questions, fields, file, has_population, may_add,
                       may_import, errors))

struct Asked {
  AskedFor cases;
  hear::Population against = hear::Population::residents;
};

Asked asked_in(const http::Form& form) {
  Asked asked{asked_for(form)};
  auto& filter = asked.cases.filter;
  const auto given_from = filter.from;
  const auto given_to = filter.to;
  filter = hear::coarse(filter);
  // What is shown again is the whole month that was looked at.
  if (given_from) asked.cases.from_text = base::to_text(*filter.from);
  if (given_to) asked.cases.to_text = base::to_text(*filter.to);
  asked.against =
      hear::population_from_text(form.get("against")).value_or(hear::Population::residents);
  return asked;
}

QueryFields fields_of_asked(const Asked& asked) {
  auto fields = fields_of(asked.cases);
  std::erase_if(fields, [](const auto& field) { return field.first == "order"; });
  fields.emplace_back("against", hear::to_text(asked.against));
  return fields;
}

std::string percent(double value) {
  return formats::to_grouped_text(value, 1) + "%";
}

std::string points(double value) {
  return (value > 0 ? "+" : "") + formats::to_grouped_text(value, 1);
}

std::string heard_class(hear::Heard heard) {
  if (heard == hear::Heard::less) return "govuk-tag--orange";
  if (heard == hear::Heard::more) return "govuk-tag--blue";
  return "govuk-tag--grey";
}

GroupView group_view(const hear::GroupVoice& voice) {
  GroupView view;
  view.group = voice.group;
  view.count = hear::in_words(voice.count);
  view.share = voice.share ? percent(*voice.share) + " (" + percent(voice.lower) + " to " +
                                 percent(voice.upper) + ")"
               : voice.upper > 0 ? "At most " + percent(voice.upper)
                                 : "Not shown";
  view.expected = voice.expected ? percent(*voice.expected) : "No figure";
  view.gap = voice.gap ? points(*voice.gap) + " (" + points(voice.gap_lower) + " to " +
                             points(voice.gap_upper) + ")"
                       : "–";
  if (voice.expected) {
    view.heard = hear::label(voice.heard);
    view.heard_class = heard_class(voice.heard);
  }
  return view;
}

std::string chart_of(const hear::QuestionVoice& question, const std::string& population) {
  formats::ShareChart chart;
  chart.id = "chart-" + question.field;
  for (auto& c : chart.id) c = c == '_' ? '-' : c;
  chart.title = std::string(hear::category_of(question.field)) + ": voices and " + population;
  chart.description =
      "Each group's share of those who answered, with how sure it is. The figures "
      "stand in the table below.";
  chart.share_name = "Voices";
  chart.against_name = population;
  for (const auto& voice : question.groups) {
    chart.lines.push_back({voice.group, voice.share, voice.lower, voice.upper, voice.expected,
                           voice.heard == hear::Heard::less || voice.heard == hear::Heard::more});
  }
  return formats::share_chart(chart);
}

void fill(FairVoiceView& view, const hear::FairVoice& found, hear::Population against) {
  view.enough = found.enough;
  view.voices = hear::in_words(found.voices);
  view.population = hear::label(against);
  for (const auto& question : found.questions) {
    QuestionView shown;
    shown.id = question.field;
    shown.category = hear::category_of(question.field);
    shown.answered = hear::in_words(question.answered);
    shown.refused = hear::in_words(question.refused);
    shown.not_known = hear::in_words(question.not_known);
    if (!question.source.empty()) {
      shown.source = question.source + ", " + std::to_string(question.year);
      view.has_population = true;
    }
    shown.chart = templates::Value::safe(chart_of(question, view.population));
    for (const auto& voice : question.groups) {
      shown.groups.push_back(group_view(voice));
      if (voice.heard == hear::Heard::less) {
        view.missing.push_back(shown.category + ": " + voice.group);
      }
    }
    view.questions.push_back(std::move(shown));
  }
}

std::string about_of(const AskedFor& asked, const std::string& service, const std::string& theme) {
  const auto& filter = asked.filter;
  std::string about = filter.kinds.empty() ? "Every kind of case" : "";
  for (const auto kind : filter.kinds) {
    about += (about.empty() ? "" : ", ") + std::string(hear::label(kind)) + "s";
  }
  if (!service.empty()) about += " about " + service;
  if (!theme.empty()) about += ", theme " + theme;
  if (filter.from) about += ", from " + base::to_month_text(*filter.from);
  if (filter.to) about += ", to " + base::to_month_text(*filter.to);
  return about;
}

void fill_choices(FairVoiceView& view, const Asked& asked, store::Reader& reader,
                  const std::string& council) {
  const auto& filter = asked.cases.filter;
  const auto kind = filter.kinds.empty() ? "" : std::string(hear::to_text(filter.kinds.front()));
  view.kinds = choices(hear::all_kinds, {kind});
  view.kinds.insert(view.kinds.begin(), choice("", "Every kind", kind.empty()));
  const auto services = record::services(reader, council);
  view.services = service_choices(services, filter.service_ref.value_or(""));
  view.services.insert(view.services.begin(), choice("", "Every service", !filter.service_ref));
  std::string service;
  std::string theme_name;
  for (const auto& each : services) {
    if (filter.service_ref == each.ref) service = each.name;
  }
  view.themes.push_back(choice("", "Every theme", filter.theme_ref.empty()));
  for (const auto& theme : understand::themes(reader, council)) {
    view.themes.push_back(choice(theme.ref, theme.name, theme.ref == filter.theme_ref));
    if (theme.ref == filter.theme_ref) theme_name = theme.name;
  }
  view.populations = choices(hear::all_populations, {std::string(hear::to_text(asked.against))});
  view.from = asked.cases.from_text;
  view.to = asked.cases.to_text;
  view.about = about_of(asked.cases, service, theme_name);
}

FairVoiceView view_of(Call& call, const Asked& asked) {
  FairVoiceView view;
  call.database.read([&](store::Reader& reader) {
    fill_choices(view, asked, reader, call.authority.id);
    if (!asked.cases.problems.empty()) return;
    fill(view, hear::fair_voice(reader, call.authority.id, asked.cases.filter, asked.against),
         asked.against);
  });
  const auto fields = fields_of_asked(asked);
  for (const auto& [name, value] : fields) view.fields.push_back({name, value});
  view.file = address_with("/fair-voice.csv", fields);
  view.may_add = call.may("POST", "/fair-voice/evidence");
  view.may_import = call.may("GET", "/fair-voice/population");
  return view;
}

std::string csv_of(const std::vector<std::vector<std::string>>& rows) {
  std::ostringstream text;
  formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
  for (const auto& row : rows) writer.row(row);
  return text.str();
}

}  // namespace

http::Response fair_voice_page(Call& call) {
  const auto asked = asked_in(call.request.query);
  auto view = view_of(call, asked);
  if (asked.cases.problems.empty()) {
    return page(call, "hear/fair_voice/fair_voice.html", templates::to_value(view));
  }
  view.errors = form_errors({base::ErrorKind::invalid, "", asked.cases.problems});
  return page(call, "hear/fair_voice/fair_voice.html", templates::to_value(view), 400);
}

http::Response fair_voice_file(Call& call) {
  const auto asked = asked_in(call.request.query);
  const auto found = call.database.read([&](store::Reader& reader) {
    return hear::fair_voice(reader, call.authority.id, asked.cases.filter, asked.against);
  });
  return http::Response::download(csv_of(hear::rows_of(found)), "text/csv; charset=utf-8",
                                  "fair-voice.csv");
}

http::Response receive_fair_voice_evidence(Call& call) {
  const auto asked = asked_in(call.request.form);
  const auto view = view_of(call, asked);
  if (!view.enough) {
    return error_page(
        call,
        {base::ErrorKind::conflict, "There are too few voices to keep a picture of them", {}});
  }
  const auto today = call.work.today();
  auto kept = call.database.write([&](store::Writer& writer) {
    const auto found =
        hear::fair_voice(writer, call.authority.id, asked.cases.filter, asked.against);
    auto rows = hear::rows_of(found);
    rows.insert(rows.begin(), {"Whose voices are heard", view.about, "Against: " + view.population,
                               base::to_text(call.work.now)});
    return record::add_document(
        writer, call.work,
        {"Whose voices are heard: " + view.about + ", against " + view.population,
         "fair-voice-" + base::to_text(today) + ".csv", base::to_text(today), csv_of(rows)});
  });
  if (!kept) return error_page(call, kept.error());
  return redirect_with_message(call,
                               "/evidence/new?source=" + kept->ref + "&statement=equity&voice=data",
                               "Kept as " + kept->ref + ". Say what it shows");
}

}  // namespace throughline::web
