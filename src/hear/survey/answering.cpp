#include "hear/survey/answering.hpp"

#include "base/random.hpp"
#include "hear/survey/invitation.hpp"

#include <boost/json.hpp>

namespace throughline::hear::survey {
namespace {

namespace json = boost::json;

std::string stored(const std::string& token) {
  return base::sha256_hex("survey " + token);
}

std::string text_of(const Answering& answering) {
  json::object answers;
  for (const auto& [number, answer] : answering.answers) {
    answers[std::to_string(number)] = json::value_from(answer);
  }
  return json::serialize(json::object{{"answers", std::move(answers)},
                                      {"key", answering.key},
                                      {"invitation", answering.invitation},
                                      {"name", answering.name},
                                      {"email", answering.email},
                                      {"named", answering.named}});
}

Answering from_text(const std::string& text) {
  const auto kept = json::parse(text).as_object();
  const auto said = [&](std::string_view name) {
    return json::value_to<std::string>(kept.at(name));
  };
  Answering answering;
  for (const auto& [number, answer] : kept.at("answers").as_object()) {
    answering.answers[std::stoi(number)] = json::value_to<Answer>(answer);
  }
  answering.key = said("key");
  answering.invitation = said("invitation");
  answering.name = said("name");
  answering.email = said("email");
  answering.named = kept.at("named").as_bool();
  return answering;
}

base::Result<void> check_open(const record::Work& work, const Wave& wave) {
  if (wave.open_on(work.today())) return {};
  return base::refuse(base::ErrorKind::conflict, work.today() < wave.opens
                                                     ? "This survey has not opened yet"
                                                     : "This survey has closed");
}

tl::unexpected<base::Error> no_link() {
  return base::refuse(base::ErrorKind::forbidden,
                      "This survey is answered by people who were sent a link of their own, and "
                      "each link can be used once");
}

}  // namespace

base::Result<void> begin_answering(store::Writer& writer, const record::Work& work,
                                   const Wave& wave, const std::string& token,
                                   const std::string& invitation) {
  if (auto open = check_open(work, wave); !open) return open;
  if (wave.invited_only && !is_invited(writer, work.authority_id, wave.ref, invitation)) {
    return no_link();
  }
  Answering answering;
  answering.key = base::new_token(work.random);
  if (wave.invited_only) answering.invitation = invitation;
  keep_answering(writer, work, wave, token, answering);
  return {};
}

std::optional<Answering> find_answering(store::Reader& reader, const record::Work& work,
                                        const Wave& wave, const std::string& token) {
  const auto row = reader.row(
      "select answers from survey_drafts where authority_id = $1 and token_hash = $2 "
      "and wave_ref = $3 and expires > $4 and sent = 0",
      {work.authority_id, stored(token), wave.ref, base::to_text(work.now)});
  if (!row) return std::nullopt;
  return from_text(row->text(0));
}

void keep_answering(store::Writer& writer, const record::Work& work, const Wave& wave,
                    const std::string& token, const Answering& answering) {
  writer.execute("delete from survey_drafts where authority_id = $1 and expires <= $2",
                 {work.authority_id, base::to_text(work.now)});
  writer.execute(
      "insert into survey_drafts (authority_id, token_hash, wave_ref, expires, answers, sent) "
      "values ($1, $2, $3, $4, $5, 0) on conflict (authority_id, token_hash, wave_ref) do update "
      "set expires = excluded.expires, answers = excluded.answers, sent = 0",
      {work.authority_id, stored(token), wave.ref, base::to_text(work.now + answers_kept),
       text_of(answering)});
}

base::Result<void> send_answers(store::Writer& writer, const record::Work& work, const Wave& wave,
                                const std::string& token) {
  const auto answering = find_answering(writer, work, wave, token);
  if (!answering) {
    if (were_sent(writer, work, wave, token)) return {};
    return base::refuse(base::ErrorKind::not_found,
                        "Your answers are no longer here: they are kept for two hours");
  }
  if (auto open = check_open(work, wave); !open) return open;
  const auto survey = find_survey(writer, work.authority_id, wave.survey_ref);
  const auto asked = questions(writer, work.authority_id, wave.survey_ref);
  Response given{answering->answers, answering->key,  work.today(),
                 CameBy::web,        answering->name, answering->email};
  const auto kept = keep_response(writer, work, *survey, wave, asked, given);
  if (!kept) return tl::make_unexpected(kept.error());
  if (wave.invited_only && *kept &&
      !use_invitation(writer, work.authority_id, wave.ref, answering->invitation)) {
    return no_link();
  }
  writer.execute(
      "update survey_drafts set answers = '', sent = 1 where authority_id = $1 "
      "and token_hash = $2 and wave_ref = $3",
      {work.authority_id, stored(token), wave.ref});
  return {};
}

bool were_sent(store::Reader& reader, const record::Work& work, const Wave& wave,
               const std::string& token) {
  return reader
      .row(
          "select 1 from survey_drafts where authority_id = $1 and token_hash = $2 "
          "and wave_ref = $3 and expires > $4 and sent = 1",
          {work.authority_id, stored(token), wave.ref, base::to_text(work.now)})
      .has_value();
}

}  // namespace throughline::hear::survey
