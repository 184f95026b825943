-- What happens when an asset has no bid at the venue so many minutes before a gate.
create table no_bid_policy (
    id uuid primary key,
    organization_id uuid not null references organization,
    exchange_id uuid not null references exchange,
    market_code text not null references market,
    asset_id uuid not null,
    action text not null check (action in ('default', 'last', 'none')),
    template_id uuid,
    minutes_before integer not null check (minutes_before between 1 and 720),
    updated_by uuid not null references app_user,
    updated_at timestamptz not null,
    version bigint not null,
    unique (organization_id, exchange_id, market_code, asset_id),
    foreign key (organization_id, asset_id) references asset (organization_id, id),
    check ((action = 'default') = (template_id is not null))
);
select tenant_table('no_bid_policy');

-- Each gate is decided once for an asset; a bid that is taken back later is not replaced.
create table no_bid_decision (
    auction_id uuid not null references auction,
    asset_id uuid not null,
    organization_id uuid not null references organization,
    outcome text not null check (outcome in ('unneeded', 'sent', 'refused', 'none')),
    bid_id uuid,
    detail text,
    at timestamptz not null,
    primary key (auction_id, asset_id),
    foreign key (organization_id, asset_id) references asset (organization_id, id)
);
select tenant_table('no_bid_decision');
revoke update, delete on no_bid_decision from ${app_role};
