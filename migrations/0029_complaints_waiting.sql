-- Derived: the open complaints, each with what it waits for and by when, in the order in which an
-- officer works through them. Written with every change of a complaint or its case, and rebuilt by
-- `throughline rebuild`.
create table complaints_waiting (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  begun text not null,
  step text not null,         -- what has to happen next; '' until the program has worked it out
  due text not null,          -- by when; '9999-12-31' when no day can be given
  delay_after text not null,  -- past this day a delay has to be explained before all else; or ''
  officer_ref text not null,
  service_ref text not null,
  primary key (authority_id, case_ref)
);

-- Each holds all that the list filters by. Those past their period stand in the second.
create index complaints_waiting_by_due on complaints_waiting
  (authority_id, due, begun, number, step, delay_after, officer_ref, service_ref, case_ref);
create index complaints_waiting_by_delay on complaints_waiting
  (authority_id, delay_after, begun, number, officer_ref, service_ref, case_ref)
  where delay_after <> '';

-- Working days are for the program to count: it does so when it next starts.
insert into complaints_waiting
  select c.authority_id, c.ref, c.number, p.begun, '', '9999-12-31', '', c.officer_ref, c.service_ref
  from cases c join complaints p on p.authority_id = c.authority_id and p.case_ref = c.ref
  where c.kind = 'complaint' and c.status in ('received', 'looking_into') and p.ended = '';
