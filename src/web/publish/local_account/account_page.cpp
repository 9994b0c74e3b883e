#include "publish/convert.hpp"
#include "publish/local_account/publishing.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/history_view.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"
#include "web/publish/local_account/account_pages.hpp"
#include "web/publish/local_account/account_tag.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct ChapterLineView {
  std::string href;
  std::string title;
  std::string state;  // "Written", "Left out", "Empty", "Figures, no words yet"
  std::string state_class;
  std::string saved;
};
BOOST_DESCRIBE_STRUCT(ChapterLineView, (), (href, title, state, state_class, saved))

struct LocalAccountView {
  std::string ref;
  std::string href;
  std::string title;
  std::string state;
  std::string state_class;
  bool draft = false;
  bool standing = false;
  std::int64_t version = 0;
  std::string counted_on;
  std::string what_changed;
  std::string corrects;
  std::string replaced_by;
  std::string published;
  std::string ended;
  std::string ended_because;
  std::string hash;
  std::string public_href;
  std::vector<ChapterLineView> chapters;
  std::string board;
  std::int64_t signed_by = 0;
  std::int64_t needed = 0;
  std::int64_t unsigned_since = 0;  // signatures on an earlier text
  bool approved = false;
  std::string approved_by;
  std::vector<HistoryView> history;
  std::vector<std::string> missing;
  bool may_write = false;
  bool may_publish = false;
  bool may_correct = false;
  bool may_withdraw = false;
  bool may_remove = false;
  std::string open;  // which form is open again
  std::string reason;
  std::string new_version;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LocalAccountView, (),
                      (ref, href, title, state, state_class, draft, standing, version, counted_on,
                       what_changed, corrects, replaced_by, published, ended, ended_because, hash,
                       public_href, chapters, board, signed_by, needed, unsigned_since, approved,
                       approved_by, history, missing, may_write, may_publish, may_correct,
                       may_withdraw, may_remove, open, reason, new_version, errors))

ChapterLineView line_of(const account::Account& found, const account::WrittenChapter& each) {
  ChapterLineView line;
  line.href = record::page_of(found.ref) + "/chapters/" + each.text.chapter;
  line.title = account::title_of(each.chapter);
  const bool words = !each.text.note.empty();
  if (each.text.left_out) {
    line.state = "Left out";
    line.state_class = "govuk-tag--grey";
  } else if (words) {
    line.state = "Written";
    line.state_class = "govuk-tag--green";
  } else if (each.text.found.empty()) {
    line.state = each.chapter == account::Chapter::foreword ? "Not written" : "Empty";
    line.state_class = "govuk-tag--orange";
  } else {
    line.state = "No words yet";
    line.state_class = "govuk-tag--blue";
  }
  if (!each.saved_at.empty()) {
    line.saved = each.saved_by + ", " + judging::in_london(each.saved_at);
  }
  return line;
}

void fill_state(LocalAccountView& view, const account::Account& found) {
  view.ref = found.ref;
  view.href = record::page_of(found.ref);
  view.title = found.title();
  view.state = label(found.state);
  view.state_class = account_tag(found.state);
  view.draft = found.state == account::State::draft;
  view.standing = found.state == account::State::published;
  view.version = found.version;
  view.counted_on = base::to_long_text(found.counted_on);
  view.what_changed = found.what_changed;
  view.corrects = found.corrects;
  view.replaced_by = found.replaced_by;
  view.board = found.group_name;
  view.hash = found.content_hash;
  view.approved_by = found.approved_by;
  if (!found.published_at.empty()) {
    view.published = judging::in_london(found.published_at) + ", by " + found.published_by;
    view.public_href = "/local-account/" + account::year_name(found.year) +
                       (view.standing ? "" : "-version-" + std::to_string(found.version));
  }
  if (!found.ended_at.empty()) {
    view.ended = judging::in_london(found.ended_at) + ", by " + found.ended_by;
    view.ended_because = found.ended_because;
  }
}

void fill_rights(LocalAccountView& view, const Call& call, const account::Account& found) {
  const bool seen = view.standing || found.state == account::State::replaced;
  view.may_write = view.draft && call.may("POST", "/local-accounts/{ref}/chapters/{key}");
  view.may_remove = view.draft && call.may("POST", "/local-accounts/{ref}/removal");
  view.may_publish = view.draft && call.may("GET", "/local-accounts/{ref}/publication");
  view.may_correct = view.standing && call.may("POST", "/local-accounts/{ref}/correction");
  view.may_withdraw = seen && call.may("POST", "/local-accounts/{ref}/withdrawal");
}

std::optional<LocalAccountView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<LocalAccountView> {
    const auto found = account::find_account(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    LocalAccountView view;
    fill_state(view, *found);
    fill_rights(view, call, *found);
    for (const auto& each : account::chapters_of(reader, call.authority.id, found->ref)) {
      view.chapters.push_back(line_of(*found, each));
    }
    for (const auto& each : account::signatures(reader, call.authority, *found)) {
      (each.stands ? view.signed_by : view.unsigned_since) += 1;
    }
    view.needed = account::signatures_needed(reader, call.authority.id);
    view.approved = !found->approved_text.empty() &&
                    (!view.draft || account::text_hash(account::content_of(
                                        reader, call.authority, *found)) == found->approved_text);
    view.history = history_views(record::history(reader, call.authority.id, found->ref));
    view.missing = publish::missing_downloads();
    return view;
  });
}

http::Response no_account(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such Local Account", {}});
}

http::Response show(Call& call, const LocalAccountView& view, int status = 200) {
  return page(call, "publish/local_account/account.html", templates::to_value(view), status);
}

// Back to the page; or the same with the form that was refused.
http::Response answer(Call& call, const base::Result<void>& done, const std::string& form,
                      const std::string& message) {
  if (done) {
    return redirect_with_message(call, record::page_of(call.parameter("ref")), message);
  }
  if (done.error().kind != base::ErrorKind::invalid) return error_page(call, done.error());
  auto view = load(call);
  if (!view) return no_account(call);
  view->open = form;
  view->reason = call.request.form.get("reason");
  view->new_version = call.request.form.get("what_changed");
  view->errors = form_errors(done.error());
  return show(call, *view, 400);
}

}  // namespace

http::Response local_account_page(Call& call) {
  const auto view = load(call);
  return view ? show(call, *view) : no_account(call);
}

http::Response receive_account_figures(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::count_again(writer, call.work, call.authority, call.parameter("ref"));
  });
  return answer(call, done, "", "Counted again, as the record stands today");
}

http::Response receive_account_removal(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::give_up(writer, call.work, call.parameter("ref"),
                            call.request.form.get("reason"));
  });
  return answer(call, done, "removal", "Given up. It stays in the history");
}

http::Response receive_account_correction(Call& call) {
  std::string made_ref;
  const auto done = call.database.write([&](store::Writer& writer) -> base::Result<void> {
    const auto made =
        account::begin_correction(writer, call.work, call.authority, call.parameter("ref"),
                                  call.request.form.get("what_changed"));
    if (!made) return tl::make_unexpected(made.error());
    made_ref = made->ref;
    return {};
  });
  if (!done) return answer(call, done, "correction", "");
  return redirect_with_message(call, record::page_of(made_ref),
                               "A new version is begun. The public sees the one before until this "
                               "one is signed and published");
}

http::Response receive_account_withdrawal(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::withdraw(writer, call.work, call.parameter("ref"),
                             call.request.form.get("reason"));
  });
  return answer(call, done, "withdrawal", "Withdrawn. The public no longer sees it");
}

}  // namespace throughline::web
