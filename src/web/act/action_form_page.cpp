#include "web/act/action_form_page.hpp"

#include "act/act.hpp"
#include "base/digits.hpp"
#include "count/count.hpp"
#include "record/user.hpp"
#include "templates/described.hpp"
#include "web/act/action_words.hpp"
#include "web/date_parts.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <array>

namespace throughline::web {

namespace {

struct ActionFormView {
  std::string ref;  // empty: a new one
  std::string version;
  std::vector<SourceView> sources;
  std::string title;
  std::string aim;
  std::vector<OptionView> owners;
  std::string owner_name;
  DatePartsView due;
  std::vector<OptionView> measures;
  bool may_add_measure = false;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ActionFormView, (),
                      (ref, version, sources, title, aim, owners, owner_name, due, measures,
                       may_add_measure, changed_meanwhile, errors))

// A form as it was typed. The owner is one who signs in, or the name of someone who does not.
struct Typed {
  std::string title;
  std::string aim;
  std::string owner_ref;
  std::string owner_name;
  DatePartsView due;
  std::string measure;
  std::vector<std::string> sources;
};

Typed typed_in(const http::Form& form) {
  return {form.get("title"),       form.get("aim"),     form.get("owner"), form.get("owner_name"),
          date_parts(form, "due"), form.get("measure"), form.all("source")};
}

Typed typed_of(const act::Action& action) {
  return {action.title,
          action.aim,
          action.owner_ref,
          action.owner_ref.empty() ? action.owner_name : "",
          date_parts(action.due),
          action.measure_ref,
          {}};
}

bool can_own(const record::User& user) {
  return user.active && user.role != record::Role::partner && user.role != record::Role::assessor;
}

ActionFormView view_of(Call& call, const Typed& typed) {
  ActionFormView view;
  view.title = typed.title;
  view.aim = typed.aim;
  view.owner_name = typed.owner_name;
  view.due = typed.due;
  view.may_add_measure = call.may("GET", "/measures/new");
  view.owners.push_back(option("", "Choose a person", typed.owner_ref));
  view.measures.push_back(option("", "None yet", typed.measure));
  call.database.read([&](store::Reader& reader) {
    view.sources = source_views(call, reader, typed.sources);
    for (const auto& user : record::users(reader, call.authority.id)) {
      if (can_own(user) || user.ref == typed.owner_ref) {
        view.owners.push_back(option(user.ref, user.name, typed.owner_ref));
      }
    }
    for (const auto& line : count::measures(reader, call.authority.id)) {
      view.measures.push_back(option(line.measure.ref, line.measure.name, typed.measure));
    }
  });
  return view;
}

act::ActionForm form_in(Call& call, store::Reader& reader, const Typed& typed,
                        std::vector<base::Problem>& problems) {
  act::ActionForm form{typed.title, typed.aim, "", typed.owner_name, {}, typed.measure};
  const bool named = typed.owner_name.find_first_not_of(" \n") != std::string::npos;
  if (!typed.owner_ref.empty()) {
    const auto user = record::find_user(reader, call.authority.id, typed.owner_ref);
    if (!user) problems.push_back({"owner", "Choose a person from the list"});
    if (named) problems.push_back({"owner", "Choose a person or type a name, not both"});
    if (user) form.owner_ref = user->ref;
    if (user) form.owner_name = user->name;
  }
  form.due = read_date(call.request.form, "due", "date it is due", problems);
  return form;
}

// The problems of the page and of the stage together, one for each field, in the form's order.
base::Error together(std::vector<base::Problem> problems, base::Error refused) {
  for (auto& problem : refused.problems) {
    const bool known = std::ranges::any_of(
        problems, [&](const auto& each) { return each.field == problem.field; });
    if (!known) problems.push_back(std::move(problem));
  }
  constexpr std::array order = {"title", "aim", "owner", "due", "measure"};
  std::ranges::stable_sort(problems, {}, [&](const base::Problem& problem) {
    return std::ranges::find(order, problem.field) - order.begin();
  });
  refused.problems = std::move(problems);
  return refused;
}

// Nothing is kept when the page itself found a problem, whatever the stage says.
template <typename Keep>
base::Result<act::Action> keep(Call& call, const Typed& typed, Keep&& keep_action) {
  return call.database.write([&](store::Writer& writer) -> base::Result<act::Action> {
    std::vector<base::Problem> problems;
    const auto form = form_in(call, writer, typed, problems);
    auto outcome = keep_action(writer, form);
    if (outcome && problems.empty()) return outcome;
    const auto refused =
        outcome ? base::Error{base::ErrorKind::invalid, "There is a problem", {}} : outcome.error();
    if (refused.kind != base::ErrorKind::invalid) return tl::make_unexpected(refused);
    return tl::make_unexpected(together(std::move(problems), refused));
  });
}

http::Response refuse(Call& call, ActionFormView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "act/action_form.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response new_action_page(Call& call) {
  const auto& query = call.request.query;
  Typed typed;
  typed.measure = query.get("measure");
  for (const auto& [name, value] : query.entries()) {
    if (name == "case" || name == "theme" || name == "elsewhere" || name == "source") {
      typed.sources.push_back(value);
    }
  }
  return page(call, "act/action_form.html", templates::to_value(view_of(call, typed)));
}

http::Response receive_action(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto raised = keep(call, typed, [&](store::Writer& writer, const act::ActionForm& form) {
    return act::raise_once(writer, call.work, form, typed.sources);
  });
  if (raised) {
    return redirect_with_message(call, "/actions/" + raised->ref, "Action raised");
  }
  if (raised.error().kind == base::ErrorKind::not_found) return error_page(call, raised.error());
  return refuse(call, view_of(call, typed), raised.error());
}

http::Response change_action_page(Call& call) {
  const auto action = call.database.read([&](store::Reader& reader) {
    return act::find_action(reader, call.authority.id, call.parameter("ref"));
  });
  if (!action) return error_page(call, {base::ErrorKind::not_found, "No such action", {}});
  auto view = view_of(call, typed_of(*action));
  view.ref = action->ref;
  view.version = std::to_string(action->version);
  return page(call, "act/action_form.html", templates::to_value(view));
}

http::Response receive_action_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = keep(call, typed, [&](store::Writer& writer, const act::ActionForm& form) {
    return act::change(writer, call.work, ref, version, form);
  });
  if (changed) return redirect_with_message(call, "/actions/" + ref, "Action changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return act::find_action(reader, call.authority.id, ref); });
  auto view = view_of(call, typed);
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  return refuse(call, std::move(view), changed.error());
}

}  // namespace throughline::web
