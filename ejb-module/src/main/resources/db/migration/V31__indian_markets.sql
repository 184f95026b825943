-- India's markets, real and simulated, under codes of their own: that is how they are told apart.
-- A grid is what an asset is connected to: it may bid in every market of its grid, in its area.

alter table market
  add column simulated boolean not null default false,
  add column segment   text not null default 'mgp',
  add column grid      text not null default 'it';
alter table market alter column segment drop default, alter column grid drop default;

insert into market_operator values
  ('iex', 'Indian Energy Exchange', 'IN'),
  ('sim', 'OptiBid simulated exchange', 'IN');

insert into market (code, operator_code, name, currency, time_zone, simulated, segment, grid)
select o.code || '-' || s.code,
       o.code,
       case o.code when 'iex' then 'IEX ' else 'Simulated ' end || s.name,
       'INR', 'Asia/Kolkata', o.code = 'sim', s.code, 'in'
  from (values ('iex'), ('sim')) as o (code),
       (values ('dam',   'day-ahead market'),
               ('gdam',  'green day-ahead market'),
               ('hpdam', 'high-price day-ahead market'),
               ('rtm',   'real-time market')) as s (code, name);

insert into bid_area (market_code, code, name, kind, region)
select m.code, a.code, a.name, 'bidding', a.region
  from market m,
       (values ('A1', 'North-East 1', 'NER'), ('A2', 'North-East 2', 'NER'),
               ('E1', 'East 1',  'ER'), ('E2', 'East 2',  'ER'),
               ('N1', 'North 1', 'NR'), ('N2', 'North 2', 'NR'), ('N3', 'North 3', 'NR'),
               ('S1', 'South 1', 'SR'), ('S2', 'South 2', 'SR'), ('S3', 'South 3', 'SR'),
               ('W1', 'West 1',  'WR'), ('W2', 'West 2',  'WR'), ('W3', 'West 3',  'WR'))
         as a (code, name, region)
 where m.grid = 'in';
