#include "web/publish/assessment_page.hpp"

#include "publish/convert.hpp"
#include "publish/publish.hpp"
#include "web/judge/rules.hpp"
#include "web/page.hpp"
#include "web/publish/paper.hpp"
#include "web/publish/published_view.hpp"

#include <variant>

namespace throughline::web {
namespace {

using Shown = std::variant<publish::SummaryPage, publish::StatementPage>;

struct AssessmentView {
  publishing::SummaryView summary;
  std::string base;  // before the name of a page
  bool preview = false;
  std::vector<std::string> missing;  // downloads that this server cannot make, and why
};
BOOST_DESCRIBE_STRUCT(AssessmentView, (), (summary, base, preview, missing))

struct AssessmentStatementView {
  publishing::StatementView page;
  std::string base;
  bool preview = false;
  std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(AssessmentStatementView, (), (page, base, preview, missing))

constexpr std::string_view summary_name = "summary";

http::Response show(Call& call, const Shown& shown, const std::string& base, bool preview) {
  http::Response response;
  if (const auto* summary = std::get_if<publish::SummaryPage>(&shown)) {
    AssessmentView view{publishing::summary_view(*summary), base, preview,
                        publish::missing_downloads()};
    return page(call, "publish/assessment.html", templates::to_value(view));
  }
  AssessmentStatementView view{publishing::statement_view(std::get<publish::StatementPage>(shown)),
                               base, preview, publish::missing_downloads()};
  return page(call, "publish/assessment_statement.html", templates::to_value(view));
}

std::string paper_of(const Shown& shown) {
  return std::visit([](const auto& each) { return paper(each); }, shown);
}

std::string json_of(const Shown& shown) {
  return std::visit([](const auto& each) { return publish::to_json(each); }, shown);
}

// A preview is dated today.
base::Date date_of(const Call& call, const Shown& shown) {
  const auto published = base::date_from_text(
      std::visit([](const auto& each) -> const std::string& { return each.published; }, shown));
  return published ? *published : call.work.today();
}

http::Response converted(Call& call, const Shown& shown, publish::Converter converter,
                         const std::string& file_name) {
  auto made = publish::convert(converter, paper_of(shown), date_of(call, shown));
  if (!made) return error_page(call, made.error());
  return http::Response::download(std::move(*made), std::string(publish::content_type(converter)),
                                  file_name);
}

http::Response download(Call& call, const Shown& shown, const std::string& name,
                        const std::string& ending) {
  const std::string file = call.authority.id + "-" + name + "." + ending;
  if (ending == "json") return http::Response::json(json_of(shown) + "\n");
  if (ending == "html") {
    return http::Response::download(paper_of(shown), "text/html; charset=utf-8", file);
  }
  if (ending == "pdf") return converted(call, shown, publish::Converter::pdf, file);
  if (ending == "docx") return converted(call, shown, publish::Converter::docx, file);
  return error_page(call, {base::ErrorKind::not_found, "There is no such download", {}});
}

struct Asked {
  std::string name;
  std::string ending;  // empty: the page itself
};

Asked asked_for(const std::string& parameter) {
  const std::size_t dot = parameter.find('.');
  if (dot == std::string::npos) return {parameter, ""};
  return {parameter.substr(0, dot), parameter.substr(dot + 1)};
}

std::optional<Shown> published(Call& call, const std::string& name) {
  return call.database.read([&](store::Reader& reader) -> std::optional<Shown> {
    const auto standing = publish::standing_publication(reader, call.authority.id);
    if (!standing) return std::nullopt;
    if (name == summary_name) {
      return publish::published_summary(reader, call.authority.id, standing->ref);
    }
    auto found = publish::published_statement(reader, call.authority.id, standing->ref, name);
    if (!found) return std::nullopt;
    return std::move(*found);
  });
}

http::Response not_published(Call& call) {
  return error_page(
      call, {base::ErrorKind::not_found, call.authority.name + " has not published this page", {}});
}

}  // namespace

http::Response assessment_summary_page(Call& call) {
  const auto shown = published(call, std::string(summary_name));
  if (!shown) return page(call, "publish/no_assessment.html", templates::Fields{});
  return show(call, *shown, "/assessment", false);
}

http::Response assessment_summary_json(Call& call) {
  const auto shown = published(call, std::string(summary_name));
  if (!shown) return not_published(call);
  return http::Response::json(json_of(*shown) + "\n");
}

http::Response assessment_page(Call& call) {
  const Asked asked = asked_for(call.parameter("page"));
  const auto shown = published(call, asked.name);
  if (!shown) return not_published(call);
  if (asked.ending.empty()) return show(call, *shown, "/assessment", false);
  return download(call, *shown, asked.name, asked.ending);
}

http::Response preview_page(Call& call) {
  const Asked asked = asked_for(call.parameter("page"));
  const auto shown = call.database.read([&](store::Reader& reader) -> base::Result<Shown> {
    if (asked.name == summary_name) {
      return publish::preview_summary(reader, call.authority, judging_rules());
    }
    auto found = publish::preview_statement(reader, call.authority, judging_rules(), asked.name);
    if (!found) return tl::make_unexpected(found.error());
    return std::move(*found);
  });
  if (!shown) return error_page(call, shown.error());
  if (asked.ending.empty()) return show(call, *shown, "/preview", true);
  return download(call, *shown, asked.name + "-preview", asked.ending);
}

}  // namespace throughline::web
