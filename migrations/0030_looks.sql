-- Letters that are opened and scans that are looked at are looks too. The verbs stand as in `looks`
-- (hear/people), so that the index is taken.
drop index events_of_looks;
create index events_of_looks on events (authority_id, sequence)
  where verb in ('identity seen', 'letter opened', 'scan of the paper looked at', 'data seen', 'data exported', 'people searched');
