#include "web/publish/local_account/pages.hpp"

#include "web/publish/local_account/account_pages.hpp"
#include "web/publish/local_account/chapter_page.hpp"
#include "web/publish/local_account/public_account_page.hpp"
#include "web/publish/local_account/publishing_page.hpp"
#include "web/publish/local_account/signature_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_local_account_pages(Routes& routes) {
  routes.get("/local-account", public_account_list_page);
  routes.get("/local-account/{year}", public_account_page);

  routes.get("/local-accounts", account_list_page);
  routes.post("/local-accounts", receive_account);
  routes.post("/local-accounts/settings", receive_account_settings);
  routes.get("/local-accounts/{ref}", local_account_page);
  routes.post("/local-accounts/{ref}/approval", receive_account_approval);
  routes.post("/local-accounts/{ref}/board", receive_account_board);
  routes.get("/local-accounts/{ref}/chapters/{key}", account_chapter_page);
  routes.post("/local-accounts/{ref}/chapters/{key}", receive_account_chapter);
  routes.post("/local-accounts/{ref}/correction", receive_account_correction);
  routes.post("/local-accounts/{ref}/figures", receive_account_figures);
  routes.get("/local-accounts/{ref}/preview", account_preview_page);
  routes.get("/local-accounts/{ref}/publication", account_publication_page);
  routes.post("/local-accounts/{ref}/publication", receive_account_publication);
  routes.post("/local-accounts/{ref}/removal", receive_account_removal);
  routes.get("/local-accounts/{ref}/signatures", account_signatures_page);
  routes.post("/local-accounts/{ref}/signatures", receive_account_signature);
  routes.post("/local-accounts/{ref}/signatures/{number}/removal", receive_signature_removal);
  routes.post("/local-accounts/{ref}/signatures/{number}/unnaming", receive_signature_unnaming);
  routes.post("/local-accounts/{ref}/withdrawal", receive_account_withdrawal);
}

}  // namespace throughline::web
