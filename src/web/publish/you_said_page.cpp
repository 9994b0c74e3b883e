#include "web/publish/you_said_page.hpp"

#include "publish/publish.hpp"
#include "record/line.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::web {
namespace {

struct EntryView {
  std::string action_ref;
  std::string action_href;
  std::string action_title;
  std::string href;
  std::string who;
  std::string you_said;
  std::string we_did;
  std::string could_not;
  std::string worked;
  std::string worked_label;
  std::string worked_key;
  std::string tested;
  std::string since;
  bool shown = false;
  bool worded = false;
  std::string saved;
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (action_ref, action_href, action_title, href, who, you_said, we_did,
                       could_not, worked, worked_label, worked_key, tested, since, shown, worded,
                       saved))

struct YouSaidView {
  std::vector<EntryView> entries;
  std::string previous;
  std::string next;
  bool may_tell_us = false;
};
BOOST_DESCRIBE_STRUCT(YouSaidView, (), (entries, previous, next, may_tell_us))

struct WordingView {
  EntryView entry;
  std::vector<std::string> themes;
  bool may_write = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(WordingView, (), (entry, themes, may_write, errors))

const char* key_of(publish::Worked worked) {
  switch (worked) {
    case publish::Worked::improved:
      return "green";
    case publish::Worked::got_worse:
      return "red";
    case publish::Worked::no_change:
      return "orange";
    case publish::Worked::too_soon:
      return "blue";
    case publish::Worked::not_measured:
      return "grey";
  }
  return "grey";
}

EntryView entry_view(const publish::YouSaid& entry) {
  const publish::PublicWording& wording = entry.wording;
  EntryView view;
  view.action_ref = wording.action_ref;
  view.action_href = record::page_of(wording.action_ref);
  view.action_title = entry.action_title;
  view.href = "/public-wordings/" + wording.action_ref;
  view.who = entry.who();
  view.you_said = wording.you_said;
  view.we_did = wording.we_did;
  view.could_not = wording.could_not;
  view.worked = publish::sentence(entry.worked);
  view.worked_label = publish::short_label(entry.worked);
  view.worked_key = key_of(entry.worked);
  view.tested = entry.tested.empty() ? "" : judging::long_date(entry.tested);
  view.since = wording.first_shown_at.empty()
                   ? ""
                   : judging::long_date(wording.first_shown_at.substr(0, 10));
  view.shown = wording.shown;
  view.worded = !wording.saved_at.empty();
  if (view.worded) view.saved = wording.saved_by + ", " + judging::in_london(wording.saved_at);
  return view;
}

// A page of a list, and where the ones before and after it are.
template <typename List>
http::Response show_list(Call& call, std::string_view name, int size, int count, List&& list) {
  const std::string typed = call.request.query.get("page");
  int number = 1;
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  number = std::clamp(number, 1, std::max(1, (count + size - 1) / size));
  const int offset = (number - 1) * size;
  YouSaidView view;
  view.may_tell_us = call.may("GET", "/tell-us");
  call.database.read([&](store::Reader& reader) {
    for (const publish::YouSaid& entry : list(reader, offset)) {
      view.entries.push_back(entry_view(entry));
    }
  });
  const std::string page_address = call.request.path + "?page=";
  if (number > 1) view.previous = page_address + std::to_string(number - 1);
  if (offset + size < count) view.next = page_address + std::to_string(number + 1);
  return page(call, name, templates::to_value(view));
}

http::Response show_wording(Call& call, const publish::WordingDraft* draft, templates::Value errors,
                            int status) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return publish::action_to_word(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, found.error());
  WordingView view;
  view.entry = entry_view(*found);
  view.themes = found->themes;
  view.may_write = call.may("POST", "/public-wordings/{ref}");
  view.errors = std::move(errors);
  if (draft) {
    view.entry.you_said = draft->you_said;
    view.entry.we_did = draft->we_did;
    view.entry.could_not = draft->could_not;
    view.entry.shown = draft->shown;
  }
  return page(call, "publish/public_wording.html", templates::to_value(view), status);
}

}  // namespace

http::Response you_said_page(Call& call) {
  constexpr int size = 20;
  const int count = call.database.read(
      [&](store::Reader& reader) { return publish::count_shown(reader, call.authority.id); });
  return show_list(call, "publish/you_said.html", size, count,
                   [&](store::Reader& reader, int offset) {
                     return publish::you_said_we_did(reader, call.authority.id, size, offset);
                   });
}

http::Response wording_list_page(Call& call) {
  constexpr int size = 50;
  const int count = call.database.read([&](store::Reader& reader) {
    return publish::count_actions_to_word(reader, call.authority.id);
  });
  return show_list(call, "publish/public_wording_list.html", size, count,
                   [&](store::Reader& reader, int offset) {
                     return publish::actions_to_word(reader, call.authority.id, size, offset);
                   });
}

http::Response wording_page(Call& call) {
  return show_wording(call, nullptr, no_errors(), 200);
}

http::Response receive_wording(Call& call) {
  const http::Form& form = call.request.form;
  const publish::WordingDraft draft{call.parameter("ref"), form.get("you_said"), form.get("we_did"),
                                    form.get("could_not"), form.get("shown") == "yes"};
  const auto saved = call.database.write(
      [&](store::Writer& writer) { return publish::word_action(writer, call.work, draft); });
  if (saved) {
    return redirect_with_message(call, "/public-wordings",
                                 saved->shown ? "Saved and shown to the public" : "Saved");
  }
  if (saved.error().kind != base::ErrorKind::invalid) return error_page(call, saved.error());
  return show_wording(call, &draft, form_errors(saved.error()), 400);
}

}  // namespace throughline::web
