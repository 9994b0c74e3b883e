#include "web/publish/hub/hub_write_pages.hpp"

#include "base/digits.hpp"
#include "base/random.hpp"
#include "publish/hub/markdown_file.hpp"
#include "templates/described.hpp"
#include "text/sentences.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/publish/hub/hub_reading.hpp"

#include <algorithm>
#include <fstream>

namespace throughline::web {

namespace {

namespace hub = publish::hub;

struct HubFormView {
  std::string slug;     // empty: a new page
  std::string version;  // that the change begins from
  std::string submission_key;
  std::string title;
  std::string summary;
  std::string body;
  std::vector<OptionView> audiences;
  std::vector<OptionView> topics;
  std::vector<OptionView> owners;
  std::vector<OptionView> months;
  std::string why;
  bool previews = false;
  templates::Value preview;
  EaseView ease;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(HubFormView, (),
                      (slug, version, submission_key, title, summary, body, audiences, topics,
                       owners, months, why, previews, preview, ease, errors))

hub::PageForm form_of(const http::Form& form) {
  return {form.get("title"),        form.get("summary"), form.get("body"),
          form.get("audience"),     form.get("topic"),   form.get("owner"),
          form.get("check_months"), form.get("why"),     form.get("submission_key")};
}

void fill_choices(HubFormView& view, store::Reader& reader, const Call& call,
                  const hub::PageForm& form) {
  for (const auto each : hub::all_audiences) {
    view.audiences.push_back(option(to_text(each), label(each), form.audience));
  }
  view.topics.push_back(option("", "Choose a topic", form.topic));
  for (const auto& each : hub::topics()) {
    view.topics.push_back(option(each.key, each.name, form.topic));
  }
  for (const auto& each : hub::owners(reader, call.authority.id)) {
    view.owners.push_back(option(each.ref, each.name, form.owner_ref));
  }
  for (const int each : hub::months_between_checks) {
    view.months.push_back(option(std::to_string(each), "Every " + std::to_string(each) + " months",
                                 form.check_months));
  }
}

HubFormView form_view(Call& call, const hub::PageForm& form) {
  HubFormView view;
  view.submission_key = form.submission_key;
  view.title = form.title;
  view.summary = form.summary;
  view.body = form.body;
  if (view.body.starts_with('\n')) view.body.insert(0, "\n");
  view.why = form.why;
  call.database.read([&](store::Reader& reader) { fill_choices(view, reader, call, form); });
  return view;
}

bool wants_preview(const Call& call) {
  return call.request.form.get("do") == "preview";
}

http::Response show(Call& call, HubFormView view, int status = 200) {
  return page(call, "publish/hub/form.html", templates::to_value(view), status);
}

http::Response show_preview(Call& call, HubFormView view, const std::string& body) {
  view.previews = true;
  call.database.read([&](store::Reader& reader) {
    auto reading = hub_reading(call, reader, body);
    view.preview = std::move(reading.html);
    view.ease = std::move(reading.ease);
  });
  return show(call, std::move(view));
}

http::Response show_refused(Call& call, HubFormView view, const base::Error& error) {
  view.errors = form_errors(
      error.problems.empty() ? base::Error{error.kind, "", {{"title", error.message}}} : error);
  return show(call, std::move(view), error.kind == base::ErrorKind::conflict ? 409 : 400);
}

// What the page is about, when a file does not say: its first sentence.
std::string first_sentence(const std::string& body) {
  const auto read = formats::read_markdown(body);
  if (!read) return {};
  const auto line = read->plain.substr(0, read->plain.find('\n'));
  const auto sentences = text::split_sentences(line);
  if (sentences.empty() || sentences.front().size() > hub::most_summary_characters) return {};
  return std::string(sentences.front());
}

base::Result<hub::PageForm> form_from_upload(Call& call) {
  const auto& uploads = call.request.uploads;
  if (uploads.empty() || uploads.front().size == 0) {
    return base::refuse({{"file", "Choose a Markdown file"}});
  }
  const auto& upload = uploads.front();
  std::ifstream stream(upload.path, std::ios::binary);
  std::string bytes(std::min<std::size_t>(upload.size, formats::most_markdown_bytes + 1), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) throw std::runtime_error("an uploaded file could not be read");
  auto form = hub::form_from_markdown(bytes, upload.file_name);
  if (!form) return form;
  if (form->summary.empty()) form->summary = first_sentence(form->body);
  form->audience = to_text(hub::Audience::staff);
  form->topic = "practice";
  form->owner_ref = call.work.actor.user_ref;
  form->check_months = "12";
  form->submission_key = call.request.form.get("submission_key");
  return form;
}

std::optional<hub::Page> page_to_change(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hub::find_page(reader, call.authority.id, hub_reach(call), call.parameter("slug"));
  });
}

}  // namespace

http::Response new_hub_page(Call& call) {
  hub::PageForm form;
  form.owner_ref = call.work.actor.user_ref;
  form.check_months = "12";
  form.submission_key = base::new_token(call.work.random);
  return show(call, form_view(call, form));
}

http::Response receive_hub_page(Call& call) {
  const auto form = form_of(call.request.form);
  if (wants_preview(call)) return show_preview(call, form_view(call, form), form.body);
  const auto written = call.database.write(
      [&](store::Writer& writer) { return hub::write_page(writer, call.work, form); });
  if (!written) return show_refused(call, form_view(call, form), written.error());
  return redirect_with_message(call, "/information/" + *written,
                               "Draft saved. Read it through, then publish it");
}

http::Response receive_hub_file(Call& call) {
  const auto form = form_from_upload(call);
  if (!form) {
    hub::PageForm fresh;
    fresh.owner_ref = call.work.actor.user_ref;
    fresh.check_months = "12";
    fresh.submission_key = call.request.form.get("submission_key");
    return show_refused(call, form_view(call, fresh), form.error());
  }
  const auto written = call.database.write(
      [&](store::Writer& writer) { return hub::write_page(writer, call.work, *form); });
  if (!written) return show_refused(call, form_view(call, *form), written.error());
  return redirect_with_message(call, "/information/" + *written + "/change",
                               "A draft for staff was made from the file. Say who it is for");
}

http::Response change_hub_page(Call& call) {
  const auto found = page_to_change(call);
  if (!found) return no_hub_page(call);
  // The latest version is what is changed, also when readers see an older one.
  auto version = call.database.read([&](store::Reader& reader) {
    return hub::find_version(reader, call.authority.id, found->ref, found->latest_version);
  });
  version->form.why.clear();
  auto view = form_view(call, version->form);
  view.slug = found->slug;
  view.version = std::to_string(found->latest_version);
  return show(call, std::move(view));
}

http::Response receive_hub_change(Call& call) {
  const auto found = page_to_change(call);
  if (!found) return no_hub_page(call);
  const auto form = form_of(call.request.form);
  const auto version = call.request.form.get("version");
  auto view = form_view(call, form);
  view.slug = found->slug;
  view.version = version;
  if (wants_preview(call)) return show_preview(call, std::move(view), form.body);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return hub::change_page(writer, call.work, found->slug, base::digits(version).value_or(0),
                            form);
  });
  if (!changed) return show_refused(call, std::move(view), changed.error());
  const auto next = std::to_string(found->latest_version + 1);
  return redirect_with_message(call, "/information/" + found->slug + "/versions/" + next,
                               "Version " + next + " saved. Readers see it once it is published");
}

}  // namespace throughline::web
