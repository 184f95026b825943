-- A run of an auction and its result. Series hold one element per block: index = block − 1.
create table clearing_run (
  id              uuid primary key,
  organization_id uuid not null references organization,
  auction_id      uuid not null references auction,
  number          integer not null check (number > 0),
  state           text not null check (state in ('queued', 'running', 'cleared', 'failed', 'cancelled')),
  job_id          uuid not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  welfare         numeric,
  orders_read     bigint,
  verified        boolean not null default false,
  violations      integer not null default 0,
  engine_millis   bigint,
  bids_included   integer,
  failure         text,
  unique (auction_id, number),
  unique (organization_id, id)
);
-- one run at a time
create unique index clearing_run_active on clearing_run (auction_id)
  where state in ('queued', 'running');
select tenant_table('clearing_run');

create table clearing_area (
  run_id           uuid not null,
  organization_id  uuid not null,
  area_code        text not null,
  price            numeric[] not null,
  low              numeric[] not null,
  high             numeric[] not null,
  supply_mwh       numeric[] not null,
  demand_mwh       numeric[] not null,
  net_position_mwh numeric[] not null,
  primary key (run_id, area_code),
  foreign key (organization_id, run_id) references clearing_run (organization_id, id)
);
select tenant_table('clearing_area');

create table clearing_link (
  run_id               uuid not null,
  organization_id      uuid not null,
  from_area            text not null,
  to_area              text not null,
  flow_mwh             numeric[] not null,
  forward_capacity_mwh numeric[] not null,
  reverse_capacity_mwh numeric[] not null,
  binding              boolean[] not null,
  primary key (run_id, from_area, to_area),
  foreign key (organization_id, run_id) references clearing_run (organization_id, id)
);
select tenant_table('clearing_link');

-- One row per own bid and block of a run, with its explanation; accepted may be 0.
create table award (
  id              uuid primary key,
  organization_id uuid not null,
  run_id          uuid not null,
  auction_id      uuid not null references auction,
  bid_id          uuid not null,
  submission_id   uuid not null,
  asset_id        uuid not null,
  area_code       text not null,
  block           integer not null check (block > 0),
  starts_at       timestamptz not null,
  side            text not null check (side in ('buy', 'sell')),
  offered_mwh     numeric not null check (offered_mwh >= 0),
  accepted_mwh    numeric not null check (accepted_mwh between 0 and offered_mwh),
  price           numeric not null,
  amount          numeric not null, -- receiving is positive, rounded once to the cent
  currency        char(3) not null,
  reason          text not null,
  marginal_area   text,
  marginal_price  numeric,
  marginal_side   text,
  sentence        text not null,
  revision        integer not null default 1,
  status          text not null check (status in ('provisional', 'final')),
  source          text not null check (source in ('simulated', 'exchange')),
  unique (run_id, bid_id, block, revision),
  foreign key (organization_id, run_id) references clearing_run (organization_id, id),
  foreign key (organization_id, bid_id) references bid (organization_id, id),
  foreign key (organization_id, submission_id) references submission (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
create index award_by_bid on award (bid_id, run_id);
select tenant_table('award');
revoke update, delete on award from ${app_role};
