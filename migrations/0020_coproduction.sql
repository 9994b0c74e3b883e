-- Co-production: who is at the table, how early people joined, and what changed because they did.

create table coproduction_groups (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  name text not null,
  purpose text not null,
  version bigint not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref),
  unique (authority_id, name)
);

-- A member without a name: that stands in coproduction_names and goes when it is erased.
create table coproduction_members (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  group_ref text not null,
  standing text not null,
  joined text not null,
  left_on text not null,
  erased_at text not null,
  version bigint not null,
  primary key (authority_id, ref)
);
create index coproduction_members_by_group on coproduction_members (authority_id, group_ref, number);

create table coproduction_names (
  authority_id text not null references authorities,
  member_ref text not null,
  name text not null,
  primary key (authority_id, member_ref)
);

-- What members say of themselves, in the answers of the equality questions.
create table coproduction_answers (
  authority_id text not null references authorities,
  member_ref text not null,
  question text not null,
  answer text not null,
  primary key (authority_id, member_ref, question)
);

create table coproduction_projects (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  title text not null,
  about text not null,
  question text not null,
  service_ref text not null,
  stage text not null,
  open_to_all bigint not null,
  asked_on text not null,
  wanted_by text not null,
  decided_on text not null,
  finished_on text not null,
  version bigint not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref)
);
create index coproduction_projects_by_asked on coproduction_projects (authority_id, asked_on, number);

create table coproduction_project_groups (
  authority_id text not null references authorities,
  project_ref text not null,
  group_ref text not null,
  primary key (authority_id, project_ref, group_ref)
);

-- How many took part, by who they are to care.
create table coproduction_took_part (
  authority_id text not null references authorities,
  project_ref text not null,
  standing text not null,
  people bigint not null,
  primary key (authority_id, project_ref, standing)
);

-- What people asked for, and what became of it.
create table coproduction_asks (
  authority_id text not null references authorities,
  project_ref text not null,
  number bigint not null,
  asked text not null,
  outcome text not null,
  answer text not null,
  answered_on text not null,
  primary key (authority_id, project_ref, number)
);

-- Where a project got stuck, with whom, and when it was freed.
create table coproduction_hold_ups (
  authority_id text not null references authorities,
  project_ref text not null,
  number bigint not null,
  since text not null,
  why text not null,
  owner text not null,
  freed text not null,
  how text not null,
  primary key (authority_id, project_ref, number)
);
