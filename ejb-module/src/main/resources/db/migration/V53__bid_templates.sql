-- Contents of bids kept under a name, with the clock of the day they were written for.
create table bid_template (
  id              uuid primary key,
  organization_id uuid not null references organization,
  name            text not null check (length(name) between 1 and 80),
  market_code     text not null,
  delivery_day    date not null,
  time_zone       text not null,
  block_minutes   integer not null check (block_minutes > 0),
  asset_id        uuid not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  label           text,
  carry_over      boolean not null,
  lines           jsonb not null,
  block_orders    jsonb not null,
  updated_at      timestamptz not null,
  updated_by      uuid not null,
  version         bigint not null,
  unique (organization_id, name),
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade
);
select tenant_table('bid_template');
