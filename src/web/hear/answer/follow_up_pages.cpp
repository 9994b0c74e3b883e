#include "web/hear/answer/follow_up_pages.hpp"

#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "templates/described.hpp"
#include "web/hear/share_values.hpp"
#include "web/http/url.hpp"
#include "web/page.hpp"
#include "web/result_list.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct MonthView {
  std::string month;
  std::int64_t yes = 0;
  std::int64_t partly = 0;
  std::int64_t no = 0;
  std::string share;
};
BOOST_DESCRIBE_STRUCT(MonthView, (), (month, yes, partly, no, share))

struct ListView {
  std::vector<OptionView> choices;
  bool waiting = false;
  std::string count;
  std::vector<ListedResultView> lines;
  std::string previous;
  std::string next;
  std::vector<MonthView> months;
  std::vector<OptionView> measures;
  bool may_count = false;
  bool may_open = false;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (choices, waiting, count, lines, previous, next, months, measures, may_count,
                       may_open))

struct FollowUpView {
  std::string ref;
  std::string title;
  std::string fixed;
  std::string fixed_class;
  std::string words;
  std::string case_ref;
  std::string case_title;
  std::string service;
  std::string answer;
  std::string state;
  bool may_decide = false;
};
BOOST_DESCRIBE_STRUCT(FollowUpView, (),
                      (ref, title, fixed, fixed_class, words, case_ref, case_title, service, answer,
                       state, may_decide))

std::string class_of(hear::Fixed fixed) {
  if (fixed == hear::Fixed::yes) return "govuk-tag--green";
  return fixed == hear::Fixed::partly ? "govuk-tag--yellow" : "govuk-tag--red";
}

std::string state_of(const hear::FollowUp& said) {
  if (!said.stands) return "The case was opened again after this";
  if (!said.read_at.empty()) return "Left closed by " + said.read_by;
  return said.fixed == hear::Fixed::yes ? "" : "Waiting for a decision";
}

hear::FollowUpFilter filter_of(const Call& call) {
  hear::FollowUpFilter filter;
  filter.fixed = hear::fixed_from_text(call.request.query.get("fixed"));
  filter.waiting = call.request.query.has("waiting");
  return filter;
}

std::string address(const hear::FollowUpFilter& filter) {
  http::Form query;
  if (filter.fixed) query.add("fixed", std::string(hear::to_text(*filter.fixed)));
  if (filter.waiting) query.add("waiting", "yes");
  const auto asked = http::encode_form(query);
  return "/follow-ups?" + (asked.empty() ? "" : asked + "&");
}

void fill_months(ListView& view, store::Reader& reader, const Call& call) {
  const auto today = call.work.today();
  auto months =
      hear::fixed_by_month(reader, call.authority.id, base::add_months(today, -11), today);
  std::ranges::reverse(months);
  for (const auto& each : months) {
    const auto share = each.all() == 0 ? "" : std::to_string(100 * each.yes / each.all()) + "%";
    view.months.push_back({base::to_month_text(each.month), each.yes, each.partly, each.no, share});
  }
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such follow-up", {}});
}

}  // namespace

http::Response follow_up_list_page(Call& call) {
  const auto filter = filter_of(call);
  const NumberedPage asked(call.request.query);
  ListView view;
  const auto chosen = filter.fixed ? hear::to_text(*filter.fixed) : std::string_view();
  view.choices.push_back(option("", "All", chosen));
  for (const auto fixed : hear::all_fixed) {
    view.choices.push_back(option(hear::to_text(fixed), hear::label(fixed), chosen));
  }
  view.waiting = filter.waiting;
  view.may_open = call.may("GET", "/follow-ups/{ref}");
  view.may_count = call.may("POST", "/follow-ups/values");
  call.database.read([&](store::Reader& reader) {
    const auto count = hear::count_follow_ups(reader, call.authority.id, filter);
    view.count = (count == 0 ? "No" : std::to_string(count)) +
                 (count == 1 ? " answer from people" : " answers from people");
    asked.fill(view, count, address(filter));
    for (const auto& said : hear::list_follow_ups(reader, call.authority.id, filter, asked.offset(),
                                                  NumberedPage::size)) {
      const auto state = state_of(said);
      view.lines.push_back({said.ref, hear::title(said),
                            said.case_title + (state.empty() ? "" : ". " + state),
                            std::string(hear::label(said.fixed)), class_of(said.fixed)});
    }
    fill_months(view, reader, call);
    if (view.may_count) view.measures = percent_measures(reader, call.authority.id);
  });
  return page(call, "hear/answer/follow_ups.html", templates::to_value(view));
}

http::Response follow_up_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<FollowUpView> {
    const auto said = hear::find_follow_up(reader, call.authority.id, call.parameter("ref"));
    if (!said) return std::nullopt;
    FollowUpView shown;
    shown.ref = said->ref;
    shown.title = hear::title(*said);
    shown.fixed = hear::label(said->fixed);
    shown.fixed_class = class_of(said->fixed);
    shown.words = said->words;
    shown.case_ref = said->case_ref;
    shown.case_title = said->case_title;
    shown.service = said->service_name.empty() ? "Not about one service" : said->service_name;
    shown.state = state_of(*said);
    if (const auto found = hear::find_case(reader, call.authority.id, said->case_ref)) {
      shown.answer = found->answer;
      shown.may_decide = said->stands && said->read_at.empty() &&
                         found->status == hear::Status::closed &&
                         call.may("POST", "/follow-ups/{ref}/reopening");
    }
    return shown;
  });
  if (!view) return not_found(call);
  return page(call, "hear/answer/follow_up.html", templates::to_value(*view));
}

http::Response receive_follow_up_reading(Call& call) {
  const auto noted = call.database.write([&](store::Writer& writer) {
    return hear::note_follow_up_read(writer, call.work, call.parameter("ref"));
  });
  if (!noted) return error_page(call, noted.error());
  return redirect_with_message(call, "/follow-ups/" + call.parameter("ref"),
                               "Noted. The case stays closed");
}

http::Response receive_follow_up_reopening(Call& call) {
  const auto opened = call.database.write([&](store::Writer& writer) -> base::Result<std::string> {
    const auto said = hear::find_follow_up(writer, call.authority.id, call.parameter("ref"));
    if (auto done = hear::reopen_from_follow_up(writer, call.work, call.parameter("ref")); !done) {
      return tl::make_unexpected(done.error());
    }
    return said->case_ref;
  });
  if (!opened) return error_page(call, opened.error());
  return redirect_with_message(call, "/cases/" + *opened, "Case open again");
}

http::Response receive_follow_up_values(Call& call) {
  const auto today = call.work.today();
  const auto months = call.database.read([&](store::Reader& reader) {
    return hear::fixed_by_month(reader, call.authority.id, first_counted_month(today),
                                last_counted_day(today));
  });
  std::vector<MonthShare> shares;
  for (const auto& each : months) shares.push_back({each.month, each.yes, each.all()});
  return keep_shares(call, shares, "Counted from what people said of our answers",
                     "Nobody has told us yet, in a month that is over, whether it is fixed");
}

}  // namespace throughline::web
