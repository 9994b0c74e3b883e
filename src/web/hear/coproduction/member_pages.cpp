#include "web/hear/coproduction/member_pages.hpp"

#include "base/digits.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/fair_voice/population.hpp"
#include "publish/local_account/signature.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct MemberQuestionView {
  std::string field;
  std::string label;
  std::vector<OptionView> options;
};
BOOST_DESCRIBE_STRUCT(MemberQuestionView, (), (field, label, options))

struct MemberView {
  std::string ref;  // empty: a new one
  std::string group_ref;
  std::string group;
  std::string version;
  std::string name;
  std::vector<OptionView> standings;
  DatePartsView joined;
  DatePartsView left;
  std::vector<MemberQuestionView> questions;
  bool erased = false;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (ref, group_ref, group, version, name, standings, joined, left, questions,
                       erased, changed_meanwhile, errors))

struct Typed {
  co::MemberForm form;
  DatePartsView joined;
  DatePartsView left;
  std::vector<base::Problem> problems;
};

Typed typed_in(const http::Form& form) {
  Typed typed;
  typed.form.name = form.get("name");
  typed.form.standing = form.get("standing");
  typed.joined = date_parts(form, "joined");
  typed.left = date_parts(form, "left");
  typed.form.joined = read_date(form, "joined", "the day on which they joined", typed.problems);
  const auto& left = typed.left;
  if (!left.day.empty() || !left.month.empty() || !left.year.empty()) {
    typed.form.left = read_date(form, "left", "the day on which they left", typed.problems);
  }
  for (const auto& question : hear::equality_questions()) {
    const std::string field(question.field);
    if (auto answer = form.get(field); !answer.empty()) {
      typed.form.answers.emplace_back(field, std::move(answer));
    }
  }
  return typed;
}

Typed typed_of(const co::Member& member) {
  return {{member.name, std::string(co::to_text(member.standing)), member.joined, member.left,
           member.answers},
          date_parts(member.joined),
          member.left ? date_parts(*member.left) : DatePartsView{},
          {}};
}

MemberView view_of(const co::Group& group, const Typed& typed) {
  MemberView view;
  view.group_ref = group.ref;
  view.group = group.name;
  view.name = typed.form.name;
  view.joined = typed.joined;
  view.left = typed.left;
  for (const auto standing : co::all_standings) {
    view.standings.push_back(
        option(co::to_text(standing), co::label(standing), typed.form.standing));
  }
  for (const auto& question : hear::equality_questions()) {
    std::string given;
    for (const auto& [field, answer] : typed.form.answers) {
      if (field == question.field) given = answer;
    }
    MemberQuestionView asked{std::string(question.field), std::string(question.label), {}};
    asked.options.push_back(option("", "Not asked, or no answer", given));
    for (const auto& each : question.options) {
      const std::string label = each.group.empty()
                                    ? std::string(each.label)
                                    : std::string(each.group) + ": " + std::string(each.label);
      asked.options.push_back(option(each.text, label, given));
    }
    view.questions.push_back(std::move(asked));
  }
  return view;
}

http::Response show(Call& call, const MemberView& view, int status = 200) {
  return page(call, "hear/coproduction/member.html", templates::to_value(view), status);
}

http::Response refuse(Call& call, MemberView view, const Typed& typed, const base::Error& error) {
  auto problems = error.problems;
  std::erase_if(problems, [&](const base::Problem& problem) {
    return std::ranges::find(typed.problems, problem.field, &base::Problem::field) !=
           typed.problems.end();
  });
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (problems.empty()) problems.push_back({"", error.message});
  view.errors = form_errors({error.kind, error.message, std::move(problems)});
  return show(call, view, error.kind == base::ErrorKind::conflict ? 409 : 400);
}

// Nothing is kept of a form with a date that cannot be read.
base::Result<co::Member> unless_unreadable(base::Result<co::Member> made, const Typed& typed) {
  if (made && !typed.problems.empty()) {
    return base::refuse(base::ErrorKind::invalid, "There is a problem");
  }
  return made;
}

std::optional<co::Group> group_named(Call& call, const std::string& ref) {
  return call.database.read(
      [&](store::Reader& reader) { return co::find_group(reader, call.authority.id, ref); });
}

std::optional<co::Member> member_named(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return co::find_member(reader, call.authority.id, call.parameter("ref"));
  });
}

MemberView view_of(Call& call, const co::Member& member, const Typed& typed) {
  auto view = view_of(group_named(call, member.group_ref).value(), typed);
  view.ref = member.ref;
  view.version = std::to_string(member.version);
  view.erased = member.erased;
  return view;
}

const base::Error no_member{base::ErrorKind::not_found, "No such member", {}};

}  // namespace

http::Response new_member_page(Call& call) {
  const auto group = group_named(call, call.parameter("ref"));
  if (!group) return error_page(call, {base::ErrorKind::not_found, "No such group", {}});
  return show(call, view_of(*group, {}));
}

http::Response receive_member(Call& call) {
  const auto group = group_named(call, call.parameter("ref"));
  if (!group) return error_page(call, {base::ErrorKind::not_found, "No such group", {}});
  const auto typed = typed_in(call.request.form);
  const auto added = call.database.write([&](store::Writer& writer) {
    return unless_unreadable(co::add_member(writer, call.work, group->ref, typed.form), typed);
  });
  if (added) {
    return redirect_with_message(call, "/co-production/groups/" + group->ref, "Member added");
  }
  return refuse(call, view_of(*group, typed), typed, added.error());
}

http::Response member_page(Call& call) {
  const auto found = member_named(call);
  if (!found) return error_page(call, no_member);
  return show(call, view_of(call, *found, typed_of(*found)));
}

http::Response receive_member_change(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return unless_unreadable(
        co::change_member(writer, call.work, call.parameter("ref"), version, typed.form), typed);
  });
  if (changed) {
    return redirect_with_message(call, "/co-production/groups/" + changed->group_ref,
                                 "Member changed");
  }
  const auto found = member_named(call);
  if (!found) return error_page(call, no_member);
  auto view = view_of(call, *found, typed);
  view.changed_meanwhile = found->version != version;
  return refuse(call, std::move(view), typed, changed.error());
}

http::Response receive_member_erasure(Call& call) {
  const auto found = member_named(call);
  if (!found) return error_page(call, no_member);
  const auto erased = call.database.write([&](store::Writer& writer) {
    auto done = co::erase_member(writer, call.work, found->ref);
    if (done) publish::local_account::take_names_off(writer, call.work, found->ref);
    return done;
  });
  if (!erased) return error_page(call, erased.error());
  return redirect_with_message(call, "/co-production/groups/" + found->group_ref,
                               "Name and answers erased");
}

}  // namespace throughline::web
