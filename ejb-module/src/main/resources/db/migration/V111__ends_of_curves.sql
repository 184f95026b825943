-- What the curves of a version come to at most, MW by block from the first on, without a number
-- where there is no curve: a submission is held against every bid that stands beside it, and their
-- curves are of no interest for that. A version never changes, so neither does this.
create function curve_ends(lines jsonb) returns numeric[]
  language sql immutable parallel safe
  return (
    select coalesce(array_agg((lines -> block::text -> -1 ->> 1)::numeric order by block), '{}')
      from generate_series(1, (select max(number::int) from jsonb_object_keys(lines) number)) block);

alter table bid_version
  add column curve_ends numeric[] not null generated always as (curve_ends(lines)) stored;
