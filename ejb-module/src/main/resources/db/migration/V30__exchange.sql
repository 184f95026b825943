-- The simulated exchange: one that everybody shares and moves by the wall clock, and sandboxes, each
-- one organisation's own copy with a clock of its own.

alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check check (role in
  ('owner', 'admin', 'trader', 'analyst', 'viewer', 'auditor', 'market_operator'));

create table exchange (
  id               uuid primary key,
  organization_id  uuid references organization, -- null: shared
  name             text not null,
  seed             bigint not null,
  first_day        date not null,
  planned_through  date not null, -- the last delivery day whose auctions exist
  clock_mode       text not null check (clock_mode in ('wall', 'running', 'paused')),
  clock_speed      smallint not null check (clock_speed between 1 and 120),
  -- the exchange's time was market_at when the wall clock said wall_at
  clock_market_at  timestamptz not null,
  clock_wall_at    timestamptz not null,
  history_days     integer not null default 0,
  history_cleared  integer not null default 0,
  history_job_id   uuid,
  ended_at         timestamptz,
  created_at       timestamptz not null,
  created_by       uuid,
  version          bigint not null,
  check ((clock_mode = 'wall') = (organization_id is null))
);
create unique index exchange_shared on exchange ((true)) where organization_id is null;
create index exchange_of_organization on exchange (organization_id) where ended_at is null;
select auction_table('exchange');

alter table auction
  add column exchange_id  uuid references exchange,
  add column first_block  smallint not null default 1 check (first_block > 0),
  add column clears_at    timestamptz,
  add column publishes_at timestamptz;
create unique index auction_of_exchange
  on auction (exchange_id, delivery_day, market_code, session) where exchange_id is not null;

-- What an exchange's calendar demands: rank orders events of one moment.
create table market_event (
  id              uuid primary key,
  organization_id uuid,
  exchange_id     uuid not null references exchange,
  auction_id      uuid references auction,
  delivery_day    date not null,
  kind            text not null check (kind in
                    ('open', 'standing', 'close', 'clear', 'publish', 'meter')),
  due_at          timestamptz not null,
  rank            smallint not null,
  state           text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  attempts        integer not null default 0,
  retry_at        timestamptz,
  failure         text,
  done_at         timestamptz,
  node            text,
  unique nulls not distinct (exchange_id, auction_id, kind, delivery_day)
);
create index market_event_next on market_event (exchange_id, due_at, rank, id)
  where state <> 'done';
create index market_event_by_time on market_event (exchange_id, due_at desc, rank desc, id desc);
select auction_table('market_event');

-- A run of an exchange's auction has no job and nobody who asked for it, and where the auction is
-- everybody's, so is the run. What hangs on a run follows the auction's organisation; an award is
-- the bidder's.
alter table clearing_run
  alter column organization_id drop not null,
  alter column job_id drop not null,
  alter column created_by drop not null,
  add column unconstrained_price numeric[],
  add column unconstrained_mwh   numeric[];
alter table clearing_area
  alter column organization_id drop not null,
  drop constraint clearing_area_organization_id_run_id_fkey,
  add foreign key (run_id) references clearing_run;
alter table clearing_link
  alter column organization_id drop not null,
  drop constraint clearing_link_organization_id_run_id_fkey,
  add foreign key (run_id) references clearing_run;
alter table award
  drop constraint award_organization_id_run_id_fkey,
  add foreign key (run_id) references clearing_run;
create index award_by_auction on award (auction_id);
drop policy own_organization on clearing_run;
drop policy own_organization on clearing_area;
drop policy own_organization on clearing_link;
drop policy platform on clearing_run;
drop policy platform on clearing_area;
drop policy platform on clearing_link;
select auction_table('clearing_run');
select auction_table('clearing_area');
select auction_table('clearing_link');
-- of several auctions of a market that an organisation can see
create index clearing_run_by_auction on clearing_run (auction_id, number desc);

-- A bid that is placed by itself in each session of a market, until it is changed or ended.
create table standing_bid (
  id              uuid primary key,
  organization_id uuid not null references organization,
  exchange_id     uuid not null references exchange,
  asset_id        uuid not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  points          jsonb not null,
  created_by      uuid not null,
  updated_at      timestamptz not null,
  version         bigint not null,
  unique (exchange_id, asset_id),
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
select tenant_table('standing_bid');
