#include "web/hear/people/person_page.hpp"

#include "base/date.hpp"
#include "base/digits.hpp"
#include "hear/people/people.hpp"
#include "templates/described.hpp"
#include "web/http/url.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct MatchView {
  std::string ref;
  std::string title;
  std::string status;
  std::string by;
  bool on_hold = false;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(MatchView, (), (ref, title, status, by, on_hold, checked))

struct NamedMatchView {
  std::string id;
  std::string record;
  std::string what;
  std::string name;
  std::string email;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(NamedMatchView, (), (id, record, what, name, email, checked))

struct SearchView {
  std::string sought;
  bool searched = false;
  bool more = false;
  std::vector<MatchView> matches;
  std::vector<NamedMatchView> named;
  std::string reason;
  bool may_retain = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SearchView, (),
                      (sought, searched, more, matches, named, reason, may_retain, errors))

struct CellView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (name, value))

struct TableView {
  std::string what;
  std::vector<std::vector<CellView>> rows;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (what, rows))

struct HeldView {
  std::string ref;
  std::string title;
  bool on_hold = false;
  std::vector<TableView> tables;
};
BOOST_DESCRIBE_STRUCT(HeldView, (), (ref, title, on_hold, tables))

struct MadeView {
  std::string ref;
  std::string title;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(MadeView, (), (ref, title, href))

struct PersonView {
  std::string council;
  std::string made_at;
  std::string made_by;
  std::string reason;
  std::vector<HeldView> cases;
  std::vector<NamedMatchView> named;
  std::vector<MadeView> made;
  std::string erasure;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (council, made_at, made_by, reason, cases, named, made, erasure))

struct LookView {
  std::string at;
  std::string who;
  std::string what;
  std::string subject;
  std::string href;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LookView, (), (at, who, what, subject, href, reason))

struct LooksView {
  std::vector<LookView> looks;
  std::string older;
  bool first = true;
};
BOOST_DESCRIBE_STRUCT(LooksView, (), (looks, older, first))

// "contact_by" -> "Contact by".
std::string heading_of(std::string column) {
  for (auto& c : column) c = c == '_' ? ' ' : c;
  if (!column.empty() && column[0] >= 'a') column[0] = static_cast<char>(column[0] - 'a' + 'A');
  return column;
}

NamedMatchView named_view(const hear::NamedMatch& row, bool checked = false) {
  return {row.id, row.record, row.what, row.name, row.email, checked};
}

PersonView view_of(const Call& call, const hear::PersonData& data, const std::string& reason) {
  PersonView view;
  view.council = call.authority.name;
  view.made_at = base::to_london_text(call.work.now);
  view.made_by = call.work.actor.name;
  view.reason = reason;
  for (const auto& each : data.cases) {
    HeldView held{each.ref, each.title, each.on_hold, {}};
    for (const auto& table : each.tables) {
      TableView shown{table.what, {}};
      for (const auto& cells : table.rows) {
        std::vector<CellView> row;
        for (std::size_t at = 0; at < cells.size(); ++at) {
          if (!cells[at].empty()) row.push_back({heading_of(table.columns[at]), cells[at]});
        }
        shown.rows.push_back(std::move(row));
      }
      held.tables.push_back(std::move(shown));
    }
    view.cases.push_back(std::move(held));
    view.erasure += (view.erasure.empty() ? "/peoples-data/erasure?case=" : "&case=") + each.ref;
  }
  for (const auto& row : data.named) {
    view.named.push_back(named_view(row));
    view.erasure += (view.erasure.empty() ? "/peoples-data/erasure?named=" : "&named=") +
                    http::percent_encode(row.id);
  }
  for (const auto& node : data.made_from_them) {
    view.made.push_back({node.ref, node.title, record::page_of(node.ref)});
  }
  return view;
}

void fill_matches(SearchView& view, const hear::PeopleFound& found,
                  const std::vector<std::string>& chosen,
                  const std::vector<std::string>& chosen_named) {
  view.searched = true;
  view.more = found.more;
  for (const auto& match : found.matches) {
    std::string by;
    for (const auto& each : match.by) by += (by.empty() ? "" : ", ") + each;
    bool checked = false;
    for (const auto& ref : chosen) checked = checked || ref == match.found.ref;
    view.matches.push_back({match.found.ref, hear::title(match.found),
                            std::string(hear::label(match.found.status)), by, match.on_hold,
                            checked});
  }
  for (const auto& row : found.named) {
    view.named.push_back(
        named_view(row, std::ranges::find(chosen_named, row.id) != chosen_named.end()));
  }
}

http::Response show_search(Call& call, SearchView view, int status = 200) {
  view.may_retain = call.may("GET", "/peoples-data/retention");
  return page(call, "hear/people/search.html", templates::to_value(view), status);
}

// The results once more, with what was wrong about the choice: looked for anew, since a page keeps
// nothing between two requests.
http::Response choose_again(Call& call, const base::Error& error) {
  if (error.kind != base::ErrorKind::invalid) return error_page(call, error);
  SearchView view;
  view.sought = call.request.form.get("sought");
  view.reason = call.request.form.get("reason");
  const auto found = call.database.write(
      [&](store::Writer& writer) { return hear::find_people(writer, call.work, view.sought); });
  if (found)
    fill_matches(view, *found, call.request.form.all("case"), call.request.form.all("named"));
  view.errors = form_errors(error);
  return show_search(call, std::move(view), 400);
}

base::Result<hear::PersonData> look(Call& call, hear::Looking looking) {
  return call.database.write([&](store::Writer& writer) {
    return hear::look_at_person(writer, call.work, call.request.form.all("case"),
                                call.request.form.get("reason"), looking,
                                call.request.form.all("named"));
  });
}

std::string what_of(const std::string& verb) {
  if (verb == "identity seen") return "Saw who was behind a case";
  if (verb == "data seen") return "Saw everything held with a case";
  if (verb == "data exported") return "Took everything held with a case out as a file";
  if (verb == "letter opened") return "Opened a letter about a case";
  if (verb == "scan of the paper looked at") return "Looked at the scan of a paper form";
  return "Looked for a person";
}

}  // namespace

http::Response people_search_page(Call& call) {
  return show_search(call, {});
}

http::Response search_people(Call& call) {
  SearchView view;
  view.sought = call.request.form.get("sought");
  const auto found = call.database.write(
      [&](store::Writer& writer) { return hear::find_people(writer, call.work, view.sought); });
  if (!found) {
    view.errors = form_errors(found.error());
    return show_search(call, std::move(view), 400);
  }
  fill_matches(view, *found, {}, {});
  return show_search(call, std::move(view));
}

http::Response show_person(Call& call) {
  const auto data = look(call, hear::Looking::to_show);
  if (!data) return choose_again(call, data.error());
  return page(call, "hear/people/person.html",
              templates::to_value(view_of(call, *data, call.request.form.get("reason"))));
}

http::Response export_person(Call& call) {
  const auto data = look(call, hear::Looking::to_export);
  if (!data) return choose_again(call, data.error());
  if (call.request.form.get("format") == "json") {
    return http::Response::download(hear::person_json(*data, call.work),
                                    "application/json; charset=utf-8", "person.json");
  }
  auto rendered = page(call, "hear/people/person_file.html",
                       templates::to_value(view_of(call, *data, call.request.form.get("reason"))));
  return http::Response::download(std::move(rendered.body), "text/html; charset=utf-8",
                                  "person.html");
}

http::Response looks_page(Call& call) {
  constexpr std::size_t looks_on_page = 50;
  const auto before = base::digits(call.request.query.get("before")).value_or(0);
  LooksView view;
  view.first = before == 0;
  call.database.read([&](store::Reader& reader) {
    const auto found = hear::looks(reader, call.authority.id, call.request.query.get("who"), before,
                                   looks_on_page);
    for (const auto& each : found) {
      const auto at = base::instant_from_text(each.at);
      const bool is_record = record::kind_of(each.subject).has_value();
      view.looks.push_back({at ? base::to_london_text(*at) : each.at, each.who, what_of(each.verb),
                            is_record ? each.subject : "",
                            is_record ? record::page_of(each.subject) : "", each.reason});
    }
    if (found.size() == looks_on_page) {
      view.older = "/peoples-data/looks?before=" + std::to_string(found.back().sequence);
    }
  });
  return page(call, "hear/people/looks.html", templates::to_value(view));
}

}  // namespace throughline::web
