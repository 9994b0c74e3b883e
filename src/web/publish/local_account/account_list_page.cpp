#include "base/digits.hpp"
#include "publish/local_account/local_account.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/publish/local_account/account_pages.hpp"
#include "web/publish/local_account/account_tag.hpp"

#include <set>

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct AccountLineView {
  std::string href;
  std::string title;
  std::string facts;
  std::string state;
  std::string state_class;
};
BOOST_DESCRIBE_STRUCT(AccountLineView, (), (href, title, facts, state, state_class))

struct AccountListView {
  std::vector<AccountLineView> accounts;
  std::vector<OptionView> years;
  std::string signatures;
  bool may_begin = false;
  bool may_set = false;
  bool any_published = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AccountListView, (),
                      (accounts, years, signatures, may_begin, may_set, any_published, errors))

std::string facts_of(const account::Account& each) {
  std::string facts = each.ref;
  if (each.version > 0) facts += ", version " + std::to_string(each.version);
  if (!each.corrects.empty()) facts += ". Corrects " + each.corrects;
  return facts + ". As the record stood on " + base::to_long_text(each.counted_on);
}

AccountListView account_list(Call& call) {
  AccountListView view;
  view.may_begin = call.may("POST", "/local-accounts");
  view.may_set = call.may("POST", "/local-accounts/settings");
  const auto typed = call.request.form.get("year");
  call.database.read([&](store::Reader& reader) {
    std::set<int> taken;  // with a draft, or published: that one is gone on with or corrected
    for (const auto& each : account::accounts(reader, call.authority.id)) {
      const bool stands = each.state == account::State::published;
      view.any_published = view.any_published || stands;
      if (stands || each.state == account::State::draft) taken.insert(each.year);
      view.accounts.push_back({record::page_of(each.ref), each.title(), facts_of(each),
                               std::string(label(each.state)), account_tag(each.state)});
    }
    for (const int year : account::years_to_report(reader, call.authority.id, call.work.today())) {
      if (taken.contains(year)) continue;
      view.years.push_back(option(std::to_string(year), account::year_name(year), typed));
    }
    view.signatures = std::to_string(account::signatures_needed(reader, call.authority.id));
  });
  return view;
}

http::Response refuse(Call& call, AccountListView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "publish/local_account/list.html", templates::to_value(view), 400);
}

}  // namespace

std::string account_tag(account::State state) {
  if (state == account::State::published) return "govuk-tag--green";
  if (state == account::State::draft) return "govuk-tag--blue";
  return state == account::State::withdrawn ? "govuk-tag--red" : "govuk-tag--grey";
}

http::Response account_list_page(Call& call) {
  return page(call, "publish/local_account/list.html", templates::to_value(account_list(call)));
}

http::Response receive_account(Call& call) {
  const int year = base::digits(call.request.form.get("year")).value_or(0);
  const auto begun = call.database.write([&](store::Writer& writer) {
    return account::begin_account(writer, call.work, call.authority, year);
  });
  if (!begun) return refuse(call, account_list(call), begun.error());
  return redirect_with_message(call, record::page_of(begun->ref),
                               "Draft begun and counted from the record");
}

http::Response receive_account_settings(Call& call) {
  const auto typed = call.request.form.get("signatures");
  const auto set = call.database.write([&](store::Writer& writer) {
    return account::set_signatures_needed(writer, call.work, typed);
  });
  if (set) return redirect_with_message(call, "/local-accounts", "Saved");
  auto view = account_list(call);
  view.signatures = typed;
  return refuse(call, std::move(view), set.error());
}

}  // namespace throughline::web
