-- Auctions of a day that follow each other: what a bidder wants handed on, what an award came from,
-- and what earlier auctions took of a corridor before the link limits of a result.

alter table bid_version add column carry_over boolean not null default false;

alter table award add column carried_from text references market;

alter table clearing_link
  add column forward_taken_mwh numeric[],
  add column reverse_taken_mwh numeric[];

-- What a thermal unit burns; some markets take sales of some kinds only.
alter table asset add column fuel text check (fuel in
  ('domestic_coal', 'imported_coal', 'domestic_gas', 'imported_gas', 'other'));
alter table asset add constraint asset_fuel check (fuel is null or type = 'thermal');
