#include "web/publish/hub/hub_version_pages.hpp"

#include "base/digits.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "text/line_changes.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"
#include "web/publish/hub/hub_page.hpp"
#include "web/publish/hub/hub_reading.hpp"

namespace throughline::web {

namespace {

namespace hub = publish::hub;

struct HubVersionLineView {
  std::string number;
  std::string who;
  std::string when;
  std::string why;
  bool published = false;
};
BOOST_DESCRIBE_STRUCT(HubVersionLineView, (), (number, who, when, why, published))

struct HubHistoryView {
  std::string slug;
  std::string ref;
  std::string title;
  std::vector<HubVersionLineView> versions;
  std::vector<HistoryView> history;
};
BOOST_DESCRIBE_STRUCT(HubHistoryView, (), (slug, ref, title, versions, history))

struct HubChangeView {
  std::string line;
  bool taken_out = false;
  bool put_in = false;
};
BOOST_DESCRIBE_STRUCT(HubChangeView, (), (line, taken_out, put_in))

struct HubVersionView {
  std::string slug;
  std::string title;
  std::string summary;
  std::string number;
  std::string before;  // the number of the version before; empty: the first
  std::string who;
  std::string when;
  std::string why;
  templates::Value html;
  std::vector<HubChangeView> changes;
  bool is_published = false;
  bool may_publish = false;
  bool may_restore = false;
  EaseView ease;
};
BOOST_DESCRIBE_STRUCT(HubVersionView, (),
                      (slug, title, summary, number, before, who, when, why, html, changes,
                       is_published, may_publish, may_restore, ease))

std::string when_text(const std::string& instant) {
  const auto at = base::instant_from_text(instant);
  return at ? base::to_london_text(*at) : "";
}

bool shows(const hub::Page& page, std::int64_t number) {
  return page.state == hub::State::published && page.published_version == number;
}

std::optional<hub::Page> page_of_writer(Call& call, store::Reader& reader) {
  return hub::find_page(reader, call.authority.id, hub_reach(call), call.parameter("slug"));
}

// Everything of a version that readers see, as text to compare.
std::string compared_text(const hub::Version& version) {
  return version.form.title + "\n" + version.form.summary + "\n\n" + version.form.body;
}

std::vector<HubChangeView> changes_between(const hub::Version& before, const hub::Version& after) {
  std::vector<HubChangeView> views;
  for (const auto& each : text::line_changes(compared_text(before), compared_text(after))) {
    if (each.change == text::LineChange::same) continue;
    if (each.line.empty()) continue;
    views.push_back({each.line, each.change == text::LineChange::taken_out,
                     each.change == text::LineChange::put_in});
  }
  return views;
}

std::string version_address(const std::string& slug, const std::string& number) {
  return "/information/" + slug + "/versions/" + number;
}

http::Response done(Call& call, const base::Result<void>& result, const std::string& message) {
  if (!result) return hub_page_again(call, result.error());
  return redirect_with_message(call, "/information/" + call.parameter("slug"), message);
}

}  // namespace

http::Response hub_history_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<HubHistoryView> {
    const auto found = page_of_writer(call, reader);
    if (!found) return std::nullopt;
    HubHistoryView made;
    made.slug = found->slug;
    made.ref = found->ref;
    made.title = found->title;
    for (const auto& each : hub::versions(reader, call.authority.id, found->ref)) {
      made.versions.push_back(
          {std::to_string(each.number), each.by_name, when_text(each.written_at),
           each.number == 1 ? "Begun" : each.form.why, shows(*found, each.number)});
    }
    made.history = history_views(record::history(reader, call.authority.id, found->ref));
    return made;
  });
  if (!view) return no_hub_page(call);
  return page(call, "publish/hub/history.html", templates::to_value(*view));
}

http::Response hub_version_page(Call& call) {
  const auto number = base::digits(call.parameter("number")).value_or(0);
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<HubVersionView> {
    const auto& council = call.authority.id;
    const auto found = page_of_writer(call, reader);
    if (!found) return std::nullopt;
    const auto version = hub::find_version(reader, council, found->ref, number);
    if (!version) return std::nullopt;
    HubVersionView made;
    made.slug = found->slug;
    made.title = version->form.title;
    made.summary = version->form.summary;
    made.number = std::to_string(number);
    made.who = version->by_name;
    made.when = when_text(version->written_at);
    made.why = version->form.why;
    auto reading = hub_reading(call, reader, version->form.body);
    made.html = std::move(reading.html);
    made.ease = std::move(reading.ease);
    made.is_published = shows(*found, number);
    made.may_publish = number == found->latest_version && !made.is_published;
    made.may_restore = number != found->latest_version;
    if (const auto before = hub::find_version(reader, council, found->ref, number - 1)) {
      made.before = std::to_string(number - 1);
      made.changes = changes_between(*before, *version);
    }
    return made;
  });
  if (!view) return no_hub_page(call);
  return page(call, "publish/hub/version.html", templates::to_value(*view));
}

http::Response receive_hub_restoration(Call& call) {
  const auto& slug = call.parameter("slug");
  const auto number = base::digits(call.parameter("number")).value_or(0);
  const auto restored = call.database.write(
      [&](store::Writer& writer) { return hub::restore_version(writer, call.work, slug, number); });
  if (!restored) return error_page(call, restored.error());
  const auto latest = call.database.read([&](store::Reader& reader) {
    return std::to_string(page_of_writer(call, reader).value().latest_version);
  });
  return redirect_with_message(
      call, version_address(slug, latest),
      "Version " + std::to_string(number) + " restored. Readers see it once it is published");
}

http::Response receive_hub_publication(Call& call) {
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  return done(call, call.database.write([&](store::Writer& writer) {
    return hub::publish_page(writer, call.work, call.parameter("slug"), version);
  }),
              "Published");
}

http::Response receive_hub_withdrawal(Call& call) {
  return done(call, call.database.write([&](store::Writer& writer) {
    return hub::withdraw_page(writer, call.work, call.parameter("slug"),
                              call.request.form.get("reason"));
  }),
              "Withdrawn. Readers no longer see it");
}

http::Response receive_hub_check(Call& call) {
  return done(call, call.database.write([&](store::Writer& writer) {
    return hub::check_page(writer, call.work, call.parameter("slug"));
  }),
              "Checked. Nothing changed");
}

}  // namespace throughline::web
