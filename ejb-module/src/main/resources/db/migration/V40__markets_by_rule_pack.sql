-- The other Indian exchanges, the term-ahead markets and a generic coupled zone:
-- each follows a rule pack of its own.

insert into market_operator values
  ('pxil', 'Power Exchange India', 'IN'),
  ('hpx',  'Hindustan Power Exchange', 'IN'),
  ('sdac', 'Single day-ahead coupling', 'EU');

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid,
                    takes_orders)
select o.code || '-' || s.code,
       o.code,
       upper(o.code) || ' ' || s.name,
       'INR', 'Asia/Kolkata', false, s.code, 'in', true
  from (values ('iex'), ('pxil'), ('hpx')) as o (code),
       (values ('dam',   'day-ahead market'),
               ('gdam',  'green day-ahead market'),
               ('hpdam', 'high-price day-ahead market'),
               ('rtm',   'real-time market'),
               ('tam',   'term-ahead market')) as s (code, name)
 where o.code <> 'iex' or s.code = 'tam';

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid,
                    takes_orders) values
  ('euphemia-zone', 'sdac', 'Generic zone of single day-ahead coupling', 'EUR', 'Europe/Brussels',
   false, 'dam', 'eu', true);

insert into bid_area (market_code, code, name, kind, region)
select m.code, a.code, a.name, a.kind, a.region
  from market m
  join bid_area a on a.market_code = 'iex-dam'
 where m.operator_code in ('pxil', 'hpx') or m.code = 'iex-tam';

insert into bid_area values
  ('euphemia-zone', 'ZONE', 'The zone', 'bidding', 'EU');

-- the Iberian zones' neighbours, whose prices its rule pack names as borders
insert into bid_area values
  ('omie-md', 'FR', 'France',  'external', 'FR'),
  ('omie-md', 'MA', 'Morocco', 'external', 'MA');
