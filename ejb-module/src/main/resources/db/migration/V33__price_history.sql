-- Prices that no auction of ours brought: a market's own publication, imported. They belong to the
-- organisation that imported them and there is one of each market, area and start; a second import
-- of the same blocks replaces them. A block in which nothing was traded has volumes and no price.
alter table price
  drop constraint price_pkey,
  alter column auction_id drop not null,
  alter column price drop not null,
  add column buy_bid_mw   numeric,
  add column sell_bid_mw  numeric,
  add column bought_mw    numeric,
  add column sold_mw      numeric,
  add column scheduled_mw numeric,
  add check (auction_id is not null or source = 'published'),
  add check (price is not null or auction_id is null);

-- Each row is in the indexes of its kind only: millions of imported rows maintain one.
create unique index price_of_auction on price (auction_id, source, area, starts_at)
  where auction_id is not null;
drop index price_by_area;
create index price_by_area on price (market_code, area, source, starts_at)
  where auction_id is not null;
create unique index price_of_import on price (organization_id, market_code, area, starts_at)
  nulls not distinct where auction_id is null;

-- A year of a series is tens of thousands of rows: whose they may be is found once, not for each.
alter policy own_or_shared on price
  using (organization_id is null or organization_id = (select current_organization()));
alter policy own_organization on price
  using (organization_id = (select current_organization()))
  with check (organization_id = (select current_organization()));

-- What is published for a market as a whole: its market clearing price and its totals.
alter table bid_area drop constraint bid_area_kind_check;
alter table bid_area add constraint bid_area_kind_check
  check (kind in ('bidding', 'external', 'index', 'total'));
insert into bid_area (market_code, code, name, kind, region)
select code, 'ALL', 'All India', 'total', 'IN' from market where grid = 'in' and not simulated;

-- A dry run ends checked: everything could be taken, and nothing was.
alter table market_import
  drop column market_code,
  add column dry_run boolean not null default false,
  add column summary jsonb,
  drop constraint market_import_state_check;
alter table market_import add constraint market_import_state_check check (state in
  ('received', 'checking', 'checked', 'rejected', 'published', 'failed'));
