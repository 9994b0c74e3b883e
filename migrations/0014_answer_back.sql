-- Mail that waits to be sent: what it is for and which record it is about, never an address or a
-- word. It is put into words at the moment it is sent, from what the record says then.
create table outgoing_mail (
  authority_id text not null references authorities,
  number bigint not null,
  purpose text not null,
  about_ref text not null,
  queued_at text not null,
  state text not null,
  attempts bigint not null,
  next_try text not null,
  ended_at text not null,
  problem text not null,
  primary key (authority_id, number)
);
create index outgoing_mail_by_turn on outgoing_mail (authority_id, state, next_try, number);
create index outgoing_mail_by_record on outgoing_mail (authority_id, about_ref, number);

-- Whether the person says that it is fixed, once we answered. One that stands is about the answer
-- that stands; when the case is opened again it belongs to the past.
create table follow_ups (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  case_ref text not null,
  fixed text not null,
  words text not null,
  said_at text not null,
  said_on text not null,
  stands bigint not null,
  read_at text not null,
  read_by text not null,
  primary key (authority_id, ref)
);
create index follow_ups_by_case on follow_ups (authority_id, case_ref, number);
create index follow_ups_by_day on follow_ups (authority_id, said_on, number);
