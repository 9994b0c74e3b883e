#include "base/digits.hpp"
#include "hear/survey/comments.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct CommentView {
  std::string words;
  std::string case_ref;
  std::vector<std::string> themes;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (words, case_ref, themes))

struct CommentsView {
  std::string ref;
  std::string survey_title;
  std::string name;
  std::vector<OptionView> questions;
  std::vector<CommentView> comments;
  std::int64_t total = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string earlier;
  std::string later;
  std::int64_t waiting = 0;
  bool may_close = false;
};
BOOST_DESCRIBE_STRUCT(CommentsView, (),
                      (ref, survey_title, name, questions, comments, total, first, last, earlier,
                       later, waiting, may_close))

std::string page_at(const std::string& ref, int question, std::int64_t after) {
  return "/waves/" + ref + "/comments?question=" + std::to_string(question) +
         "&after=" + std::to_string(after);
}

void add_pages(CommentsView& view, int question, std::int64_t after) {
  constexpr auto most = static_cast<std::int64_t>(survey::comments_on_page);
  view.first = view.comments.empty() ? 0 : after + 1;
  view.last = after + static_cast<std::int64_t>(view.comments.size());
  if (after > 0)
    view.earlier = page_at(view.ref, question, std::max<std::int64_t>(0, after - most));
  if (view.last < view.total) view.later = page_at(view.ref, question, view.last);
}

}  // namespace

http::Response comments_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto& council = call.authority.id;
    const auto wave = survey::find_wave(reader, council, call.parameter("ref"));
    if (!wave) return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
    CommentsView view;
    view.ref = wave->ref;
    view.name = wave->name;
    view.survey_title = survey::find_survey(reader, council, wave->survey_ref)->title;
    const int chosen = base::digits(call.request.query.get("question")).value_or(0);
    const int after = base::digits(call.request.query.get("after")).value_or(0);
    view.questions.push_back(option("0", "All of them", std::to_string(chosen)));
    for (const auto& question : survey::questions(reader, council, wave->survey_ref)) {
      if (!survey::is_text(question.kind)) continue;
      view.questions.push_back(
          option(std::to_string(question.number), question.label, std::to_string(chosen)));
    }
    const auto found = survey::comments(reader, council, wave->ref, chosen, after);
    view.total = found.total;
    for (const auto& each : found.comments) {
      view.comments.push_back({each.words, each.case_ref, each.themes});
    }
    add_pages(view, chosen, after);
    view.waiting = survey::waiting_comments(reader, council, wave->ref);
    view.may_close = call.may("POST", "/waves/{ref}/comments/closure");
    return page(call, "hear/survey/comments.html", templates::to_value(view));
  });
}

http::Response receive_comments_closure(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto closed = call.database.write(
      [&](store::Writer& writer) { return survey::close_comments(writer, call.work, ref); });
  if (!closed) return error_page(call, closed.error());
  return redirect_with_message(call, "/waves/" + ref + "/comments",
                               *closed == 1 ? "1 comment closed as read"
                                            : std::to_string(*closed) + " comments closed as read");
}

}  // namespace throughline::web
