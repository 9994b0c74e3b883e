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
