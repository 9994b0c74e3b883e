#include "web/publish/local_account/publishing_page.hpp"

#include "publish/local_account/publishing.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct ObstacleView {
  std::string what;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(ObstacleView, (), (what, href))

struct AccountPublicationView {
  std::string ref;
  std::string href;
  std::string account_title;
  bool draft = false;
  std::vector<ObstacleView> obstacles;
  std::int64_t standing = 0;
  std::int64_t needed = 0;
  bool approved = false;
  std::string approved_by;
  std::string text;
  std::string public_href;
  bool corrects = false;
  bool may_approve = false;
  bool may_publish = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AccountPublicationView, (),
                      (ref, href, account_title, draft, obstacles, standing, needed, approved,
                       approved_by, text, public_href, corrects, may_approve, may_publish, errors))

std::optional<AccountPublicationView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<AccountPublicationView> {
    const auto found = account::find_account(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    AccountPublicationView view;
    view.ref = found->ref;
    view.href = record::page_of(found->ref);
    view.account_title = found->title();
    view.draft = found->state == account::State::draft;
    view.public_href = "/local-account/" + account::year_name(found->year);
    view.corrects = !found->corrects.empty();
    if (!view.draft) return view;
    const auto check = account::check_publishing(reader, call.authority, *found, call.work.today());
    for (const auto& each : check.obstacles) view.obstacles.push_back({each.what, each.href});
    view.standing = check.standing;
    view.needed = check.needed;
    view.approved = check.approved;
    if (check.approved) {
      view.approved_by = found->approved_by + ", " + judging::in_london(found->approved_at);
    }
    view.text = check.text;
    view.may_approve = call.may("POST", "/local-accounts/{ref}/approval");
    view.may_publish = call.may("POST", "/local-accounts/{ref}/publication");
    return view;
  });
}

http::Response answer(Call& call, const base::Error& error) {
  if (error.kind == base::ErrorKind::not_found || error.kind == base::ErrorKind::forbidden) {
    return error_page(call, error);
  }
  auto view = load(call);
  if (!view) return error_page(call, error);
  auto problems = error.problems;
  if (problems.empty()) problems.push_back({"publish", error.message});
  view->errors = form_errors({error.kind, "There is a problem", std::move(problems)});
  return page(call, "publish/local_account/publication.html", templates::to_value(*view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response account_publication_page(Call& call) {
  const auto view = load(call);
  if (!view) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such Local Account", {}});
  }
  return page(call, "publish/local_account/publication.html", templates::to_value(*view));
}

http::Response receive_account_approval(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::approve(writer, call.work, call.authority, call.parameter("ref"),
                            call.request.form.get("text"));
  });
  if (!done) return answer(call, done.error());
  return redirect_with_message(call, record::page_of(call.parameter("ref")) + "/publication",
                               "Approved as it stands");
}

http::Response receive_account_publication(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::publish_account(writer, call.work, call.authority, call.parameter("ref"),
                                    call.request.form.get("text"));
  });
  if (!done) return answer(call, done.error());
  return redirect_with_message(call, record::page_of(call.parameter("ref")),
                               "Published. Anyone can read it now");
}

}  // namespace throughline::web
