#include "web/record/council_details_page.hpp"

#include "record/council_details.hpp"
#include "record/sign_video.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

struct PageVideoView {
  std::string key;
  std::string page;
  std::string title;  // empty: none
  std::string url;
  std::string length;
  bool captions = false;
};
BOOST_DESCRIBE_STRUCT(PageVideoView, (), (key, page, title, url, length, captions))

struct CouncilDetailsView {
  std::string address;
  std::string phone;
  std::string email;
  std::string safeguarding_phone;
  std::string out_of_hours_phone;
  std::string sign_service;
  std::vector<PageVideoView> videos;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CouncilDetailsView, (),
                      (address, phone, email, safeguarding_phone, out_of_hours_phone, sign_service,
                       videos, errors))

std::vector<PageVideoView> videos_of(store::Reader& reader, const std::string& authority_id) {
  const auto set = record::sign_videos(reader, authority_id);
  std::vector<PageVideoView> views;
  for (const auto& page : record::sign_pages()) {
    PageVideoView view{std::string(page.key), std::string(page.name), "", "", "", false};
    const auto found = std::ranges::find(set, page.key, &record::SignVideo::page);
    if (found != set.end()) {
      view.title = found->title;
      view.url = found->url;
      view.length = std::to_string(found->minutes) + (found->minutes == 1 ? " minute" : " minutes");
      view.captions = found->captions;
    }
    views.push_back(std::move(view));
  }
  return views;
}

http::Response show(Call& call, const record::CouncilDetails& details, templates::Value errors,
                    int status) {
  CouncilDetailsView view{details.address,
                          details.phone,
                          details.email,
                          details.safeguarding_phone,
                          details.out_of_hours_phone,
                          details.sign_service,
                          {},
                          std::move(errors)};
  view.videos = call.database.read(
      [&](store::Reader& reader) { return videos_of(reader, call.authority.id); });
  return page(call, "record/council_details.html", templates::to_value(view), status);
}

}  // namespace

http::Response council_details_page(Call& call) {
  const auto details = call.database.read(
      [&](store::Reader& reader) { return record::council_details(reader, call.authority.id); });
  return show(call, details, no_errors(), 200);
}

http::Response receive_council_details(Call& call) {
  const auto& form = call.request.form;
  const record::CouncilDetails given{form.get("address"),
                                     form.get("phone"),
                                     form.get("email"),
                                     form.get("safeguarding_phone"),
                                     form.get("out_of_hours_phone"),
                                     form.get("sign_service")};
  const auto set = call.database.write(
      [&](store::Writer& writer) { return record::set_council_details(writer, call.work, given); });
  if (!set) return show(call, given, form_errors(set.error()), 400);
  return redirect_with_message(call, "/council-details", "Contact details saved");
}

}  // namespace throughline::web
