-- The other Indian exchanges, the term-ahead markets, the Iberian market and a generic coupled zone:
-- each follows a rule pack of its own.

insert into market_operator values
  ('pxil', 'Power Exchange India', 'IN'),
  ('hpx',  'Hindustan Power Exchange', 'IN'),
  ('omie', 'OMI-Polo Español', 'ES'),
  ('sdac', 'Single day-ahead coupling', 'EU');

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid)
select o.code || '-' || s.code,
       o.code,
       upper(o.code) || ' ' || s.name,
       'INR', 'Asia/Kolkata', false, s.code, 'in'
  from (values ('iex'), ('pxil'), ('hpx')) as o (code),
       (values ('dam',   'day-ahead market'),
               ('gdam',  'green day-ahead market'),
               ('hpdam', 'high-price day-ahead market'),
               ('rtm',   'real-time market'),
               ('tam',   'term-ahead market')) as s (code, name)
 where o.code <> 'iex' or s.code = 'tam';

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid) values
  ('omie-dam', 'omie', 'OMIE, the Iberian day-ahead market', 'EUR', 'Europe/Madrid', false, 'dam', 'es'),
  ('euphemia-zone', 'sdac', 'Generic zone of single day-ahead coupling', 'EUR', 'Europe/Brussels',
   false, 'dam', 'eu');

insert into bid_area (market_code, code, name, kind, region)
select m.code, a.code, a.name, a.kind, a.region
  from market m
  join bid_area a on a.market_code = 'iex-dam'
 where m.operator_code in ('pxil', 'hpx') or m.code = 'iex-tam';

insert into bid_area values
  ('omie-dam', 'ES', 'Spain',    'bidding',  'ES'),
  ('omie-dam', 'PT', 'Portugal', 'bidding',  'PT'),
  ('omie-dam', 'FR', 'France',   'external', 'FR'),
  ('omie-dam', 'MA', 'Morocco',  'external', 'MA'),
  ('euphemia-zone', 'ZONE', 'The zone', 'bidding', 'EU');
