-- ACT and PROVE: what the council changes, and whether the change moved its measure.

create table actions (
  authority_id text not null references authorities,
  ref text not null,
  title text not null,
  aim text not null,
  owner_ref text not null,
  owner_name text not null,
  due text not null,
  status text not null,
  began text not null,
  ended text not null,
  outcome text not null,
  measure_ref text not null,
  raised text not null,
  version bigint not null,
  primary key (authority_id, ref)
);
create index actions_by_due on actions (authority_id, status, due, ref);
create index actions_by_owner on actions (authority_id, owner_ref, status, due);
create index actions_by_measure on actions (authority_id, measure_ref);

create table proofs (
  authority_id text not null references authorities,
  ref text not null,
  action_ref text not null,
  measure_ref text not null,
  verdict text not null,
  reason text not null,
  change_date text not null,
  as_at text not null,
  points_before bigint not null,
  points_after bigint not null,
  mean_before double precision,
  mean_after double precision,
  recorded text not null,
  recorded_by text not null,
  primary key (authority_id, ref)
);
create index proofs_by_action on proofs (authority_id, action_ref, recorded);
