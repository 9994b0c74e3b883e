#include "web/prove/pages.hpp"

#include "web/prove/proof_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_prove_pages(Routes& routes) {
  routes.post("/actions/{ref}/proofs", receive_proof);
  routes.get("/proofs/{ref}", proof_page);
}

}  // namespace throughline::web
