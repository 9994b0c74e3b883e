#include "web/publish/local_account/account_paper.hpp"

#include "publish/convert.hpp"
#include "record/data.hpp"
#include "web/publish/local_account/account_view.hpp"

namespace throughline::web {
namespace {

using local_accounts::AccountView;
using publish::local_account::Content;

struct AccountPaperView {
  AccountView account;
  bool word = false;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(AccountPaperView, (), (account, word, sheet))

std::string account_paper(const Content& content, const local_accounts::Names& names,
                          PaperFor paper) {
  const auto data = record::embedded_data();
  const auto css = std::string(base::embedded_file(data, "paper.css")) +
                   std::string(base::embedded_file(data, "report.css"));
  const AccountPaperView view{
      local_accounts::account_view(content, names, local_accounts::For::paper),
      paper == PaperFor::word, templates::Value::safe("<style>\n" + css + "</style>")};
  return templates::render("publish/local_account/paper.html", templates::to_value(view));
}

}  // namespace

base::Result<AccountFile> account_file(const Content& content, const local_accounts::Names& names,
                                       const std::string& ending) {
  AccountFile file;
  file.name = "local-account-" + publish::local_account::year_name(content.year) +
              (content.published.empty() ? "-draft" : "") +
              (content.version > 1 ? "-version-" + std::to_string(content.version) : "") + "." +
              ending;
  if (ending == "html") {
    file.type = "text/html; charset=utf-8";
    file.content = account_paper(content, names, PaperFor::print);
    return file;
  }
  if (ending == "csv") {
    file.type = "text/csv; charset=utf-8";
    file.content = publish::local_account::to_csv(content);
    return file;
  }
  if (ending != "pdf" && ending != "docx") {
    return base::refuse(base::ErrorKind::not_found, "There is no such download");
  }
  const bool is_pdf = ending == "pdf";
  const auto converter = is_pdf ? publish::Converter::pdf : publish::Converter::docx;
  const auto dated =
      base::date_from_text(content.published.empty() ? content.counted_on : content.published);
  auto made = publish::convert(
      converter, account_paper(content, names, is_pdf ? PaperFor::print : PaperFor::word),
      dated.value());
  if (!made) return tl::make_unexpected(made.error());
  file.type = publish::content_type(converter);
  file.content = std::move(*made);
  return file;
}

}  // namespace throughline::web
