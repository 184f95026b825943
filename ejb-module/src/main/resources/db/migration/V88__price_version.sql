-- Which prices of a market somebody has seen: a new random number with every statement that writes
-- any, in its transaction. What is derived from prices and kept elsewhere is kept under the version,
-- and so is never older than the database, whoever wrote and wherever it is kept.
create table price_version (
  organization_id uuid,
  market_code     text not null,
  version         uuid not null,
  unique nulls not distinct (market_code, organization_id)
);
select auction_table('price_version');

create function new_price_version() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.price_version (organization_id, market_code, version)
    select w.organization_id, w.market_code, gen_random_uuid()
    from (select distinct organization_id, market_code from written) w
    order by w.market_code, w.organization_id
    on conflict (market_code, organization_id) do update set version = excluded.version;
  return null;
end $$;
create trigger price_inserted after insert on price
  referencing new table as written for each statement execute function new_price_version();
create trigger price_updated after update on price
  referencing new table as written for each statement execute function new_price_version();
create trigger price_deleted after delete on price
  referencing old table as written for each statement execute function new_price_version();
