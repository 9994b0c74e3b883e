-- The statutory side of a complaint: its clock, plan, points, response and learning. The case itself
-- (words, kind, service, officer, status) stays in `cases`. Dates are '' until they are known.

create table complaints (
  authority_id text not null references authorities,
  case_ref text not null,
  begun text not null,           -- the day it was received as a complaint
  ended text not null,           -- '', or why it stopped being one: 'concern', 'corrected'
  complexity text not null,
  acknowledge_by text not null,
  target_by text not null,       -- by the council's own target; '' without one
  period_ends text not null,     -- six months, or a longer period that the person agreed to
  acknowledged text not null,
  acknowledged_by_means text not null,
  round bigint not null,         -- 1, and one more each time it is opened again
  reopened text not null,
  respond_by text not null,      -- the agreed day of this round
  first_response text not null,
  responded text not null,       -- in this round
  delay_explained text not null, -- the day on which a delay past the period was explained in writing
  happened text not null,
  noticed text not null,
  late_decision text not null,   -- of a complaint made too late: 'accepted', 'refused', or ''
  late_reason text not null,
  late_decided_by text not null,
  capacity text not null,
  consent text not null,
  consent_on text not null,
  consent_reason text not null,
  represented_by text not null,  -- a person's name
  ombudsman_on text not null,
  ombudsman_reference text not null,
  learning text not null,
  learning_note text not null,
  version bigint not null,
  primary key (authority_id, case_ref)
);
create index complaints_by_begun on complaints (authority_id, begun, ended, case_ref);

create table complaint_points (
  authority_id text not null references authorities,
  case_ref text not null,
  point bigint not null,
  words text not null,           -- what it complains of, as the officer put it
  finding text not null,
  reasoning text not null,       -- why that was found
  pence bigint not null,         -- of money paid or owed; 0 for none
  decided text not null,
  decided_by text not null,
  primary key (authority_id, case_ref, point)
);

create table complaint_remedies (
  authority_id text not null references authorities,
  case_ref text not null,
  point bigint not null,
  remedy text not null,
  primary key (authority_id, case_ref, point, remedy)
);

create table complaint_plans (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  round bigint not null,
  made_on text not null,
  agreed bigint not null,        -- 1: with the person; 0: they did not want to discuss it
  what text not null,
  how text not null,
  respond_by text not null,
  reason text not null,          -- why an earlier plan was changed
  made_by text not null,
  primary key (authority_id, case_ref, number)
);

create table complaint_delays (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  sent text not null,
  means text not null,
  reason text not null,
  primary key (authority_id, case_ref, number)
);

create table complaint_responses (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  round bigint not null,
  sent text not null,
  means text not null,
  summary text not null,         -- what the person reads with their reference
  sent_by text not null,
  primary key (authority_id, case_ref, number)
);

create table complaint_notes (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  at text not null,
  author_ref text not null,
  words text not null,
  primary key (authority_id, case_ref, number)
);

create table complaint_bodies (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  name text not null,
  kind text not null,
  leads bigint not null,         -- 1: this body leads, not the council
  consent text not null,
  consent_on text not null,
  reason text not null,
  removed text not null,
  primary key (authority_id, case_ref, number)
);

create table contact_limits (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  decided text not null,
  decided_by text not null,
  reason text not null,
  review_on text not null,
  ended text not null,
  primary key (authority_id, case_ref, number)
);

create table complaint_targets (
  authority_id text not null references authorities,
  complexity text not null,
  days bigint not null,
  unit text not null,
  primary key (authority_id, complexity)
);

-- Complaints that came before the program kept their clock. What can be worked out of the day they
-- came is worked out when they are read.
insert into complaints
  select authority_id, ref, received, '', 'standard', '', '', '', '', '', 1, '', '', '', '', '', '',
         '', '', '', '', '', '', '', '', '', '', '', '', '', 1
  from cases where kind = 'complaint';
