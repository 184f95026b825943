-- Whose algorithm found a price: the exchange's own, or a market coupling operator's.
alter table price add column price_source text not null default 'exchange'
  check (price_source in ('exchange', 'coupled'));
alter table market_import add column price_source text not null default 'exchange'
  check (price_source in ('exchange', 'coupled'));
