-- Orders over several blocks beside the curves of a version, one value like them.
alter table bid_version add column block_orders jsonb not null default '[]';
