#include "web/hear/joint_review/review_paper.hpp"

#include "publish/convert.hpp"
#include "record/data.hpp"
#include "templates/described.hpp"
#include "web/hear/joint_review/review_view.hpp"
#include "web/page.hpp"
#include "web/paper_for.hpp"

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

struct ReviewPaperView {
  ReviewBodyView review;
  std::string council;
  bool word = false;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(ReviewPaperView, (), (review, council, word, sheet))

http::Response converted(Call& call, publish::Converter converter, PaperFor paper,
                         const std::string& ending) {
  const auto body = call.database.read([&](store::Reader& reader) -> std::optional<ReviewBodyView> {
    const auto review = jr::find_review(reader, call.work, call.parameter("ref"));
    if (!review) return std::nullopt;
    return review_body(call, reader, *review);
  });
  if (!body) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such joint review", {}});
  }
  const auto data = record::embedded_data();
  const auto css = std::string(base::embedded_file(data, "paper.css")) +
                   ".kept-lines { white-space: pre-wrap; }\n";
  const ReviewPaperView view{*body, call.authority.name, paper == PaperFor::word,
                             templates::Value::safe("<style>\n" + css + "</style>")};
  const auto html = templates::render("hear/joint_review/paper.html", templates::to_value(view));
  auto made = publish::convert(converter, html, call.work.today());
  if (!made) return error_page(call, made.error());
  return http::Response::download(std::move(*made), std::string(publish::content_type(converter)),
                                  body->ref + "." + ending);
}

}  // namespace

http::Response review_pdf(Call& call) {
  return converted(call, publish::Converter::pdf, PaperFor::print, "pdf");
}

http::Response review_docx(Call& call) {
  return converted(call, publish::Converter::docx, PaperFor::word, "docx");
}

}  // namespace throughline::web
