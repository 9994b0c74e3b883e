-- Ways in that were made for people who need one: pictures, paper, large print. A case that came
-- over the ordinary form, by phone or by letter has no row here.
create table case_ways (
  authority_id text not null references authorities,
  case_ref text not null,
  way text not null,
  paper_reference text not null,
  primary key (authority_id, case_ref)
);
create index case_ways_by_way on case_ways (authority_id, way, case_ref);
