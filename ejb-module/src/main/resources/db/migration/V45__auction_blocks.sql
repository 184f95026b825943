-- Block orders of an imported day that are left to the engine: the limit in 1/10,000 of the currency
-- per MWh, one quantity in kW for each of its periods.
create table auction_block (
  auction_id      uuid not null references auction on delete cascade,
  organization_id uuid,
  block_id        text not null,
  area            text not null,
  side            text not null check (side in ('buy', 'sell')),
  price           bigint not null,
  periods         smallint[] not null,
  quantities      bigint[] not null check (cardinality(quantities) = cardinality(periods)),
  primary key (auction_id, block_id)
);
select auction_table('auction_block');

create table staged_block (
  import_id       uuid not null,
  organization_id uuid not null references organization,
  delivery_day    date not null,
  block_id        text not null,
  area            text not null,
  side            text not null,
  price           bigint not null,
  periods         smallint[] not null,
  quantities      bigint[] not null,
  primary key (import_id, delivery_day, block_id)
);
select tenant_table('staged_block');
