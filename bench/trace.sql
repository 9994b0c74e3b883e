with recursive walk(ref, depth) as (
  select :ref, 0
  union
  select links.from_ref, walk.depth + 1
  from walk join links on links.authority_id = 'aldermere' and links.to_ref = walk.ref
  where walk.depth < 12
)
select count(*) from walk;
