-- An award is of a bid's curve in a block, or of one of its block orders there.
alter table award add column block_order text not null default '';
alter table award drop constraint award_run_id_bid_id_block_revision_key;
alter table award add unique (run_id, bid_id, block, block_order, revision);

-- What became of each block order of a bid in a run, and why.
create table award_block_order (
  run_id          uuid not null,
  organization_id uuid not null,
  bid_id          uuid not null,
  block_order     text not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  price           numeric not null, -- the order's limit
  decision        text not null,
  ratio           numeric not null check (ratio between 0 and 1),
  offered_mwh     numeric not null,
  accepted_mwh    numeric not null check (accepted_mwh between 0 and offered_mwh),
  surplus         numeric not null, -- of a rejected order what it would gain at these very prices
  average_price   numeric not null,
  distance        numeric not null, -- how much better than the limit the average price is
  currency        char(3) not null,
  primary key (run_id, bid_id, block_order),
  foreign key (organization_id, bid_id) references bid (organization_id, id)
);
create index award_block_order_by_bid on award_block_order (bid_id, run_id);
select tenant_table('award_block_order');
revoke update, delete on award_block_order from ${app_role};
