#include "web/judge/rating_page.hpp"

#include "web/judge/overall_view.hpp"
#include "web/judge/rules.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

using namespace judging;

struct ScoredView {
  std::string name;
  std::string href;
  std::optional<ScoreView> score;
};
BOOST_DESCRIBE_STRUCT(ScoredView, (), (name, href, score))

struct BandView {
  std::string name;
  int from_sum = 0;
  int to_sum = 0;
  int from_percent = 0;
  int to_percent = 0;
  bool ours = false;
};
BOOST_DESCRIBE_STRUCT(BandView, (), (name, from_sum, to_sum, from_percent, to_percent, ours))

struct RatingView {
  OverallView overall;
  std::vector<ScoredView> scored;
  std::vector<BandView> bands;
  std::vector<OverrideView> overrides;
  std::vector<ChoiceView> ratings;
  std::string reason;
  bool may_override = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(RatingView, (),
                      (overall, scored, bands, overrides, ratings, reason, may_override, errors))

http::Response show(Call& call, const std::string& rating, const std::string& reason,
                    templates::Value errors, int status) {
  const judge::Framework& framework = judging_rules().framework;
  RatingView view;
  view.reason = reason;
  view.errors = std::move(errors);
  view.may_override = call.may("POST", "/rating/override");
  call.database.read([&](store::Reader& reader) {
    const auto overall = judge::overall(reader, call.authority.id, framework);
    view.overall = overall_view(framework, overall);
    for (const judge::Statement& statement : framework.statements) {
      ScoredView scored{statement.name, "/statements/" + statement.key, std::nullopt};
      if (const auto score = overall.scores.find(statement.key); score != overall.scores.end()) {
        scored.score = score_view(framework, score->second);
      }
      view.scored.push_back(std::move(scored));
    }
    for (const judge::RatingBand& band : framework.bands) {
      const bool ours = overall.rating && overall.rating->rating == band.name;
      view.bands.push_back({band.name, band.from_sum, band.to_sum,
                            judge::percent_of(framework, band.from_sum),
                            judge::percent_of(framework, band.to_sum), ours});
      if (!ours) view.ratings.push_back({band.name, band.name, band.name == rating});
    }
    for (const judge::RatingOverride& made :
         judge::overrides(reader, call.authority.id, framework)) {
      view.overrides.push_back(override_view(made));
    }
  });
  return page(call, "judge/rating.html", templates::to_value(view), status);
}

}  // namespace

http::Response rating_page(Call& call) {
  return show(call, "", "", no_errors(), 200);
}

http::Response receive_override(Call& call) {
  const std::string rating = call.request.form.get("rating");
  const std::string reason = call.request.form.get("reason");
  const auto made = call.database.write([&](store::Writer& writer) {
    return judge::override_rating(writer, call.work, judging_rules(), rating, reason);
  });
  if (made) return redirect_with_message(call, "/rating", "Professional judgement recorded");
  if (made.error().kind != base::ErrorKind::invalid) return error_page(call, made.error());
  return show(call, rating, reason, form_errors(made.error()), 400);
}

http::Response receive_override_withdrawal(Call& call) {
  const std::string reason = call.request.form.get("reason");
  const auto withdrawn = call.database.write([&](store::Writer& writer) {
    return judge::withdraw_override(writer, call.work, judging_rules().framework, reason);
  });
  if (withdrawn) return redirect_with_message(call, "/rating", "Professional judgement withdrawn");
  if (withdrawn.error().kind != base::ErrorKind::invalid)
    return error_page(call, withdrawn.error());
  return show(call, "", reason, form_errors(withdrawn.error()), 400);
}

}  // namespace throughline::web
