#include "web/publish/local_account/chapter_page.hpp"

#include "base/digits.hpp"
#include "record/line.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"
#include "web/publish/local_account/account_view.hpp"
#include "web/publish/local_account/open_links.hpp"

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct EarlierView {
  std::string when;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(EarlierView, (), (when, words))

struct ChapterFormView {
  std::string ref;
  std::string href;
  std::string account_title;
  std::string counted_on;
  bool draft = false;
  bool foreword = false;
  bool may_write = false;
  local_accounts::AccountChapterView chapter;
  std::string version;
  std::string note;
  bool left_out = false;
  std::string why_left_out;
  std::string saved;
  bool previews = false;
  templates::Value preview;
  std::string theirs;  // what someone else saved meanwhile
  std::string theirs_by;
  std::string next_href;
  std::string next_title;
  std::vector<EarlierView> earlier;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ChapterFormView, (),
                      (ref, href, account_title, counted_on, draft, foreword, may_write, chapter,
                       version, note, left_out, why_left_out, saved, previews, preview, theirs,
                       theirs_by, next_href, next_title, earlier, errors))

struct Loaded {
  ChapterFormView view;
  account::WrittenChapter written;
};

void fill_next(ChapterFormView& view, account::Chapter chapter) {
  for (std::size_t at = 0; at + 1 < account::all_chapters.size(); ++at) {
    if (account::all_chapters[at] != chapter) continue;
    const auto next = account::all_chapters[at + 1];
    view.next_href = record::page_of(view.ref) + "/chapters/" + std::string(to_text(next));
    view.next_title = account::title_of(next);
  }
}

// A browser leaves out the first line end of a text area.
std::string for_area(std::string text) {
  if (text.starts_with('\n')) text.insert(0, "\n");
  return text;
}

std::optional<Loaded> load(Call& call) {
  const auto* chapter = account::chapter_from_text(call.parameter("key"));
  if (!chapter) return std::nullopt;
  return call.database.read([&](store::Reader& reader) -> std::optional<Loaded> {
    const auto found = account::find_account(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    Loaded loaded;
    loaded.written = account::find_chapter(reader, call.authority.id, found->ref, *chapter).value();
    const auto& text = loaded.written.text;
    auto& view = loaded.view;
    view.ref = found->ref;
    view.href = record::page_of(found->ref) + "/chapters/" + text.chapter;
    view.account_title = found->title();
    view.counted_on = base::to_long_text(found->counted_on);
    view.draft = found->state == account::State::draft;
    view.foreword = *chapter == account::Chapter::foreword;
    view.may_write = view.draft && call.may("POST", "/local-accounts/{ref}/chapters/{key}");
    view.chapter = local_accounts::chapter_view(text, local_accounts::For::staff);
    local_accounts::keep_open_links(view.chapter, call);
    view.version = std::to_string(loaded.written.version);
    view.note = for_area(text.note);
    view.left_out = text.left_out;
    view.why_left_out =
        text.why_left_out.empty() ? "We have nothing on this yet." : text.why_left_out;
    if (!loaded.written.saved_at.empty()) {
      view.saved = loaded.written.saved_by + ", " + judging::in_london(loaded.written.saved_at);
    }
    fill_next(view, *chapter);
    for (const auto& each :
         account::earlier_words(reader, call.authority.id, found->ref, *chapter)) {
      view.earlier.push_back({each.saved_by + ", " + judging::in_london(each.saved_at),
                              each.text.left_out       ? "Left out: " + each.text.why_left_out
                              : each.text.note.empty() ? "No words"
                                                       : each.text.note});
    }
    return loaded;
  });
}

http::Response no_chapter(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such chapter", {}});
}

http::Response show(Call& call, const ChapterFormView& view, int status = 200) {
  return page(call, "publish/local_account/chapter.html", templates::to_value(view), status);
}

}  // namespace

http::Response account_chapter_page(Call& call) {
  const auto loaded = load(call);
  return loaded ? show(call, loaded->view) : no_chapter(call);
}

http::Response receive_account_chapter(Call& call) {
  auto loaded = load(call);
  if (!loaded) return no_chapter(call);
  const auto& form = call.request.form;
  const account::ChapterForm given{form.get("note"), form.get("left_out") == "yes",
                                   form.get("why_left_out")};
  auto& view = loaded->view;
  view.note = for_area(given.note);
  view.left_out = given.left_out;
  view.why_left_out = given.why_left_out;
  view.version = form.get("version");
  if (form.get("do") == "preview") {
    view.previews = true;
    account::ChapterText text;
    text.note = given.note;
    view.preview = local_accounts::chapter_view(text, local_accounts::For::everyone).note;
    return show(call, view);
  }
  const auto saved = call.database.write([&](store::Writer& writer) {
    return account::write_chapter(writer, call.work, loaded->view.ref, loaded->written.chapter,
                                  base::digits(view.version).value_or(0), given);
  });
  if (saved) {
    return redirect_with_message(call, record::page_of(view.ref),
                                 "“" + view.chapter.title + "” saved");
  }
  if (saved.error().kind == base::ErrorKind::not_found) return no_chapter(call);
  const bool conflict = saved.error().kind == base::ErrorKind::conflict;
  if (conflict && view.draft) {
    // With the newest version, so that saving once more, now knowingly, goes through.
    const auto& theirs = loaded->written;
    view.version = std::to_string(theirs.version);
    view.theirs = theirs.text.left_out ? "Left out: " + theirs.text.why_left_out : theirs.text.note;
    if (view.theirs.empty()) view.theirs = "(no words)";
    view.theirs_by = theirs.saved_by;
  }
  auto problems = saved.error().problems;
  if (problems.empty()) problems.push_back({"note", saved.error().message});
  view.errors = form_errors({saved.error().kind, "There is a problem", std::move(problems)});
  return show(call, view, conflict ? 409 : 400);
}

}  // namespace throughline::web
