#include "web/publish/publication_page.hpp"

#include "publish/hub/page.hpp"
#include "publish/publish.hpp"
#include "record/line.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"
#include "web/publish/published_view.hpp"

#include <sstream>

namespace throughline::web {
namespace {

struct PublicationView {
  std::string ref;
  std::string href;
  std::string title;
  std::string at;
  std::string by;
  std::string hash;
  std::vector<std::string> cautions;
  std::string withdrawn_at;
  std::string withdrawn_by;
  std::string withdrawn_because;
  bool standing = false;
};
BOOST_DESCRIBE_STRUCT(PublicationView, (),
                      (ref, href, title, at, by, hash, cautions, withdrawn_at, withdrawn_by,
                       withdrawn_because, standing))

struct PublicationListView {
  std::vector<PublicationView> publications;
  bool may_publish = false;
  bool may_word = false;
  bool any_standing = false;
};
BOOST_DESCRIBE_STRUCT(PublicationListView, (), (publications, may_publish, may_word, any_standing))

struct CheckView {
  std::string what;
  std::string next;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (what, next, href))

// What to know about one statement.
struct CautionView {
  std::string name;
  std::vector<CheckView> items;
};
BOOST_DESCRIBE_STRUCT(CautionView, (), (name, items))

struct PublicationCheckView {
  std::vector<CheckView> stops;
  std::vector<CautionView> cautions;
  int ready = 0;
  std::string hash;
  bool may_publish = false;
  bool accepts = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PublicationCheckView, (),
                      (stops, cautions, ready, hash, may_publish, accepts, errors))

struct PublicationPageView {
  PublicationView publication;
  publishing::SummaryView summary;
  std::string reason;
  bool may_withdraw = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PublicationPageView, (), (publication, summary, reason, may_withdraw, errors))

PublicationView publication_view(const publish::Publication& publication) {
  PublicationView view;
  view.ref = publication.ref;
  view.href = record::page_of(publication.ref);
  view.title = publication.title;
  view.at = judging::in_london(publication.published_at);
  view.by = publication.by_name;
  view.hash = publication.content_hash;
  std::istringstream cautions(publication.cautions);
  for (std::string line; std::getline(cautions, line);) view.cautions.push_back(line);
  if (!publication.withdrawn_at.empty()) {
    view.withdrawn_at = judging::in_london(publication.withdrawn_at);
    view.withdrawn_by = publication.withdrawn_by;
    view.withdrawn_because = publication.withdrawn_because;
  }
  view.standing = publication.standing;
  return view;
}

std::vector<CheckView> check_views(const std::vector<publish::CheckItem>& items) {
  std::vector<CheckView> views;
  for (const publish::CheckItem& item : items) views.push_back({item.what, item.next, item.href});
  return views;
}

std::vector<CautionView> caution_views(const std::vector<publish::CheckItem>& items) {
  std::vector<CautionView> views;
  for (const publish::CheckItem& item : items) {
    const judge::Statement* statement = judging_rules().framework.find(item.statement);
    const std::string name = statement ? statement->name : "The whole assessment";
    if (views.empty() || views.back().name != name) views.push_back({name, {}});
    views.back().items.push_back({item.what, item.next, item.href});
  }
  return views;
}

http::Response show_check(Call& call, bool accepts, templates::Value errors, int status) {
  const auto check = call.database.read([&](store::Reader& reader) {
    return publish::check_publication(reader, call.authority, judging_rules(), call.work.today());
  });
  PublicationCheckView view;
  view.stops = check_views(check.of(publish::Severity::stops));
  view.cautions = caution_views(check.of(publish::Severity::caution));
  view.ready = check.ready;
  view.hash = check.hash;
  view.may_publish = check.may_publish();
  view.accepts = accepts;
  view.errors = std::move(errors);
  return page(call, "publish/publication_check.html", templates::to_value(view), status);
}

// A publication of "You said, we did" has its page with the action that it words.
std::optional<std::string> action_worded_as(Call& call, const std::string& ref) {
  return call.database.read([&](store::Reader& reader) -> std::optional<std::string> {
    for (const record::Link& link : record::links_to(reader, call.authority.id, ref)) {
      if (record::kind_of(link.from) == record::NodeKind::action) return link.from;
    }
    return std::nullopt;
  });
}

http::Response show_publication(Call& call, const std::string& reason, templates::Value errors,
                                int status) {
  const std::string& ref = call.parameter("ref");
  if (const auto action = action_worded_as(call, ref)) {
    return http::Response::redirect("/public-wordings/" + *action);
  }
  const auto slug = call.database.read(
      [&](store::Reader& reader) { return publish::hub::slug_of(reader, call.authority.id, ref); });
  if (!slug.empty()) return http::Response::redirect("/information/" + slug);
  PublicationPageView view;
  const auto found = call.database.read([&](store::Reader& reader) {
    auto publication = publish::find_publication(reader, call.authority.id, ref);
    if (publication) {
      view.summary = publishing::summary_view(
          publish::published_summary(reader, call.authority.id, publication->ref));
    }
    return publication;
  });
  if (!found) return error_page(call, found.error());
  view.publication = publication_view(*found);
  view.reason = reason;
  view.errors = std::move(errors);
  view.may_withdraw = call.may("POST", "/publications/{ref}/withdrawal");
  return page(call, "publish/publication.html", templates::to_value(view), status);
}

}  // namespace

http::Response publication_list_page(Call& call) {
  PublicationListView view;
  view.may_publish = call.may("POST", "/publications");
  view.may_word = call.may("GET", "/public-wordings");
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : publish::publications(reader, call.authority.id)) {
      view.any_standing = view.any_standing || each.standing;
      view.publications.push_back(publication_view(each));
    }
  });
  return page(call, "publish/publication_list.html", templates::to_value(view));
}

http::Response publication_check_page(Call& call) {
  return show_check(call, false, no_errors(), 200);
}

http::Response receive_publication(Call& call) {
  const http::Form& form = call.request.form;
  const publish::PublicationDraft draft{form.get("hash"), form.get("accepts_cautions") == "yes"};
  const auto made = call.database.write([&](store::Writer& writer) {
    return publish::publish_assessment(writer, call.work, call.authority, judging_rules(), draft);
  });
  if (made) {
    return redirect_with_message(call, record::page_of(made->ref),
                                 "Published. Anyone can read it now");
  }
  if (made.error().kind == base::ErrorKind::forbidden) return error_page(call, made.error());
  return show_check(call, draft.accepts_cautions, form_errors(made.error()),
                    made.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

http::Response publication_page(Call& call) {
  return show_publication(call, "", no_errors(), 200);
}

http::Response receive_publication_withdrawal(Call& call) {
  const std::string reason = call.request.form.get("reason");
  const auto withdrawn = call.database.write([&](store::Writer& writer) {
    return publish::withdraw_publication(writer, call.work, call.parameter("ref"), reason);
  });
  if (withdrawn) {
    return redirect_with_message(call, record::page_of(withdrawn->ref),
                                 "Withdrawn. The public no longer sees it");
  }
  if (withdrawn.error().kind != base::ErrorKind::invalid) {
    return error_page(call, withdrawn.error());
  }
  return show_publication(call, reason, form_errors(withdrawn.error()), 400);
}

}  // namespace throughline::web
