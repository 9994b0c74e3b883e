-- JOINT REVIEWS: an incident that the council and its partners look at together, without blame. An
-- organisation stands as the ref of a partner, or as 'council' for the council itself.

create table joint_reviews (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  title text not null,
  why text not null,
  happened_from text not null,
  happened_to text not null,
  service_ref text not null,
  due text not null,
  state text not null,
  asked_by text not null,
  declined_why text not null,
  learning text not null,
  no_actions_why text not null,
  names_parties bigint not null,
  closed_on text not null,
  version bigint not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref)
);
create index joint_reviews_by_state on joint_reviews (authority_id, state, number);

-- Who takes part, and what each says of the learning note.
create table joint_review_parties (
  authority_id text not null references authorities,
  review_ref text not null,
  party_ref text not null,
  state text not null,
  due text not null,
  declined_why text not null,
  submitted_on text not null,
  agrees text not null,
  otherwise text not null,
  version bigint not null,
  primary key (authority_id, review_ref, party_ref),
  foreign key (authority_id, review_ref) references joint_reviews (authority_id, ref)
);
create index joint_review_parties_by_party on joint_review_parties (authority_id, party_ref, review_ref);

-- What an organisation is writing; its own alone until it submits it.
create table joint_review_drafts (
  authority_id text not null references authorities,
  review_ref text not null,
  party_ref text not null,
  saw text not null,
  went_well text not null,
  learned text not null,
  in_the_way text not null,
  will_do text not null,
  primary key (authority_id, review_ref, party_ref),
  foreign key (authority_id, review_ref) references joint_reviews (authority_id, ref)
);

-- What it submitted; all who take part read it.
create table joint_review_parts (
  authority_id text not null references authorities,
  review_ref text not null,
  party_ref text not null,
  saw text not null,
  went_well text not null,
  learned text not null,
  in_the_way text not null,
  will_do text not null,
  primary key (authority_id, review_ref, party_ref),
  foreign key (authority_id, review_ref) references joint_reviews (authority_id, ref)
);

-- What happened, fact by fact, each with the organisation that says so.
create table joint_review_facts (
  authority_id text not null references authorities,
  review_ref text not null,
  number bigint not null,
  happened_on text not null,
  happened_at text not null,
  fact text not null,
  party_ref text not null,
  primary key (authority_id, review_ref, number),
  foreign key (authority_id, review_ref) references joint_reviews (authority_id, ref)
);

-- What is done together: an action on the line, and whose it is.
create table joint_review_actions (
  authority_id text not null references authorities,
  review_ref text not null,
  action_ref text not null,
  party_ref text not null,
  primary key (authority_id, review_ref, action_ref),
  foreign key (authority_id, review_ref) references joint_reviews (authority_id, ref)
);
