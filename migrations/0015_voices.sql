-- What staff raise, each owed a reply by a day. The words are a case's; this is its clock.
create table replies_owed (
  authority_id text not null references authorities,
  case_ref text not null,
  sort text not null,
  in_confidence bigint not null,
  due text not null,
  escalated_at text not null,
  listened text not null,
  primary key (authority_id, case_ref)
);
create index replies_owed_by_due on replies_owed (authority_id, due, case_ref);

-- Who raised it, apart from what they said.
create table idea_raisers (
  authority_id text not null references authorities,
  case_ref text not null,
  user_ref text not null,
  primary key (authority_id, case_ref)
);
create index idea_raisers_by_user on idea_raisers (authority_id, user_ref, case_ref);

create table idea_settings (
  authority_id text not null references authorities,
  working_days bigint not null,
  primary key (authority_id)
);

-- Concerns that a member of staff logged, so that they can come back to theirs.
create table concerns (
  authority_id text not null references authorities,
  case_ref text not null,
  logged_by text not null,
  became_complaint text not null,
  primary key (authority_id, case_ref)
);
create index concerns_by_user on concerns (authority_id, logged_by, case_ref);

-- What was done with a compliment beyond thanking the person: passed up the line, and shared as good
-- practice in words for everyone.
create table compliments (
  authority_id text not null references authorities,
  case_ref text not null,
  passed_up_at text not null,
  passed_up_by text not null,
  shared bigint not null,
  public_words text not null,
  shared_on text not null,
  primary key (authority_id, case_ref)
);
create index compliments_by_share on compliments (authority_id, shared, shared_on, case_ref);

-- The workers who were praised, apart from the words.
create table praised_workers (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  name text not null,
  user_ref text not null,
  thanked_on text not null,
  thanked_by text not null,
  thanked_how text not null,
  primary key (authority_id, case_ref, number)
);
create index praised_workers_by_user on praised_workers (authority_id, user_ref, thanked_on);

-- Places and events where people are asked, there and then, how it was.
create table points (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  code text not null,
  name text not null,
  service_ref text not null,
  asks bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, code)
);

-- One face of five, pressed at a point; with words it is a case as well.
create table faces (
  authority_id text not null references authorities,
  number bigint not null,
  point_ref text not null,
  submission_key text not null,
  face bigint not null,
  at text not null,
  said_on text not null,
  case_ref text not null,
  primary key (authority_id, number),
  unique (authority_id, submission_key)
);
create index faces_by_day on faces (authority_id, said_on, point_ref, face);
