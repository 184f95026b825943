-- A cleared auction cleared again with other own bids: what was asked, and what would have been.
-- Series hold one element per block of the auction, the first block first.
create table replay (
  id              uuid primary key,
  organization_id uuid not null references organization,
  auction_id      uuid not null references auction,
  run_id          uuid not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  request         jsonb not null,
  currency        char(3) not null,
  first_block     smallint not null check (first_block > 0),
  approximate     boolean not null,
  published_gap   numeric not null check (published_gap >= 0),
  revenue_before  numeric not null, -- receiving is positive, rounded per bid and block to the cent
  revenue_after   numeric not null,
  sweep_job_id    uuid,
  sweep_value     numeric[],
  sweep_energy    numeric[],
  sweep_revenue   numeric[],
  sweep_price     numeric[],
  unique (organization_id, id)
);
create index replay_by_auction on replay (auction_id, id desc);
select tenant_table('replay');
revoke delete on replay from ${app_role};

create table replay_area (
  replay_id       uuid not null,
  organization_id uuid not null,
  area_code       text not null,
  before          numeric[] not null,
  after           numeric[] not null,
  without         numeric[] not null,
  primary key (replay_id, area_code),
  foreign key (organization_id, replay_id) references replay (organization_id, id)
);
select tenant_table('replay_area');
revoke update, delete on replay_area from ${app_role};

create table replay_bid (
  replay_id       uuid not null,
  position        smallint not null,
  organization_id uuid not null,
  bid_id          uuid, -- null for a bid that was never made
  change          smallint, -- index of the change that is about it
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  accepted_before numeric[] not null,
  accepted_after  numeric[] not null,
  revenue_before  numeric not null,
  revenue_after   numeric not null,
  primary key (replay_id, position),
  foreign key (organization_id, replay_id) references replay (organization_id, id),
  foreign key (organization_id, bid_id) references bid (organization_id, id)
);
select tenant_table('replay_bid');
revoke update, delete on replay_bid from ${app_role};
