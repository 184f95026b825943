-- The Iberian day-ahead market and its intraday sessions: each session is a market of its own, for a
-- period of delivery may be traded in several of them, at a price each.

-- Of these markets there are imported prices and no auctions: nothing can be bid in them here.
alter table market add column takes_orders boolean not null default true;
alter table market alter column takes_orders drop default;

insert into market_operator values ('omie', 'OMI-Polo Español (OMIE)', 'ES');

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid,
                    takes_orders) values
  ('omie-md', 'omie', 'OMIE, the Iberian day-ahead market', 'EUR', 'Europe/Madrid', false, 'md', 'mibel',
   false);
insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid,
                    takes_orders)
select 'omie-mi' || session, 'omie', 'OMIE, Iberian intraday session ' || session,
       'EUR', 'Europe/Madrid', false, 'mi' || session, 'mibel', false
  from generate_series(1, 7) as session;

insert into bid_area (market_code, code, name, kind, region)
select m.code, a.code, a.name, 'bidding', a.code
  from market m, (values ('ES', 'Spain'), ('PT', 'Portugal')) as a (code, name)
 where m.grid = 'mibel';
