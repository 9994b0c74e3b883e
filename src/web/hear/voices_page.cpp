#include "web/hear/voices_page.hpp"

#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct CardView {
  std::string text;
  std::string href;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(CardView, (), (text, href, detail))

struct VoicesView {
  std::vector<CardView> quick;
  std::vector<CardView> cards;
};
BOOST_DESCRIBE_STRUCT(VoicesView, (), (quick, cards))

}  // namespace

http::Response voices_page(Call& call) {
  const std::vector<CardView> quick = {
      {"Log a concern", "/concerns/new", "Something that worries a person, and what you did"},
      {"Raise an idea or a gap", "/ideas/new", "You are owed a reply"},
      {"Log what someone told us", "/cases/new", "By phone, in a letter or in person"},
  };
  const std::vector<CardView> cards = {
      {"Ideas and gaps", "/ideas", "What staff raise, and the replies they are owed"},
      {"Concerns", "/concerns", "Put right there and then, or a complaint at the person’s wish"},
      {"Compliments", "/compliments",
       "Thank the person and the workers, and share what was done well"},
      {"What you were thanked for", "/thanks", "The words of people who praised you"},
      {"Is it fixed?", "/follow-ups", "What people say of our answers"},
      {"Partners and providers", "/partners", "Who they are, what they told us, and our replies"},
      {"Joint reviews", "/joint-reviews",
       "Incidents that we and our partners look at together, without blame"},
      {"What we learned together", "/shared-learning", "From joint reviews that are closed"},
      {"Surveys", "/surveys", "Ask many people the same, and again a year later"},
      {"Whose voices are heard", "/fair-voice", "Against who lives here and who draws on care"},
      {"Co-production", "/co-production",
       "How early people joined, and what changed because they did"},
      {"Links and QR codes", "/points", "Ask how it was today, on a phone or a kiosk"},
      {"What just came in", "/wall", "A wall that renews itself"},
      {"Mail", "/mail", "Answers that wait to be sent by email"},
  };
  VoicesView view;
  for (const auto& each : quick) {
    if (call.may("GET", each.href)) view.quick.push_back(each);
  }
  for (const auto& each : cards) {
    if (call.may("GET", each.href)) view.cards.push_back(each);
  }
  return page(call, "hear/voices.html", templates::to_value(view));
}

}  // namespace throughline::web
