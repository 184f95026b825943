-- A result keeps the very text of the rule pack it was cleared under: whoever changes a pack later
-- changes no past result. A text is known by its SHA-256 and is never changed or taken away.

create table rule_pack (
  identity      text primary key check (identity ~ '^[0-9a-f]{64}$'),
  pack          text not null,
  content       text not null,
  first_used_at timestamptz not null default now(),
  check (identity = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
grant select, insert on rule_pack to ${app_role}, ${system_role};

-- Whose algorithm found the prices: the exchange's own, or a market coupling operator's.
alter table clearing_run
  add column rule_pack    text references rule_pack,
  add column price_source text not null default 'exchange'
    check (price_source in ('exchange', 'coupled'));
