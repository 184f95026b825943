-- What real exchanges awarded, apart from the awards of clearing runs made here: revision by
-- revision, as it was read.

create table exchange_result (
  id              uuid primary key,
  organization_id uuid not null,
  connection_id   uuid not null,
  market_code     text not null references market,
  delivery_day    date not null,
  revision        integer not null check (revision > 0),
  digest          text not null, -- SHA-256 of what was read
  read_at         timestamptz not null,
  unique (organization_id, id),
  unique (connection_id, market_code, delivery_day, revision),
  foreign key (organization_id, connection_id)
    references exchange_connection (organization_id, id)
);
select tenant_table('exchange_result');
revoke update, delete on exchange_result from ${app_role};

create table exchange_award (
  result_id       uuid not null,
  organization_id uuid not null,
  auction_id      uuid not null references auction,
  bid_id          uuid not null,
  submission_id   uuid not null,
  asset_id        uuid not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  block           integer not null check (block > 0),
  block_order     text not null default '', -- empty: the curve of the block
  starts_at       timestamptz not null,
  offered_mw      numeric not null,
  awarded_mw      numeric not null check (awarded_mw between 0 and offered_mw),
  awarded_mwh     numeric not null,
  price           numeric not null,
  currency        char(3) not null,
  revision        integer not null,
  status          text not null check (status in ('provisional', 'final', 'curtailed')),
  source          text not null default 'exchange' check (source = 'exchange'),
  primary key (submission_id, block, block_order, revision),
  foreign key (organization_id, result_id) references exchange_result (organization_id, id),
  foreign key (organization_id, bid_id) references bid (organization_id, id),
  foreign key (organization_id, submission_id) references submission (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
create index exchange_award_of_auction on exchange_award (auction_id, bid_id, block);
select tenant_table('exchange_award');
revoke update, delete on exchange_award from ${app_role};
