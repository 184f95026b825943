-- How far the search for the best decisions about blocks went; null where a run had none to decide.
alter table clearing_run
  add column search_end  text check (search_end in ('optimal', 'budget_spent', 'stopped')),
  add column search_work bigint,
  add column search_gap  numeric;

-- What became of each block in a run.
create table clearing_block (
  run_id          uuid not null,
  organization_id uuid not null,
  block_id        text not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  price           numeric not null, -- the block's limit
  decision        text not null,
  ratio           numeric not null check (ratio between 0 and 1),
  offered_mwh     numeric not null,
  accepted_mwh    numeric not null check (accepted_mwh between 0 and offered_mwh),
  surplus         numeric not null, -- of a rejected block what it would gain at these very prices
  average_price   numeric not null,
  distance        numeric not null, -- how much better than the limit the average price is
  primary key (run_id, block_id),
  foreign key (organization_id, run_id) references clearing_run (organization_id, id)
);
select tenant_table('clearing_block');
revoke update, delete on clearing_block from ${app_role};

-- Blocks that a replay decides otherwise.
create table replay_block (
  replay_id       uuid not null,
  organization_id uuid not null,
  block_id        text not null,
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  decision_before text not null,
  decision_after  text not null,
  ratio_before    numeric not null,
  ratio_after     numeric not null,
  primary key (replay_id, block_id),
  foreign key (organization_id, replay_id) references replay (organization_id, id)
);
select tenant_table('replay_block');
revoke update, delete on replay_block from ${app_role};
