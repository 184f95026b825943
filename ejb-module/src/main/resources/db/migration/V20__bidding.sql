-- A bid is a row; what it says is in its versions, which are never changed; what the venue holds is
-- in its submissions. The lines of a version are one value, not a row per block and point.
create table bid (
  id              uuid primary key,
  organization_id uuid not null references organization,
  auction_id      uuid not null references auction,
  state           text not null check (state in ('draft', 'pending_approval', 'approved', 'withdrawn')),
  version_number  integer not null check (version_number > 0),
  submission_id   uuid,
  created_at      timestamptz not null,
  created_by      uuid not null,
  updated_at      timestamptz not null,
  version         bigint not null,
  unique (organization_id, id)
);
create index bid_by_auction on bid (auction_id, id desc);
create index bid_by_organization on bid (organization_id, id desc);
select tenant_table('bid');

create table bid_version (
  bid_id          uuid not null,
  number          integer not null check (number > 0),
  organization_id uuid not null,
  asset_id        uuid not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  label           text,
  lines           jsonb not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  primary key (bid_id, number),
  foreign key (organization_id, bid_id) references bid (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
create index bid_version_by_asset on bid_version (asset_id);
select tenant_table('bid_version');
revoke update, delete on bid_version from ${app_role};

create table submission (
  id              uuid primary key,
  organization_id uuid not null,
  bid_id          uuid not null,
  auction_id      uuid not null references auction,
  version_number  integer not null,
  venue           text not null,
  venue_reference text not null,
  state           text not null check (state in ('queued', 'sent', 'acknowledged', 'refused',
                    'in_doubt', 'replaced', 'withdraw_requested', 'withdrawn')),
  at              timestamptz not null,
  unique (organization_id, id),
  foreign key (organization_id, bid_id) references bid (organization_id, id),
  foreign key (bid_id, version_number) references bid_version (bid_id, number)
);
-- the venue holds at most one version of a bid
create unique index submission_acknowledged on submission (bid_id) where state = 'acknowledged';
create index submission_by_auction on submission (auction_id, state);
create index submission_by_bid on submission (bid_id);
select tenant_table('submission');
revoke delete on submission from ${app_role};
