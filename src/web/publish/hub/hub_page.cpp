#include "web/publish/hub/hub_page.hpp"

#include "base/random.hpp"
#include "publish/hub/markdown_file.hpp"
#include "publish/hub/useful.hpp"
#include "templates/described.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/publish/hub/hub_reading.hpp"

namespace throughline::web {

namespace {

namespace hub = publish::hub;

struct HubPageView {
  std::string slug;
  std::string ref;
  std::string title;
  std::string summary;
  templates::Value html;
  std::vector<ContentsView> contents;
  std::string checked;
  std::string topic;
  std::string submission_key;
  std::vector<OptionView> useful;
  std::string words;
  bool asks = false;
  // For who writes.
  bool may_write = false;
  std::string tag;
  std::string tag_class;
  std::string audience;
  std::string owner;
  std::string review_by;
  std::string latest_version;
  bool published = false;
  bool waits = false;  // the latest version is not published
  EaseView ease;
  std::string answers;
  std::vector<std::string> cases;
  bool may_open_case = false;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(HubPageView, (),
                      (slug, ref, title, summary, html, contents, checked, topic, submission_key,
                       useful, words, asks, may_write, tag, tag_class, audience, owner, review_by,
                       latest_version, published, waits, ease, answers, cases, may_open_case,
                       reason, errors))

void fill_for_writer(HubPageView& view, const Call& call, store::Reader& reader,
                     const hub::Page& found) {
  const auto today = call.work.today();
  view.tag = hub_tag(found, today);
  view.tag_class = hub_tag_class(found, today);
  view.audience = label(found.audience);
  view.owner = found.owner_name;
  view.review_by = base::to_long_text(found.review_by);
  view.latest_version = std::to_string(found.latest_version);
  view.waits = !view.published || found.has_unpublished_changes();
  const auto count = hub::count_answers(reader, call.authority.id, found.ref);
  if (count.all > 0) {
    view.answers = std::to_string(count.useful) + " of " + std::to_string(count.all) +
                   (count.all == 1 ? " reader" : " readers") + " found it useful";
  }
  view.cases = count.case_refs;
  view.may_open_case = call.may("GET", "/cases/{ref}");
}

std::optional<HubPageView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<HubPageView> {
    const auto reach = hub_reach(call);
    const auto found = hub::find_page(reader, call.authority.id, reach, call.parameter("slug"));
    if (!found) return std::nullopt;
    HubPageView view;
    view.slug = found->slug;
    view.ref = found->ref;
    view.title = found->title;
    view.summary = found->summary;
    view.topic = hub::topic_name(found->topic);
    view.published = found->state == hub::State::published;
    view.asks = view.published;
    if (found->checked) view.checked = base::to_long_text(*found->checked);
    auto reading = hub_reading(call, reader, found->body);
    view.html = std::move(reading.html);
    view.contents = std::move(reading.contents);
    view.ease = std::move(reading.ease);
    view.submission_key = base::new_token(call.work.random);
    view.useful = {option("yes", "Yes", ""), option("no", "No", "")};
    view.may_write = reach.writes;
    if (reach.writes) fill_for_writer(view, call, reader, *found);
    return view;
  });
}

http::Response again(Call& call, HubPageView view, const base::Error& error, int status) {
  const auto& form = call.request.form;
  const auto chosen = form.get("useful");
  view.useful = {option("yes", "Yes", chosen), option("no", "No", chosen)};
  view.words = form.get("words");
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  view.reason = form.get("reason");
  if (const auto key = form.get("submission_key"); !key.empty()) view.submission_key = key;
  view.errors = form_errors(error);
  return page(call, "publish/hub/page.html", templates::to_value(view), status);
}

}  // namespace

http::Response hub_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return no_hub_page(call);
  return page(call, "publish/hub/page.html", templates::to_value(*view));
}

http::Response hub_page_again(Call& call, const base::Error& error) {
  if (error.problems.empty()) return error_page(call, error);
  auto view = view_of(call);
  if (!view) return no_hub_page(call);
  return again(call, *std::move(view), error, 400);
}

http::Response hub_markdown_file(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return hub::find_page(reader, call.authority.id, hub_reach(call), call.parameter("slug"));
  });
  if (!found) return no_hub_page(call);
  return http::Response::download(hub::markdown_of(*found), "text/markdown; charset=utf-8",
                                  found->slug + ".md");
}

http::Response receive_hub_answer(Call& call, GuessLimit& limit) {
  const auto& form = call.request.form;
  const auto& slug = call.parameter("slug");
  auto view = view_of(call);
  if (!view) return no_hub_page(call);
  const auto& address = call.request.remote_address;
  if (!limit.may_try(address, call.work.now)) {
    return again(
        call, *std::move(view),
        {base::ErrorKind::invalid,
         "",
         {{"useful", "Too many were sent from here at once. Wait a minute, then send it again"}}},
        429);
  }
  hub::NewAnswer given;
  const auto useful = form.get("useful");
  if (useful == "yes" || useful == "no") given.useful = useful == "yes";
  given.words = form.get("words");
  given.submission_key = form.get("submission_key");
  const auto receipt = call.database.write([&](store::Writer& writer) {
    return hub::say_useful(writer, call.work, hub_reach(call), slug, given);
  });
  if (!receipt) return hub_page_again(call, receipt.error());
  limit.was_wrong(address, call.work.now);
  return redirect_with_message(
      call, "/information/" + slug,
      receipt->empty()
          ? "Thank you"
          : "Thank you. To see what came of what you told us, keep this reference: " + *receipt);
}

}  // namespace throughline::web
