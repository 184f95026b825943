-- What bids need before an operator counts them. What a record says is in its versions, which are
-- never changed; one that was removed counts no more.
create table registration (
    id uuid primary key,
    organization_id uuid not null references organization,
    version bigint not null check (version > 0), -- number of its newest version
    removed_at timestamptz,
    unique (organization_id, id)
);
create index registration_of_organization on registration (organization_id, id)
    where removed_at is null;
select tenant_table('registration');
revoke delete on registration from ${app_role};

create table registration_version (
    registration_id uuid not null,
    number bigint not null check (number > 0),
    organization_id uuid not null,
    kind text not null check (kind in
        ('client_code', 'standing_clearance', 'network_access', 'margin')),
    operator_code text references market_operator,
    asset_id uuid,
    client_code text,
    portfolio_code text,
    quantum_mw numeric check (quantum_mw >= 0),
    amount numeric check (amount >= 0),
    currency char(3),
    as_of timestamptz,
    reference text not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (registration_id, number),
    foreign key (organization_id, registration_id) references registration (organization_id, id),
    foreign key (organization_id, asset_id) references asset (organization_id, id),
    check ((kind in ('client_code', 'margin')) = (operator_code is not null)),
    check ((kind = 'client_code') = (client_code is not null and portfolio_code is not null)),
    check ((kind in ('standing_clearance', 'network_access')) = (quantum_mw is not null)),
    check ((kind = 'margin') = (amount is not null and currency is not null and as_of is not null)),
    check (kind <> 'standing_clearance' or asset_id is not null)
);
select tenant_table('registration_version');
revoke update, delete on registration_version from ${app_role};
