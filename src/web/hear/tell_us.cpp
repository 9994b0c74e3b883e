#include "web/hear/tell_us.hpp"

#include "templates/described.hpp"
#include "web/page.hpp"
#include "web/urgent_help.hpp"

#include <array>

namespace throughline::web {

namespace {

constexpr std::array questions = {Question::kind,    Question::words,   Question::service,
                                  Question::you,     Question::contact, Question::details,
                                  Question::equality};

bool answered(Question question, const hear::Draft& draft) {
  switch (question) {
    case Question::kind:
      return draft.given.kind.has_value();
    case Question::words:
      return !draft.given.words.empty();
    case Question::service:
      return draft.service_answered;
    case Question::you:
      return draft.given.relationship.has_value();
    case Question::contact:
      return draft.contact_answered;
    case Question::details:
      return draft.anonymous || hear::problems_of(draft.given.identity.contact).empty();
    case Question::equality:
      return draft.equality_answered;
  }
  return false;
}

}  // namespace

std::string path_of(Question question) {
  switch (question) {
    case Question::kind:
      return "/tell-us/kind";
    case Question::words:
      return "/tell-us/words";
    case Question::service:
      return "/tell-us/service";
    case Question::you:
      return "/tell-us/you";
    case Question::contact:
      return "/tell-us/contact";
    case Question::details:
      return "/tell-us/details";
    case Question::equality:
      return "/tell-us/equality";
  }
  return "/tell-us";
}

hear::Draft draft_of(Call& call) {
  return call.database
      .read(
          [&](store::Reader& reader) { return hear::find_draft(reader, call.work, call.visitor); })
      .value_or(hear::Draft{});
}

void keep_draft(Call& call, const hear::Draft& draft) {
  call.keep_visitor = true;
  call.database.write(
      [&](store::Writer& writer) { hear::keep_draft(writer, call.work, call.visitor, draft); });
}

std::optional<std::string> instead_of(Question question, const hear::Draft& draft) {
  for (const auto each : questions) {
    if (each == question) return std::nullopt;
    if (!answered(each, draft)) return path_of(each);
  }
  return std::nullopt;
}

std::string first_unanswered(const hear::Draft& draft) {
  for (const auto each : questions) {
    if (!answered(each, draft)) return path_of(each);
  }
  return "/tell-us/check";
}

std::string came_from(const Call& call) {
  const auto& request = call.request;
  const auto from = request.method == "POST" ? request.form.get("from") : request.query.get("from");
  return from == "check" ? "check" : "";
}

std::string back_from(const Call& call, Question question) {
  if (!came_from(call).empty()) return "/tell-us/check";
  if (question == Question::kind) return "/tell-us";
  return path_of(static_cast<Question>(static_cast<int>(question) - 1));
}

std::string next_after(const Call& call, Question question, const hear::Draft& draft) {
  if (!came_from(call).empty()) {
    const auto place = first_unanswered(draft);
    return place == "/tell-us/check" ? place : place + "?from=check";
  }
  if (question == Question::equality) return first_unanswered(draft);
  auto next = static_cast<Question>(static_cast<int>(question) + 1);
  if (next == Question::details && draft.anonymous) next = Question::equality;
  return instead_of(next, draft).value_or(path_of(next));
}

http::Response tell_us_page(Call& call) {
  return page(call, "hear/tell_us_start.html",
              templates::Fields{{"back", "/"},
                                {"urgent", templates::to_value(urgent_help(call))},
                                {"errors", no_errors()}});
}

http::Response begin_telling_us(Call& call) {
  // Whoever sat here before has left nothing for the next person to find.
  call.database.write(
      [&](store::Writer& writer) { hear::drop_draft(writer, call.work, call.visitor); });
  return http::Response::redirect(path_of(Question::kind));
}

http::Response leave_tell_us(Call& call) {
  call.database.write(
      [&](store::Writer& writer) { hear::drop_draft(writer, call.work, call.visitor); });
  auto response = http::Response::redirect("https://www.bbc.co.uk/weather");
  response.set_header("Clear-Site-Data", "\"cache\"");
  return response;
}

}  // namespace throughline::web
