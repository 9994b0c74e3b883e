#pragma once

// Uploaded documents. GET /documents, GET /documents/new, POST /documents, GET /documents/{ref},
// and GET /documents/{ref}/file: the file itself, always as a download.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response document_list_page(Call& call);
[[nodiscard]] http::Response new_document_page(Call& call);
[[nodiscard]] http::Response receive_document(Call& call);
[[nodiscard]] http::Response document_page(Call& call);
[[nodiscard]] http::Response document_file(Call& call);

}  // namespace throughline::web
