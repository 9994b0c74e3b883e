#include "web/judge/document_page.hpp"

#include "record/document.hpp"
#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"
#include "web/uploaded_file.hpp"

#include <sstream>

namespace throughline::web {
namespace {

using namespace judging;

struct DocumentView {
  std::string ref;
  std::string href;
  std::string title;
  std::string file_name;
  std::string size;
  std::string sha256;
  std::string dated;
  std::string added_at;
  std::string added_by;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
                      (ref, href, title, file_name, size, sha256, dated, added_at, added_by))

struct DocumentListView {
  std::vector<DocumentView> documents;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(DocumentListView, (), (documents, may_add))

struct DocumentPageView {
  DocumentView document;
  std::vector<EvidenceView> evidence;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(DocumentPageView, (), (document, evidence, may_add))

struct DocumentFormView {
  std::string title;
  DateView dated;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(DocumentFormView, (), (title, dated, errors))

DocumentView document_view(const record::Document& document) {
  return {document.ref,
          record::page_of(document.ref),
          document.title,
          document.file_name,
          record::size_text(document.size),
          document.sha256,
          base::to_long_text(document.dated),
          in_london(document.added_at),
          document.added_by};
}

record::NewDocument given_in(const http::Request& request, const DateView& dated) {
  record::NewDocument given;
  given.title = request.form.get("title");
  given.dated = dated.typed();
  auto file = uploaded_file(request, "file", record::most_document_bytes);
  given.file_name = std::move(file.name);
  given.bytes = std::move(file.bytes);
  return given;
}

base::Result<record::Document> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return record::find_document(reader, call.authority.id, call.parameter("ref"));
  });
}

}  // namespace

http::Response document_list_page(Call& call) {
  DocumentListView view;
  view.may_add = call.may("POST", "/documents");
  call.database.read([&](store::Reader& reader) {
    for (const record::Document& document : record::documents(reader, call.authority.id)) {
      view.documents.push_back(document_view(document));
    }
  });
  return page(call, "judge/document_list.html", templates::to_value(view));
}

http::Response new_document_page(Call& call) {
  return page(call, "judge/document_form.html", templates::to_value(DocumentFormView{}));
}

http::Response receive_document(Call& call) {
  DocumentFormView view;
  view.title = call.request.form.get("title");
  view.dated = date_typed(call.request.form, "dated");
  const record::NewDocument given = given_in(call.request, view.dated);
  const auto added = call.database.write(
      [&](store::Writer& writer) { return record::add_document(writer, call.work, given); });
  if (added) {
    return redirect_with_message(call, record::page_of(added->ref), "Document uploaded");
  }
  view.errors = form_errors(added.error());
  return page(call, "judge/document_form.html", templates::to_value(view), 400);
}

http::Response document_page(Call& call) {
  const auto found = find(call);
  if (!found) return error_page(call, found.error());
  DocumentPageView view;
  view.document = document_view(*found);
  view.may_add = call.may("POST", "/evidence");
  call.database.read([&](store::Reader& reader) {
    judge::EvidenceFilter filter;
    filter.source = found->ref;
    filter.with_withdrawn = true;
    view.evidence =
        evidence_views(judging_rules().framework,
                       judge::list_evidence(reader, call.authority.id, filter, call.work.today()),
                       call.work.today());
  });
  return page(call, "judge/document.html", templates::to_value(view));
}

http::Response document_file(Call& call) {
  const auto found = find(call);
  if (!found) return error_page(call, found.error());
  std::string bytes = call.database.read([&](store::Reader& reader) {
    return record::document_bytes(reader, call.authority.id, *found);
  });
  return http::Response::download(std::move(bytes), found->type, found->file_name);
}

}  // namespace throughline::web
