#include "web/hear/complaint/notes_pages.hpp"

#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct NoteView {
  std::string when;
  std::string author;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (when, author, words))

struct NotesView {
  FormHead head;
  std::vector<NoteView> notes;
  std::string typed;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NotesView, (), (head, notes, typed, errors))

struct LimitView {
  FormHead head;
  bool limited = false;
  std::string decided;
  std::string decided_by;
  std::string why;
  std::string review_on;
  std::string reason;
  DatePartsView review;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LimitView, (),
                      (head, limited, decided, decided_by, why, review_on, reason, review, errors))

struct OmbudsmanView {
  FormHead head;
  DatePartsView on;
  std::string reference;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(OmbudsmanView, (), (head, on, reference, errors))

struct JoinedCaseView {
  std::string ref;
  std::string title;
  std::string how;
};
BOOST_DESCRIBE_STRUCT(JoinedCaseView, (), (ref, title, how))

struct EarlierView {
  FormHead head;
  std::vector<JoinedCaseView> joined;
  std::string earlier;
  std::vector<ChoiceView> likenesses;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EarlierView, (), (head, joined, earlier, likenesses, errors))

http::Response show_notes(Call& call, const ShownComplaint& shown, const http::Form& form,
                          templates::Value errors, int status) {
  NotesView view;
  view.head = head_of(shown);
  const auto notes = call.database.read([&](store::Reader& reader) {
    return hear::notes_of(reader, call.authority.id, shown.found.ref);
  });
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    const auto at = base::instant_from_text(note->at);
    view.notes.push_back({at ? base::to_london_text(*at) : note->at, note->author, note->words});
  }
  view.typed = form.get("words");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/notes.html", templates::to_value(view), status);
}

http::Response show_limit(Call& call, const ShownComplaint& shown, const http::Form& form,
                          templates::Value errors, int status) {
  LimitView view;
  view.head = head_of(shown);
  const auto limit = call.database.read([&](store::Reader& reader) {
    return hear::contact_limit_of(reader, call.authority.id, shown.found.ref);
  });
  if (limit) {
    view.limited = true;
    view.decided = base::to_long_text(limit->decided);
    view.decided_by = limit->decided_by;
    view.why = limit->reason;
    view.review_on = base::to_long_text(limit->review_on);
  }
  view.reason = form.get("reason");
  view.review = date_parts(form, "review");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/contact_limit.html", templates::to_value(view), status);
}

http::Response show_ombudsman(Call& call, const ShownComplaint& shown, const http::Form& form,
                              templates::Value errors, int status) {
  OmbudsmanView view;
  view.head = head_of(shown);
  view.on = date_parts(form, "on");
  view.reference = form.get("reference");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/ombudsman.html", templates::to_value(view), status);
}

void fill_joined(EarlierView& view, store::Reader& reader, const std::string& council) {
  const auto add = [&](const record::Link& link, const std::string& other, bool earlier) {
    const bool person = link.relation == record::Relation::repeated_in;
    if (!person && link.relation != record::Relation::echoed_in) return;
    const auto node = record::find_node(reader, council, other);
    if (!node) return;
    view.joined.push_back({other, node->title,
                           std::string(earlier ? "Earlier" : "Later") +
                               (person ? ", the same person" : ", the same matter")});
  };
  for (const auto& link : record::links_to(reader, council, view.head.ref)) {
    add(link, link.from, true);
  }
  for (const auto& link : record::links_from(reader, council, view.head.ref)) {
    add(link, link.to, false);
  }
}

http::Response show_earlier(Call& call, const ShownComplaint& shown, const http::Form& form,
                            templates::Value errors, int status) {
  EarlierView view;
  view.head = head_of(shown);
  call.database.read([&](store::Reader& reader) { fill_joined(view, reader, call.authority.id); });
  view.earlier = form.get("earlier");
  const auto likeness = form.get("likeness");
  view.likenesses = {choice("person", "The same person brought it", likeness == "person"),
                     choice("matter", "It is about the same matter", likeness == "matter")};
  view.errors = std::move(errors);
  return page(call, "hear/complaint/earlier.html", templates::to_value(view), status);
}

std::string to(Call& call, const std::string& part) {
  return "/cases/" + call.parameter("ref") + part;
}

}  // namespace

http::Response notes_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_notes(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_note(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::add_note(writer, call.work, call.parameter("ref"), form.get("words"));
  });
  if (outcome) return redirect_with_message(call, to(call, "/notes"), "Note added");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_notes(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response contact_limit_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_limit(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_contact_limit(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::NewContactLimit given{
      form.get("reason"),
      read_optional_date(form, "review", "date on which this is looked at again", problems)};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::limit_contact(writer, call.work, call.parameter("ref"), given);
  });
  if (outcome) return back_to_complaint(call, "Contact is limited");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_limit(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response receive_contact_limit_end(Call& call) {
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::end_contact_limit(writer, call.work, call.parameter("ref"));
  });
  if (!outcome) return error_page(call, outcome.error());
  return back_to_complaint(call, "Contact is not limited any more");
}

http::Response ombudsman_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form known;
    if (shown.complaint.ombudsman_on) {
      const auto parts = date_parts(*shown.complaint.ombudsman_on);
      known.add("on-day", parts.day);
      known.add("on-month", parts.month);
      known.add("on-year", parts.year);
      known.add("reference", shown.complaint.ombudsman_reference);
    }
    return show_ombudsman(call, shown, known, std::move(errors), status);
  });
}

http::Response receive_ombudsman(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto on =
      read_optional_date(form, "on", "date on which it went to the Ombudsman", problems);
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::refer_to_ombudsman(writer, call.work, call.parameter("ref"),
                                    complaint_version(form), on, form.get("reference"));
  });
  if (outcome) return back_to_complaint(call, "Marked as with the Ombudsman");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_ombudsman(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response earlier_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_earlier(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_earlier(Call& call) {
  const auto& form = call.request.form;
  std::optional<hear::Likeness> likeness;
  if (form.get("likeness") == "person") likeness = hear::Likeness::same_person;
  if (form.get("likeness") == "matter") likeness = hear::Likeness::same_matter;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::link_repeat(writer, call.work, call.parameter("ref"), form.get("earlier"),
                             likeness);
  });
  if (outcome) return redirect_with_message(call, to(call, "/earlier"), "Joined");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_earlier(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
