#include "web/hear/letter/letter_page.hpp"

#include "hear/hear.hpp"
#include "hear/letter/fields.hpp"
#include "hear/letter/letter.hpp"
#include "publish/convert.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/hear/letter/letter_paper.hpp"
#include "web/hear/letter/letter_view.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

constexpr int most_listed = 200;

struct LetterListView {
  std::vector<LetterLineView> drafts;
  std::vector<LetterLineView> sent;
  std::string most;
  bool more = false;
  bool may_change_templates = false;
};
BOOST_DESCRIBE_STRUCT(LetterListView, (), (drafts, sent, most, more, may_change_templates))

struct LetterView {
  LetterLineView line;
  std::string title;
  std::string case_title;
  std::string subject;
  std::string dated;
  std::string recipient;
  std::vector<LetterBlockView> blocks;
  std::vector<std::string> left;
  std::string extended_to;
  std::string extension_reason;
  std::vector<std::string> missing;
  std::vector<HistoryView> history;
  bool is_draft = false;
};
BOOST_DESCRIBE_STRUCT(LetterView, (),
                      (line, title, case_title, subject, dated, recipient, blocks, left,
                       extended_to, extension_reason, missing, history, is_draft))

struct Found {
  hear::letter::Letter letter;
  hear::Case of_case;
  std::vector<record::Event> history;
};

// Although it answers a GET it writes: that somebody looked (docs/adr/0026).
std::optional<Found> open(Call& call, hear::letter::Opened how) {
  return call.database.write([&](store::Writer& writer) -> std::optional<Found> {
    auto letter = hear::letter::open_letter(writer, call.work, call.parameter("ref"), how);
    if (!letter) return std::nullopt;
    auto of_case = hear::find_case(writer, call.authority.id, letter->case_ref);
    if (!of_case) return std::nullopt;
    auto history = record::history(writer, call.authority.id, letter->ref);
    return Found{*std::move(letter), *std::move(of_case), std::move(history)};
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such letter", {}});
}

std::string paper_of(const Call& call, const Found& found, PaperFor paper) {
  return letter_paper(call.authority.name, found.letter, letter_subject(found.of_case.kind), paper);
}

http::Response converted(Call& call, publish::Converter converter, PaperFor paper,
                         hear::letter::Opened how, const std::string& ending) {
  const auto found = open(call, how);
  if (!found) return not_found(call);
  auto made = publish::convert(converter, paper_of(call, *found, paper), found->letter.dated());
  if (!made) return error_page(call, made.error());
  return http::Response::download(std::move(*made), std::string(publish::content_type(converter)),
                                  found->letter.ref + "." + ending);
}

}  // namespace

http::Response letter_list_page(Call& call) {
  using hear::letter::State;
  LetterListView view;
  view.most = std::to_string(most_listed);
  call.database.read([&](store::Reader& reader) {
    const auto lines = [&](State state, std::vector<LetterLineView>& views) {
      for (const auto& each :
           hear::letter::letters_in(reader, call.authority.id, state, most_listed)) {
        views.push_back(letter_line(each));
      }
    };
    lines(State::draft, view.drafts);
    lines(State::sent, view.sent);
    view.more = hear::letter::count_letters(reader, call.authority.id, State::sent) > most_listed;
  });
  view.may_change_templates = call.may("GET", "/letter-templates");
  return page(call, "hear/letter/list.html", templates::to_value(view));
}

http::Response letter_page(Call& call) {
  const auto found = open(call, hear::letter::Opened::page);
  if (!found) return not_found(call);
  const auto& letter = found->letter;
  LetterView view;
  view.line = letter_line(letter);
  view.title = hear::letter::title(letter);
  view.case_title = hear::title(found->of_case);
  view.subject = letter_subject(found->of_case.kind);
  view.dated = base::to_long_text(letter.dated());
  view.recipient = letter.recipient;
  view.blocks = letter_blocks(letter.body);
  view.is_draft = letter.state == hear::letter::State::draft;
  if (view.is_draft) view.left = hear::letter::left_to_enter(letter.body);
  if (letter.extended_to) view.extended_to = base::to_long_text(*letter.extended_to);
  view.extension_reason = letter.extension_reason;
  view.missing = publish::missing_downloads();
  view.history = history_views(found->history);
  return page(call, "hear/letter/letter.html", templates::to_value(view));
}

http::Response letter_html(Call& call) {
  const auto found = open(call, hear::letter::Opened::html);
  if (!found) return not_found(call);
  return http::Response::download(paper_of(call, *found, PaperFor::print),
                                  "text/html; charset=utf-8", found->letter.ref + ".html");
}

http::Response letter_pdf(Call& call) {
  return converted(call, publish::Converter::pdf, PaperFor::print, hear::letter::Opened::pdf,
                   "pdf");
}

http::Response letter_docx(Call& call) {
  return converted(call, publish::Converter::docx, PaperFor::word, hear::letter::Opened::word,
                   "docx");
}

}  // namespace throughline::web
