#include "web/publish/local_account/public_account_page.hpp"

#include "base/clock.hpp"
#include "base/digits.hpp"
#include "publish/convert.hpp"
#include "record/line.hpp"
#include "web/page.hpp"
#include "web/publish/local_account/account_paper.hpp"
#include "web/publish/local_account/account_view.hpp"
#include "web/publish/local_account/open_links.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct VersionView {
  std::string href;
  std::string name;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (href, name, state))

struct YearView {
  std::string href;
  std::string year;
  std::string period;
  std::string published;
};
BOOST_DESCRIBE_STRUCT(YearView, (), (href, year, period, published))

struct PublicListView {
  std::vector<YearView> years;
};
BOOST_DESCRIBE_STRUCT(PublicListView, (), (years))

struct PublicAccountView {
  local_accounts::AccountView account;
  std::string here;    // the address, before an ending
  std::string latest;  // of the version that stands, when this is not it
  bool replaced = false;
  std::string withdrawn_on;
  std::string withdrawn_because;
  std::vector<VersionView> versions;  // the others of the year
  std::vector<std::string> missing;
  bool preview = false;
  std::string back;
  bool may_tell_us = false;
};
BOOST_DESCRIBE_STRUCT(PublicAccountView, (),
                      (account, here, latest, replaced, withdrawn_on, withdrawn_because, versions,
                       missing, preview, back, may_tell_us))

struct Asked {
  int year = 0;
  std::int64_t version = 0;
  std::string name;    // without the ending
  std::string ending;  // empty: the page itself
};

// "2025-26", "2025-26-version-1", each with an ending or without; year 0: neither.
Asked asked_for(const std::string& parameter) {
  Asked asked;
  const auto dot = parameter.find('.');
  asked.name = parameter.substr(0, dot);
  if (dot != std::string::npos) asked.ending = parameter.substr(dot + 1);
  constexpr std::string_view mark = "-version-";
  const auto at = asked.name.find(mark);
  asked.year = account::year_from_name(asked.name.substr(0, at));
  if (at != std::string::npos) {
    asked.version = base::digits(asked.name.substr(at + mark.size())).value_or(0);
    if (asked.version == 0) asked.year = 0;
  }
  return asked;
}

std::string address_of(const account::Account& each) {
  const auto year = "/local-account/" + account::year_name(each.year);
  return each.state == account::State::published
             ? year
             : year + "-version-" + std::to_string(each.version);
}

void fill_versions(PublicAccountView& view, const std::vector<account::Account>& all,
                   const account::Account& shown) {
  for (const auto& each : all) {
    if (each.year != shown.year || each.ref == shown.ref) continue;
    view.versions.push_back({address_of(each), "Version " + std::to_string(each.version),
                             std::string(label(each.state))});
    if (each.state == account::State::published) view.latest = address_of(each);
  }
}

struct Opened {
  account::Account found;
  account::Content content;
  local_accounts::Names names;
  std::vector<account::Account> all;
};

http::Response not_published(Call& call) {
  return error_page(call, {base::ErrorKind::not_found,
                           call.authority.name + " has not published this Local Account",
                           {}});
}

http::Response show(Call& call, PublicAccountView view, int status = 200) {
  view.missing = publish::missing_downloads();
  view.may_tell_us = call.may("GET", "/tell-us");
  return page(call, "publish/local_account/public.html", templates::to_value(view), status);
}

http::Response download(Call& call, const Opened& opened, const std::string& ending) {
  auto file = account_file(opened.content, opened.names, ending);
  if (!file) return error_page(call, file.error());
  return http::Response::download(std::move(file->content), file->type, file->name);
}

std::optional<Opened> open(Call& call, const Asked& asked) {
  return call.database.read([&](store::Reader& reader) -> std::optional<Opened> {
    auto found = account::public_account(reader, call.authority.id, asked.year, asked.version);
    if (!found) return std::nullopt;
    Opened opened;
    opened.content = account::content_of(reader, call.authority, *found);
    opened.names = account::printed_names(reader, call.authority.id, found->ref);
    opened.all = account::public_accounts(reader, call.authority.id);
    opened.found = *std::move(found);
    return opened;
  });
}

// A draft as it would be published now: with the signatures that count.
Opened as_published(store::Reader& reader, const record::Authority& authority,
                    const account::Account& found) {
  Opened opened;
  opened.found = found;
  opened.content = account::content_of(reader, authority, found);
  if (opened.content.published.empty()) {
    for (const auto& each : account::signatures(reader, authority, found)) {
      if (!each.stands) continue;
      opened.content.signatures.push_back(
          {each.number, each.role, base::to_text(each.signed_on), each.disagrees, each.statement});
    }
  }
  opened.names = account::printed_names(reader, authority.id, found.ref);
  return opened;
}

}  // namespace

http::Response public_account_list_page(Call& call) {
  PublicListView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : account::public_accounts(reader, call.authority.id)) {
      if (each.state != account::State::published) continue;
      const auto content = account::content_of(reader, call.authority, each);
      const auto shown = local_accounts::account_view({content.council,
                                                       content.year,
                                                       content.version,
                                                       content.counted_on,
                                                       content.published,
                                                       "",
                                                       "",
                                                       {},
                                                       {}},
                                                      {}, local_accounts::For::everyone);
      view.years.push_back(
          {address_of(each), shown.year, shown.period,
           shown.published +
               (each.version > 1 ? ", version " + std::to_string(each.version) : "")});
    }
  });
  return page(call, "publish/local_account/public_list.html", templates::to_value(view));
}

http::Response public_account_page(Call& call) {
  const auto asked = asked_for(call.parameter("year"));
  if (asked.year == 0) return not_published(call);
  const auto opened = open(call, asked);
  if (!opened) return not_published(call);
  const bool withdrawn = opened->found.state == account::State::withdrawn;
  if (!asked.ending.empty()) {
    return withdrawn ? not_published(call) : download(call, *opened, asked.ending);
  }
  PublicAccountView view;
  view.here = "/local-account/" + asked.name;
  view.replaced = opened->found.state == account::State::replaced;
  fill_versions(view, opened->all, opened->found);
  if (withdrawn) {
    view.account.year = account::year_name(asked.year);
    view.account.version = opened->found.version;
    if (const auto ended = base::instant_from_text(opened->found.ended_at)) {
      view.withdrawn_on = base::to_long_text(base::london_date(*ended));
    }
    view.withdrawn_because = opened->found.ended_because;
    return show(call, std::move(view), 410);
  }
  view.account =
      local_accounts::account_view(opened->content, opened->names, local_accounts::For::everyone);
  return show(call, std::move(view));
}

http::Response account_preview_page(Call& call) {
  const auto opened = call.database.read([&](store::Reader& reader) -> std::optional<Opened> {
    const auto found = account::find_account(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    return as_published(reader, call.authority, *found);
  });
  if (!opened) return not_published(call);
  const auto ending = call.request.query.get("as");
  if (!ending.empty()) return download(call, *opened, ending);
  PublicAccountView view;
  view.preview = true;
  view.back = record::page_of(opened->found.ref);
  view.here = view.back + "/preview?as=";
  view.account =
      local_accounts::account_view(opened->content, opened->names, local_accounts::For::staff);
  for (auto& each : view.account.chapters) local_accounts::keep_open_links(each, call);
  return show(call, std::move(view));
}

}  // namespace throughline::web
