-- SURVEYS: what is asked, each round of it (a wave), and what people answered.

create table surveys (
  authority_id text not null references authorities,
  ref text not null,
  title text not null,
  audience text not null,
  named bigint not null,
  introduction text not null,
  -- Where its questions come from: the key of a national set, or the survey that this is a new
  -- version of; empty for the council's own.
  made_from text not null,
  created text not null,
  created_by text not null,
  version bigint not null,
  primary key (authority_id, ref)
);

create table survey_questions (
  authority_id text not null references authorities,
  survey_ref text not null,
  number bigint not null,
  position bigint not null,
  kind text not null,
  label text not null,
  hint text not null,
  required bigint not null,
  may_decline bigint not null,
  options text not null,
  comments text not null,
  source text not null,
  primary key (authority_id, survey_ref, number),
  foreign key (authority_id, survey_ref) references surveys (authority_id, ref)
);

create table survey_skips (
  authority_id text not null references authorities,
  survey_ref text not null,
  question bigint not null,
  answer text not null,
  leads_to bigint not null,
  primary key (authority_id, survey_ref, question, answer),
  foreign key (authority_id, survey_ref, question)
    references survey_questions (authority_id, survey_ref, number)
);

create table survey_waves (
  authority_id text not null references authorities,
  ref text not null,
  survey_ref text not null,
  name text not null,
  -- Where it is answered: /answer/{slug}.
  slug text not null,
  opens text not null,
  closes text not null,
  invited_only bigint not null,
  asked bigint,
  created text not null,
  created_by text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, slug),
  foreign key (authority_id, survey_ref) references surveys (authority_id, ref)
);
create index survey_waves_by_survey on survey_waves (authority_id, survey_ref, opens);

-- Who was asked by name, apart from every answer: a row says only whether its link was used.
create table survey_invitations (
  authority_id text not null references authorities,
  wave_ref text not null,
  email text not null,
  token_hash text not null,
  used bigint not null,
  primary key (authority_id, wave_ref, email),
  unique (authority_id, token_hash),
  foreign key (authority_id, wave_ref) references survey_waves (authority_id, ref)
);

-- One set of answers. The key comes from the browser's draft or from the row of a file, so that the
-- same answers are never counted twice.
create table survey_responses (
  authority_id text not null references authorities,
  wave_ref text not null,
  response_key text not null,
  received text not null,
  came_by text not null,
  primary key (authority_id, wave_ref, response_key),
  foreign key (authority_id, wave_ref) references survey_waves (authority_id, ref)
);

-- The answers that are counted: a row for each option that was chosen; '' for a question that was
-- asked and not answered. A question that was skipped has no row.
create table survey_answers (
  authority_id text not null references authorities,
  wave_ref text not null,
  response_key text not null,
  question bigint not null,
  answer text not null,
  primary key (authority_id, wave_ref, question, answer, response_key),
  foreign key (authority_id, wave_ref, response_key)
    references survey_responses (authority_id, wave_ref, response_key)
);

-- What people wrote, apart from their other answers and never joined to them. Words that became a
-- case stand in the case alone.
create table survey_comments (
  authority_id text not null references authorities,
  wave_ref text not null,
  question bigint not null,
  number bigint not null,
  words text not null,
  case_ref text not null,
  primary key (authority_id, wave_ref, question, number),
  foreign key (authority_id, wave_ref) references survey_waves (authority_id, ref)
);

-- Who answered a survey that says it is not anonymous.
create table survey_names (
  authority_id text not null references authorities,
  wave_ref text not null,
  response_key text not null,
  name text not null,
  email text not null,
  primary key (authority_id, wave_ref, response_key),
  foreign key (authority_id, wave_ref, response_key)
    references survey_responses (authority_id, wave_ref, response_key)
);

-- Answers of someone who has not sent them yet. Short-lived, like feedback_drafts.
create table survey_drafts (
  authority_id text not null references authorities,
  token_hash text not null,
  wave_ref text not null,
  expires text not null,
  answers text not null,
  sent bigint not null,
  primary key (authority_id, token_hash, wave_ref)
);
create index survey_drafts_by_expiry on survey_drafts (authority_id, expires);

-- Which heading of another tool's file is which question, as someone said once.
create table survey_headings (
  authority_id text not null references authorities,
  survey_ref text not null,
  heading text not null,
  question bigint not null,
  primary key (authority_id, survey_ref, heading),
  foreign key (authority_id, survey_ref) references surveys (authority_id, ref)
);

-- Results that were recorded as values of a measure.
create table survey_measures (
  authority_id text not null references authorities,
  wave_ref text not null,
  question bigint not null,
  measure_ref text not null,
  answers text not null,
  primary key (authority_id, wave_ref, question, measure_ref),
  foreign key (authority_id, wave_ref) references survey_waves (authority_id, ref)
);
