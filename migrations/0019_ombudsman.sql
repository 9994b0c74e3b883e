-- What the Local Government and Social Care Ombudsman decided, and the yearly figures that it publishes.

create table ombudsman_decisions (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  reference text not null,
  case_ref text not null,
  service_ref text not null,
  category text not null,
  subject text not null,
  decision text not null,
  decided text not null,
  fault text not null,
  injustice text not null,
  remedied_before bigint not null,
  remedy text not null,
  compliance text not null,
  learning text not null,
  version bigint not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref),
  unique (authority_id, reference)
);
create index ombudsman_by_decided on ombudsman_decisions (authority_id, decided, number);

-- What the Ombudsman asked the council to do, and whether it was done in time.
create table ombudsman_recommendations (
  authority_id text not null references authorities,
  decision_ref text not null,
  number bigint not null,
  what text not null,
  due text not null,
  done text not null,
  evidence text not null,
  primary key (authority_id, decision_ref, number)
);

-- One row a council and year, as published. A figure that was not published is null.
create table ombudsman_years (
  authority_id text not null references authorities,
  council text not null,
  council_type text not null,
  own bigint not null,
  year text not null,
  scope text not null,
  investigated bigint not null,
  upheld bigint not null,
  compliance_outcomes bigint,
  satisfied bigint,
  remedied_before bigint,
  population bigint,
  source text not null,
  primary key (authority_id, council, year, scope)
);
