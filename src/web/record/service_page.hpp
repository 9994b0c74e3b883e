#pragma once

// GET and POST /services, POST /services/{ref}: the services that people can speak about.

#include "web/call.hpp"

namespace throughline::web {

http::Response service_list_page(Call& call);
http::Response receive_new_service(Call& call);
http::Response receive_service_change(Call& call);

}  // namespace throughline::web
