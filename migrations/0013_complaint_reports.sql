-- PUBLISH: reports of complaints.

-- What people wrote for the report of a period: "2025" or "2025-q2".
create table complaint_report_words (
  authority_id text not null references authorities,
  period text not null,
  subjects text not null,
  importance text not null,
  handling text not null,
  improvement text not null,
  version bigint not null,
  saved_at text not null,
  saved_by text not null,
  primary key (authority_id, period)
);

-- A kept report is a frozen copy, as JSON. A later one of the same period replaces it; both stay.
create table complaint_reports (
  authority_id text not null references authorities,
  ref text not null,
  period text not null,
  content text not null,
  content_hash text not null,
  kept_at text not null,
  kept_by_ref text not null,
  kept_by text not null,
  replaced_by text not null,
  primary key (authority_id, ref)
);
