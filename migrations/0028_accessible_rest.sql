-- How people reach the council itself: printed on its paper forms, and told to whoever is not safe.
-- A council that has entered nothing has no row.
create table council_details (
  authority_id text not null references authorities,
  address text not null,
  phone text not null,
  email text not null,
  safeguarding_phone text not null,
  out_of_hours_phone text not null,
  sign_service text not null,
  primary key (authority_id)
);

-- A video in British Sign Language for a page that the public uses: a link, never the video.
create table sign_videos (
  authority_id text not null references authorities,
  page text not null,
  url text not null,
  title text not null,
  minutes bigint not null,
  captions bigint not null,
  primary key (authority_id, page)
);

-- Scans of paper that came in, each look at one written in the case's history. Their bytes stand in
-- pieces of base64, as those of documents do (ADR 0012).
create table case_scans (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, case_ref, number)
);
create table case_scan_pieces (
  authority_id text not null,
  case_ref text not null,
  number bigint not null,
  piece bigint not null,
  base64 text not null,
  primary key (authority_id, case_ref, number, piece),
  foreign key (authority_id, case_ref, number) references case_scans on delete cascade
);
