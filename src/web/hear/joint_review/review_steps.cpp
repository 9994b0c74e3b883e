// What is sent from the page of a joint review.

#include "act/act.hpp"
#include "base/digits.hpp"
#include "hear/joint_review/learning.hpp"
#include "hear/joint_review/parties.hpp"
#include "hear/joint_review/timeline.hpp"
#include "web/date_parts.hpp"
#include "web/hear/joint_review/looked.hpp"
#include "web/hear/joint_review/review_after.hpp"
#include "web/hear/joint_review/review_page.hpp"

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

template <typename Keep>
base::Result<void> kept(Call& call, Keep&& keep) {
  return call.database.write([&](store::Writer& writer) -> base::Result<void> {
    return keep(writer, call.parameter("ref"));
  });
}

}  // namespace

http::Response receive_review_decision(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto decision = form.get("decision");
  if (decision == "decline") {
    const auto done = kept(call, [&](auto& writer, const auto& ref) {
      return jr::decline_request(writer, call.work, ref, form.get("why"), looked_in(form));
    });
    return review_after(call, done, {}, "decline", "Declined. The organisation can read why");
  }
  const auto due = read_date(form, "due", "the day by which each writes its part", problems);
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::take_on(writer, call.work, ref, due);
  });
  return review_after(call, done, std::move(problems), "take-on",
                      "Taken on. Now invite the others who had a part in it");
}

http::Response receive_invitation_answer(Call& call) {
  const auto& form = call.request.form;
  if (form.get("answer") == "decline") {
    const auto done = kept(call, [&](auto& writer, const auto& ref) {
      return jr::decline_invitation(writer, call.work, ref, form.get("declined_why"),
                                    looked_in(form));
    });
    return review_after(call, done, {}, "leave", "Declined. The council can read why");
  }
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::accept_invitation(writer, call.work, ref);
  });
  return review_after(call, done, {}, "", "Thank you. Now write your part");
}

http::Response receive_invitation(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto due = read_date(form, "due", "the day by which they write their part", problems);
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::invite(writer, call.work, ref, form.get("partner"), due);
  });
  return review_after(call, done, std::move(problems), "invite",
                      "Saved. They see it when they sign in");
}

http::Response receive_invitation_withdrawal(Call& call) {
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::withdraw_invitation(writer, call.work, ref, call.request.form.get("partner"));
  });
  return review_after(call, done, {}, "", "Invitation withdrawn");
}

http::Response receive_review_fact(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto on = read_date(form, "on", "the day", problems);
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::add_fact(writer, call.work, ref,
                        {on, form.get("at"), form.get("fact"), form.get("party"), looked_in(form)});
  });
  return review_after(call, done, std::move(problems), "fact", "Added to what happened");
}

http::Response receive_review_fact_removal(Call& call) {
  const auto number = base::digits(call.request.form.get("number")).value_or(0);
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::remove_fact(writer, call.work, ref, number);
  });
  return review_after(call, done, {}, "", "Taken out");
}

http::Response receive_review_case(Call& call) {
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::look_at_case(writer, call.work, ref, call.request.form.get("case"));
  });
  return review_after(call, done, {}, "case", "Joined");
}

http::Response receive_review_case_removal(Call& call) {
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::leave_out_case(writer, call.work, ref, call.request.form.get("case"));
  });
  return review_after(call, done, {}, "", "Left out");
}

http::Response receive_joint_action(Call& call) {
  const auto& form = call.request.form;
  const auto owner = form.get("owner");
  std::vector<base::Problem> problems;
  const auto due = read_date(form, "action_due", "the date it is due", problems);
  const auto done = kept(call, [&](auto& writer, const auto& ref) -> base::Result<void> {
    const auto review = jr::find_review(writer, call.work, ref);
    if (!review) {
      return base::refuse(base::ErrorKind::not_found, "There is no such joint review");
    }
    std::vector<base::Problem> warnings;
    jr::check_text(warnings, "title", form.get("title"), act::longest_title, "", looked_in(form));
    jr::check_text(warnings, "aim", form.get("aim"), act::longest_text, "", looked_in(form));
    const auto* party = review->party(owner);
    const act::ActionForm wanted{
        form.get("title"), form.get("aim"), "", party ? party->name : "", due, ""};
    auto raised = act::raise_once(writer, call.work, wanted, {ref});
    if (!raised) {
      for (auto& each : raised.error().problems) {
        if (each.field == "due") each.field = "action_due";
        warnings.push_back(each);
      }
      if (raised.error().kind != base::ErrorKind::invalid) {
        return tl::make_unexpected(raised.error());
      }
    }
    // Thrown away with the transaction.
    if (!warnings.empty()) return base::refuse(std::move(warnings));
    return jr::give_action(writer, call.work, ref, raised->ref, owner);
  });
  return review_after(call, done, std::move(problems), "action", "Joint action raised");
}

http::Response receive_review_view(Call& call) {
  const auto& form = call.request.form;
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::say_view(writer, call.work, ref, form.get("view"), form.get("otherwise"),
                        looked_in(form));
  });
  return review_after(call, done, {}, "view", "Thank you for telling us");
}

http::Response receive_review_closure(Call& call) {
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::close_review(writer, call.work, ref);
  });
  return review_after(call, done, {}, "",
                      "Agreed and closed. Partners and staff can read what was learned");
}

http::Response receive_review_reopening(Call& call) {
  const auto done = kept(call, [&](auto& writer, const auto& ref) {
    return jr::reopen_review(writer, call.work, ref, call.request.form.get("reason"));
  });
  return review_after(call, done, {}, "reopen", "Opened again");
}

}  // namespace throughline::web
