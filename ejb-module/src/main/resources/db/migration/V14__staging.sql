-- Days on their way to becoming auctions: written in short transactions, moved in one, gone
-- afterwards. The frame of the auction first, then what hangs on it, in the form it will have there.

create table staged_day (
  import_id       uuid not null,
  organization_id uuid not null references organization,
  delivery_day    date not null,
  market_code     text not null,
  gate_opens_at   timestamptz not null,
  gate_closes_at  timestamptz not null,
  time_zone       text not null,
  currency        char(3) not null,
  block_minutes   smallint not null,
  block_count     smallint not null,
  areas           text not null,
  primary key (import_id, delivery_day)
);
select tenant_table('staged_day');

create table staged_book (
  import_id       uuid not null,
  organization_id uuid not null,
  delivery_day    date not null,
  area            text not null,
  block           smallint not null,
  side            text not null,
  prices          bigint[] not null,
  quantities      bigint[] not null
);
create index staged_book_by_day on staged_book (import_id, delivery_day);
select tenant_table('staged_book');

create table staged_link (
  import_id       uuid not null,
  organization_id uuid not null,
  delivery_day    date not null,
  from_area       text not null,
  to_area         text not null,
  forward_kw      bigint[] not null,
  reverse_kw      bigint[] not null
);
create index staged_link_by_day on staged_link (import_id, delivery_day);
select tenant_table('staged_link');

create table staged_exchange (
  import_id       uuid not null,
  organization_id uuid not null,
  delivery_day    date not null,
  area            text not null,
  external_area   text not null,
  export_kw       bigint[] not null
);
create index staged_exchange_by_day on staged_exchange (import_id, delivery_day);
select tenant_table('staged_exchange');

create table staged_price (
  import_id       uuid not null,
  organization_id uuid not null,
  delivery_day    date not null,
  area            text not null,
  starts_at       timestamptz not null,
  price           numeric not null
);
create index staged_price_by_day on staged_price (import_id, delivery_day);
select tenant_table('staged_price');
