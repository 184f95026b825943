-- Operators, markets and areas are the same for everybody: readable by all, written by migrations.

create table market_operator (
  code    text primary key,
  name    text not null,
  country char(2) not null
);

create table market (
  code          text primary key,
  operator_code text not null references market_operator,
  name          text not null,
  currency      char(3) not null,
  time_zone     text not null
);

create table bid_area (
  market_code text not null references market,
  code        text not null,
  name        text not null,
  kind        text not null check (kind in ('bidding', 'external', 'index')),
  region      text not null,
  primary key (market_code, code)
);

select shared_table('market_operator');
select shared_table('market');
select shared_table('bid_area');

insert into market_operator values ('gme', 'Gestore dei Mercati Energetici', 'IT');

insert into market values
  ('gme-mgp', 'gme', 'MGP, the Italian day-ahead market', 'EUR', 'Europe/Rome');

insert into bid_area values
  ('gme-mgp', 'NORD', 'North',            'bidding', 'IT'),
  ('gme-mgp', 'CNOR', 'Centre-North',     'bidding', 'IT'),
  ('gme-mgp', 'CSUD', 'Centre-South',     'bidding', 'IT'),
  ('gme-mgp', 'SUD',  'South',            'bidding', 'IT'),
  ('gme-mgp', 'CALA', 'Calabria',         'bidding', 'IT'),
  ('gme-mgp', 'SICI', 'Sicily',           'bidding', 'IT'),
  ('gme-mgp', 'SARD', 'Sardinia',         'bidding', 'IT'),
  ('gme-mgp', 'AUST', 'Austria',          'external', 'AT'),
  ('gme-mgp', 'BSP',  'Slovenia (BSP)',   'external', 'SI'),
  ('gme-mgp', 'COAC', 'Corsica AC',       'external', 'FR'),
  ('gme-mgp', 'CORS', 'Corsica',          'external', 'FR'),
  ('gme-mgp', 'COUP', 'Coupled borders',  'external', 'EU'),
  ('gme-mgp', 'FRAN', 'France',           'external', 'FR'),
  ('gme-mgp', 'GREC', 'Greece',           'external', 'GR'),
  ('gme-mgp', 'MALT', 'Malta',            'external', 'MT'),
  ('gme-mgp', 'MONT', 'Montenegro',       'external', 'ME'),
  ('gme-mgp', 'SLOV', 'Slovenia',         'external', 'SI'),
  ('gme-mgp', 'SVIZ', 'Switzerland',      'external', 'CH'),
  ('gme-mgp', 'XAUS', 'Austria, coupled', 'external', 'AT'),
  ('gme-mgp', 'XFRA', 'France, coupled',  'external', 'FR'),
  ('gme-mgp', 'XGRE', 'Greece, coupled',  'external', 'GR'),
  ('gme-mgp', 'PUN',  'National single price', 'index', 'IT'),
  ('gme-mgp', 'NAT',  'National price',        'index', 'IT');

-- What hangs on an auction belongs to the auction's organisation, or to nobody when the auction is
-- shared: then everybody may read it and only the system role may write it.
create function auction_table(relation regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy own_or_shared on %s for select to ${app_role} '
    'using (organization_id is null or organization_id = current_organization())', relation);
  execute format('create policy own_organization on %s to ${app_role} '
    'using (organization_id = current_organization()) '
    'with check (organization_id = current_organization())', relation);
  execute format(
    'create policy platform on %s to ${system_role} using (true) with check (true)', relation);
  execute format(
    'grant select, insert, update, delete on %s to ${app_role}, ${system_role}', relation);
end $$;

create table auction (
  id              uuid primary key,
  organization_id uuid references organization,
  market_code     text not null references market,
  delivery_day    date not null,
  session         smallint not null default 1 check (session > 0),
  scope           text not null check (scope in ('shared', 'sandbox')),
  clock           text not null check (clock in ('wall', 'accelerated', 'replay')),
  state           text not null check (state in
                    ('scheduled', 'open', 'closed', 'cleared', 'published', 'settled')),
  gate_opens_at   timestamptz not null,
  gate_closes_at  timestamptz not null check (gate_closes_at > gate_opens_at),
  time_zone       text not null,
  currency        char(3) not null,
  block_minutes   smallint not null check (block_minutes > 0),
  block_count     smallint not null check (block_count > 0),
  areas           text not null, -- codes of the bidding areas, separated by blanks
  import_id       uuid,
  latest_run_id   uuid,
  created_at      timestamptz not null default now(),
  version         bigint not null,
  check ((scope = 'shared') = (organization_id is null))
);
create index auction_by_day on auction (market_code, delivery_day desc, id desc);
create index auction_by_import on auction (import_id);
select auction_table('auction');

-- The anonymous book: prices in 1/10,000 of the currency per MWh in merit order (supply rising,
-- demand falling), quantities in kW, each the increment offered at that price.
create table auction_book (
  auction_id      uuid not null references auction on delete cascade,
  organization_id uuid,
  area            text not null,
  block           smallint not null check (block > 0),
  side            text not null check (side in ('buy', 'sell')),
  prices          bigint[] not null,
  quantities      bigint[] not null check (cardinality(quantities) = cardinality(prices)),
  primary key (auction_id, block, area, side)
);
select auction_table('auction_book');

-- Transfer limits in kW, one element per block.
create table auction_link (
  auction_id      uuid not null references auction on delete cascade,
  organization_id uuid,
  from_area       text not null,
  to_area         text not null,
  forward_kw      bigint[] not null,
  reverse_kw      bigint[] not null check (cardinality(reverse_kw) = cardinality(forward_kw)),
  primary key (auction_id, from_area, to_area)
);
select auction_table('auction_link');

-- Exchanges with external areas in kW, one element per block; positive leaves the area.
create table auction_exchange (
  auction_id      uuid not null references auction on delete cascade,
  organization_id uuid,
  area            text not null,
  external_area   text not null,
  export_kw       bigint[] not null,
  primary key (auction_id, area, external_area)
);
select auction_table('auction_exchange');
