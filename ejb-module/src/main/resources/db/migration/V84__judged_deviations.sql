-- Which blocks of an asset's recent delivery days were held against the first deviation band: the
-- revision of the reading (0: none yet) and whether it lay outside. One element per block: index =
-- block − 1. Days that are no longer judged are deleted.
create table judged_deviation_day (
  organization_id uuid not null,
  asset_id        uuid not null,
  -- no foreign key, as with readings; null for a real meter
  exchange_id     uuid,
  delivery_day    date not null,
  revisions       integer[] not null,
  outside         boolean[] not null,
  check (cardinality(revisions) = cardinality(outside)),
  unique nulls not distinct (asset_id, exchange_id, delivery_day),
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade
);
select tenant_table('judged_deviation_day');
