-- What an organisation allows itself to offer, what each version of a bid weighs against that, and
-- above what a second person must approve.

create table risk_limit (
    id uuid primary key,
    organization_id uuid not null references organization,
    name text not null,
    kind text not null check (kind in
        ('volume', 'value', 'net_position', 'price_collar', 'daily_loss')),
    subject text not null check (subject in ('organization', 'trader', 'asset', 'market')),
    trader_id uuid references app_user,
    asset_id uuid, -- may outlive its asset: then it weighs nothing
    market_code text references market,
    amount numeric(20, 6) check (amount >= 0), -- volume: MWh; net_position: MW; else currency
    currency char(3),
    lowest_price numeric(14, 4), -- of a collar, currency per MWh
    highest_price numeric(14, 4),
    valid_from date, -- delivery days, both included
    valid_to date,
    enabled boolean not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (organization_id, id),
    unique (organization_id, name),
    check ((subject = 'trader') = (trader_id is not null)),
    check ((subject = 'asset') = (asset_id is not null)),
    check ((subject = 'market') = (market_code is not null)),
    check ((kind = 'price_collar') = (amount is null)),
    check ((kind in ('value', 'daily_loss', 'price_collar')) = (currency is not null)),
    check (valid_to >= valid_from)
);
select tenant_table('risk_limit');

create table approval_policy (
    organization_id uuid primary key references organization,
    value numeric(20, 6) check (value >= 0),
    currency char(3) check ((currency is null) = (value is null)),
    volume_mwh numeric(20, 6) check (volume_mwh >= 0),
    version bigint not null
);
select tenant_table('approval_policy');
revoke delete on approval_policy from ${app_role};

-- Written in the transaction that queues the version; never changed, as versions are not. Whether
-- it stands is said by the submissions of that version.
create table submission_exposure (
    bid_id uuid not null,
    version_number integer not null,
    organization_id uuid not null,
    world uuid, -- exchange or import
    delivery_day date not null,
    market_code text not null,
    currency char(3) not null,
    asset_id uuid not null,
    written_by uuid not null,
    volume numeric not null, -- MWh
    value numeric not null, -- currency
    loss numeric not null, -- currency
    kilowatts bigint[] not null, -- by quarter hour of the day; a sale is positive
    primary key (bid_id, version_number),
    foreign key (organization_id, bid_id) references bid (organization_id, id),
    foreign key (bid_id, version_number) references bid_version (bid_id, number)
);
create index submission_exposure_of_day on submission_exposure (organization_id, delivery_day);
select tenant_table('submission_exposure');
revoke update, delete on submission_exposure from ${app_role};

-- What stands for a delivery day is found by the day, whatever its markets.
create index auction_by_delivery_day on auction (delivery_day);
