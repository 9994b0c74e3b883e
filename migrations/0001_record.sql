-- What every stage shares: councils, people who sign in, the line and its history.

create table authorities (
  authority_id text primary key,
  name text not null,
  host text not null default '',
  created text not null
);

-- The last number given out for each kind of ref.
create table counters (
  authority_id text not null references authorities,
  prefix text not null,
  last bigint not null,
  primary key (authority_id, prefix)
);

create table services (
  authority_id text not null references authorities,
  ref text not null,
  name text not null,
  offered bigint not null default 1,
  primary key (authority_id, ref),
  unique (authority_id, name)
);

create table users (
  authority_id text not null references authorities,
  ref text not null,
  email text not null,
  name text not null,
  role text not null,
  password_hash text not null,
  active bigint not null default 1,
  failed_attempts bigint not null default 0,
  locked_until text not null default '',
  created text not null,
  primary key (authority_id, ref),
  unique (authority_id, email)
);

create table sessions (
  authority_id text not null references authorities,
  token_hash text not null,
  user_ref text not null,
  form_token text not null,
  started text not null,
  last_used text not null,
  primary key (authority_id, token_hash)
);
create index sessions_by_user on sessions (authority_id, user_ref);

-- What signs the forms and messages of people who do not sign in.
create table signing_keys (
  authority_id text primary key references authorities,
  key text not null
);

create table events (
  authority_id text not null references authorities,
  sequence bigint not null,
  at text not null,
  actor_ref text not null,
  actor_name text not null,
  subject text not null,
  verb text not null,
  reason text not null,
  details text not null,
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, sequence)
);
create index events_by_subject on events (authority_id, subject, sequence);

-- The end of each council's chain; taking it is what orders writers.
create table event_heads (
  authority_id text primary key references authorities,
  sequence bigint not null,
  hash text not null
);

-- Derived: one row for each record on the line, for the trace. Rebuilt by `throughline rebuild`.
create table nodes (
  authority_id text not null references authorities,
  ref text not null,
  title text not null,
  dated text not null,
  state text not null,
  primary key (authority_id, ref)
);

create table links (
  authority_id text not null references authorities,
  from_ref text not null,
  relation text not null,
  to_ref text not null,
  at text not null,
  actor_ref text not null,
  primary key (authority_id, from_ref, relation, to_ref)
);
create index links_backward on links (authority_id, to_ref, relation, from_ref);
