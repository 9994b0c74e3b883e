#include "web/publish/local_account/signature_pages.hpp"

#include "base/digits.hpp"
#include "hear/coproduction/group.hpp"
#include "record/line.hpp"
#include "web/date_parts.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/publish/local_account/account_view.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

namespace account = publish::local_account;

struct SignatureLineView {
  std::string number;
  std::string who;
  std::string role;
  std::string signed_on;
  bool stands = false;
  bool named = false;
  bool disagrees = false;
  std::vector<std::vector<std::string>> statement;
  std::string recorded_by;
  std::vector<std::string> changed_since;
};
BOOST_DESCRIBE_STRUCT(SignatureLineView, (),
                      (number, who, role, signed_on, stands, named, disagrees, statement,
                       recorded_by, changed_since))

struct SignaturesView {
  std::string ref;
  std::string href;
  std::string account_title;
  bool draft = false;
  std::string board;
  std::vector<OptionView> groups;
  std::vector<SignatureLineView> signatures;
  std::int64_t standing = 0;
  std::int64_t old = 0;
  std::int64_t needed = 0;
  std::string changed_on;
  bool may_write = false;
  std::vector<OptionView> members;
  std::string role;
  DatePartsView signed_on;
  bool named = false;
  bool disagrees = false;
  std::string statement;
  std::string text;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SignaturesView, (),
                      (ref, href, account_title, draft, board, groups, signatures, standing, old,
                       needed, changed_on, may_write, members, role, signed_on, named, disagrees,
                       statement, text, errors))

void fill_signatures(SignaturesView& view, const Call& call, store::Reader& reader,
                     const account::Account& found) {
  for (const auto& each : account::signatures(reader, call.authority, found)) {
    SignatureLineView line;
    line.number = std::to_string(each.number);
    line.who = each.name.empty() ? "A member of the board" : each.name;
    line.role = each.role;
    line.signed_on = base::to_long_text(each.signed_on);
    line.stands = each.stands;
    line.named = !each.name.empty();
    line.disagrees = each.disagrees;
    line.statement = local_accounts::lines_of(each.statement);
    line.recorded_by = each.recorded_by;
    line.changed_since = each.changed_since;
    (each.stands ? view.standing : view.old) += 1;
    view.signatures.push_back(std::move(line));
  }
}

void fill_choices(SignaturesView& view, const Call& call, store::Reader& reader,
                  const account::Account& found) {
  const auto& form = call.request.form;
  view.groups.push_back(option("", "Choose a group", found.group_ref));
  for (const auto& each : hear::coproduction::groups(reader, call.authority.id)) {
    view.groups.push_back(option(each.ref, each.name, found.group_ref));
  }
  view.members.push_back(option("", "Choose a member", form.get("member")));
  if (found.group_ref.empty()) return;
  for (const auto& each : account::signatories(reader, call.authority.id, found)) {
    const auto name = each.name.empty() ? each.member_ref : each.name;
    view.members.push_back(
        option(each.member_ref, name + " (" + each.standing + ")", form.get("member")));
  }
}

std::optional<SignaturesView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<SignaturesView> {
    const auto found = account::find_account(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    SignaturesView view;
    view.ref = found->ref;
    view.href = record::page_of(found->ref) + "/signatures";
    view.account_title = found->title();
    view.draft = found->state == account::State::draft;
    view.board = found->group_name;
    view.may_write = call.may("POST", "/local-accounts/{ref}/signatures");
    view.needed = account::signatures_needed(reader, call.authority.id);
    view.changed_on = base::to_long_text(found->changed_on);
    fill_signatures(view, call, reader, *found);
    if (!view.draft || !view.may_write) return view;
    fill_choices(view, call, reader, *found);
    view.text = account::text_hash(account::content_of(reader, call.authority, *found));
    return view;
  });
}

http::Response no_account(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such Local Account", {}});
}

http::Response show(Call& call, const SignaturesView& view, int status = 200) {
  return page(call, "publish/local_account/signatures.html", templates::to_value(view), status);
}

// Back to the page; or the same with what was typed and what is wrong.
http::Response answer(Call& call, const base::Result<void>& done,
                      std::vector<base::Problem> problems, const std::string& message) {
  if (done) {
    return redirect_with_message(call, record::page_of(call.parameter("ref")) + "/signatures",
                                 message);
  }
  if (done.error().kind == base::ErrorKind::not_found) return error_page(call, done.error());
  auto view = load(call);
  if (!view) return no_account(call);
  const auto& form = call.request.form;
  view->role = form.get("role");
  view->signed_on = date_parts(form, "signed");
  view->named = form.get("named") == "yes";
  view->disagrees = form.get("disagrees") == "yes";
  view->statement = form.get("statement");
  if (view->statement.starts_with('\n')) view->statement.insert(0, "\n");
  for (const auto& problem : done.error().problems) {
    const bool told = std::ranges::any_of(
        problems, [&](const base::Problem& each) { return each.field == problem.field; });
    if (!told) problems.push_back(problem);
  }
  if (problems.empty()) problems.push_back({"", done.error().message});
  view->errors = form_errors({done.error().kind, "There is a problem", std::move(problems)});
  return show(call, *view, done.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

std::int64_t number_in(const Call& call) {
  return base::digits(call.parameter("number")).value_or(0);
}

}  // namespace

http::Response account_signatures_page(Call& call) {
  auto view = load(call);
  if (!view) return no_account(call);
  view->signed_on = date_parts(call.work.today());
  return show(call, *view);
}

http::Response receive_account_board(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::choose_board(writer, call.work, call.parameter("ref"),
                                 call.request.form.get("group"));
  });
  return answer(call, done, {}, "Saved. Members of this group sign it");
}

http::Response receive_account_signature(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  account::SignatureForm given;
  given.member_ref = form.get("member");
  given.role = form.get("role");
  given.signed_on = read_date(form, "signed", "the day on which they signed", problems);
  given.named = form.get("named") == "yes";
  given.disagrees = form.get("disagrees") == "yes";
  given.statement = form.get("statement");
  given.text = form.get("text");
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::sign(writer, call.work, call.authority, call.parameter("ref"), given);
  });
  return answer(call, done, std::move(problems), "Signature recorded");
}

http::Response receive_signature_removal(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::take_signature_out(writer, call.work, call.parameter("ref"), number_in(call));
  });
  return answer(call, done, {}, "Signature taken out");
}

http::Response receive_signature_unnaming(Call& call) {
  const auto done = call.database.write([&](store::Writer& writer) {
    return account::take_name_off(writer, call.work, call.parameter("ref"), number_in(call));
  });
  return answer(call, done, {}, "The name is no longer printed");
}

}  // namespace throughline::web
