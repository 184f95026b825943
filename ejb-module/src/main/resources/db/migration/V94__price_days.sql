-- Which days of prices changed, for copies of the prices elsewhere: of each owner, market, area and
-- day (UTC) a version that rises with every change, and the version that was copied last. A day is
-- copied when both are the same, which is exact: the version rises in the transaction of the change.
create table price_day (
  organization_id uuid, -- as of its prices; null: of shared auctions
  market_code     text not null,
  area            text not null,
  day             date not null,
  version         bigint not null default 1,
  copied          bigint,
  unique nulls not distinct (organization_id, market_code, area, day)
);
create index price_day_of_area on price_day (market_code, area, day);
create index price_day_waiting on price_day (day) where copied is distinct from version;
select auction_table('price_day');

-- One row per statement and day, in the order of the key, so that two writers never wait for each
-- other in a circle. Whoever may write a price may write its day, by the same policies.
create function note_price_days() returns trigger language plpgsql
  set search_path = pg_catalog, public as $$
begin
  insert into public.price_day as d (organization_id, market_code, area, day)
  select organization_id, market_code, area, (starts_at at time zone 'UTC')::date
    from changed group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (organization_id, market_code, area, day)
  do update set version = d.version + 1;
  return null;
end $$;
revoke all on function note_price_days() from public;
create trigger note_inserted_days after insert on price
  referencing new table as changed for each statement execute function note_price_days();
create trigger note_updated_days after update on price
  referencing new table as changed for each statement execute function note_price_days();
create trigger note_deleted_days after delete on price
  referencing old table as changed for each statement execute function note_price_days();

-- Prices from before this migration wait to be copied, too.
alter table price no force row level security;
alter table price_day no force row level security;
insert into price_day (organization_id, market_code, area, day)
select distinct organization_id, market_code, area, (starts_at at time zone 'UTC')::date from price;
alter table price_day force row level security;
alter table price force row level security;

-- Each batch that leaves has a higher number than all before it: of two copies of a row the one
-- of the higher number counts. A copy that has a higher one still shows that this database was set
-- back in time.
create sequence price_copy_batch;
grant usage, select, update on sequence price_copy_batch to ${system_role};

-- Where the copy is: the name it was given when it was made. Another one has none of the days.
create table price_copy (
  identity text not null,
  single   boolean primary key default true check (single)
);
grant select, insert, update on price_copy to ${system_role};
