-- Block orders of own bids before and after the changes of a replay. What stands before is null
-- where the order was not there, what stands after where it no longer is.
create table replay_block_order (
  replay_id       uuid not null,
  position        integer not null,
  organization_id uuid not null,
  bid_id          uuid, -- null for a bid that was never made
  change          smallint, -- index of the change that is about its bid
  block_order     text not null, -- its name in its bid
  area_code       text not null,
  side            text not null check (side in ('buy', 'sell')),
  price_before    numeric, -- the order's limit
  decision_before text,
  ratio_before    numeric check (ratio_before between 0 and 1),
  offered_before  numeric,
  accepted_before numeric check (accepted_before between 0 and offered_before),
  revenue_before  numeric, -- receiving is positive, rounded per block to the cent
  price_after     numeric,
  decision_after  text,
  ratio_after     numeric check (ratio_after between 0 and 1),
  offered_after   numeric,
  accepted_after  numeric check (accepted_after between 0 and offered_after),
  revenue_after   numeric,
  primary key (replay_id, position),
  foreign key (organization_id, replay_id) references replay (organization_id, id),
  foreign key (organization_id, bid_id) references bid (organization_id, id),
  check (num_nulls(price_before, decision_before, ratio_before, offered_before, accepted_before,
                   revenue_before) in (0, 6)),
  check (num_nulls(price_after, decision_after, ratio_after, offered_after, accepted_after,
                   revenue_after) in (0, 6)),
  check (num_nonnulls(decision_before, decision_after) > 0)
);
select tenant_table('replay_block_order');
revoke update, delete on replay_block_order from ${app_role};
