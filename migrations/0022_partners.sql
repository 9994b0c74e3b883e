-- PARTNERS: care providers, the NHS, voluntary groups and others that the council works with; who signs
-- in for each, and what they tell the council.

create table partners (
  authority_id text not null references authorities,
  ref text not null,
  name text not null,
  sort text not null,
  active bigint not null,
  created text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, name)
);

create table partner_services (
  authority_id text not null references authorities,
  partner_ref text not null,
  service_ref text not null,
  primary key (authority_id, partner_ref, service_ref),
  foreign key (authority_id, partner_ref) references partners (authority_id, ref)
);

-- Whom to speak to, apart from the organisation itself.
create table partner_contacts (
  authority_id text not null references authorities,
  partner_ref text not null,
  name text not null,
  email text not null,
  phone text not null,
  primary key (authority_id, partner_ref),
  foreign key (authority_id, partner_ref) references partners (authority_id, ref)
);

-- Who signs in for it; a person is of one organisation.
create table partner_members (
  authority_id text not null references authorities,
  user_ref text not null,
  partner_ref text not null,
  primary key (authority_id, user_ref),
  foreign key (authority_id, partner_ref) references partners (authority_id, ref)
);

-- What an organisation told the council. The reply that is owed stands in replies_owed.
create table partner_feedback (
  authority_id text not null references authorities,
  case_ref text not null,
  partner_ref text not null,
  user_ref text not null,
  primary key (authority_id, case_ref),
  foreign key (authority_id, partner_ref) references partners (authority_id, ref)
);
create index partner_feedback_by_partner on partner_feedback (authority_id, partner_ref, case_ref);
