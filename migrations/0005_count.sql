-- COUNT: the figures that are followed, and their dated values.

create table measures (
  authority_id text not null references authorities,
  ref text not null,
  name text not null,
  counts text not null,
  unit text not null,
  improvement text not null,
  target double precision,
  source text not null,
  frequency text not null,
  created text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, name)
);

create table measure_values (
  authority_id text not null references authorities,
  measure_ref text not null,
  dated text not null,
  value double precision not null,
  numerator double precision,
  denominator double precision,
  note text not null,
  recorded text not null,
  recorded_by text not null,
  primary key (authority_id, measure_ref, dated),
  foreign key (authority_id, measure_ref) references measures (authority_id, ref)
);
