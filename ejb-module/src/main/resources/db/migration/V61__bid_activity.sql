-- What happened to an organisation's bids, ready to be read; kept by the consumer bid-activity.
create table bid_activity (
  event_id        uuid primary key,
  organization_id uuid not null references organization,
  at              timestamptz not null,
  type            text not null,
  actor           uuid, -- null: the platform
  auction_id      uuid not null,
  bid_id          uuid,
  asset_id        uuid,
  version_number  integer,
  awarded_mwh     numeric,
  amount          numeric,
  currency        char(3),
  reason          text
);
create index bid_activity_of_auction on bid_activity (organization_id, auction_id, event_id desc);
create index bid_activity_of_organization on bid_activity (organization_id, event_id desc);
select tenant_table('bid_activity');
revoke update, delete on bid_activity from ${app_role};
