-- Who lives in the area and who draws on care, in the groups of the equality questions; as imported.
create table population_groups (
  authority_id text not null references authorities,
  population text not null,
  question text not null,
  place bigint not null,
  group_name text not null,
  people bigint not null,
  source text not null,
  year bigint not null,
  primary key (authority_id, population, question, place)
);
