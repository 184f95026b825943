-- The version of a market's prices was one row, which every writer of any price locked until its
-- end: an auction that published waited for a past day being cleared. Now each writer adds a row of
-- its own and takes away those of writers that are done. The version is all rows together: it
-- changes with every commit that wrote a price, and never comes back.
alter table price_version drop constraint price_version_market_code_organization_id_key;
alter table price_version add column writer xid8 not null default pg_current_xact_id();
alter table price_version alter column writer drop default;
alter table price_version
  add unique nulls not distinct (market_code, organization_id, writer);

create or replace function new_price_version() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  with w as materialized (select distinct organization_id, market_code from written),
  -- a row of this writer is from a statement before this one, or from a database that was restored
  added as (
    insert into public.price_version (organization_id, market_code, writer, version)
      select organization_id, market_code, pg_current_xact_id(), gen_random_uuid() from w
      on conflict (market_code, organization_id, writer) do update set version = excluded.version)
  -- who is taking one away just now does not make this writer wait
  delete from public.price_version v
    using (select p.ctid from public.price_version p
           join w on w.market_code = p.market_code
             and w.organization_id is not distinct from p.organization_id
           where p.writer <> pg_current_xact_id()
           for update of p skip locked) done
    where v.ctid = done.ctid;
  return null;
end $$;
