-- Contracts outside the exchanges. What one says is in its versions, which are never changed; one
-- that was removed counts no more.
create table contract (
    id uuid primary key,
    organization_id uuid not null references organization,
    version bigint not null check (version > 0), -- number of its newest version
    removed_at timestamptz,
    unique (organization_id, id)
);
create index contract_of_organization on contract (organization_id, id) where removed_at is null;
select tenant_table('contract');
revoke delete on contract from ${app_role};

create table contract_version (
    contract_id uuid not null,
    number bigint not null check (number > 0),
    organization_id uuid not null,
    kind text not null check (kind in ('long_term', 'bilateral')),
    reference text not null,
    party text not null,
    asset_id uuid not null,
    exchange_id uuid, -- null: the real markets
    side text not null check (side in ('buy', 'sell')),
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    shape text not null check (shape in ('flat', 'peak', 'blocks')),
    megawatts numeric check (megawatts > 0),
    peak_from text,
    peak_to text,
    blocks numeric[],
    price numeric not null,
    currency char(3) not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (contract_id, number),
    foreign key (organization_id, contract_id) references contract (organization_id, id),
    foreign key (organization_id, asset_id) references asset (organization_id, id),
    check ((shape = 'blocks') = (megawatts is null)),
    check ((shape = 'blocks') = (blocks is not null)),
    check ((shape = 'peak') = (peak_from is not null and peak_to is not null))
);
create index contract_version_of_asset on contract_version (asset_id, valid_to);
select tenant_table('contract_version');
revoke update, delete on contract_version from ${app_role};
