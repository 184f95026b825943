-- What people want to hear of, what they were told, and how it reached them.

create table notification_setting (
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    time_zone text not null,
    quiet_from time,
    quiet_to time,
    version bigint not null,
    primary key (organization_id, user_id),
    check ((quiet_from is null) = (quiet_to is null))
);
select tenant_table('notification_setting');
revoke delete on notification_setting from ${app_role};

create table alert_rule (
    id uuid primary key,
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    name text not null,
    kind text not null check (kind in
        ('price', 'gate_closing', 'bid_rejected', 'limit_used', 'deviation_band')),
    market_code text references market,
    area_code text,
    comparison text check (comparison in ('above', 'below')),
    threshold numeric(14, 4), -- price: currency per MWh; limit_used: percent
    minutes integer check (minutes between 1 and 1440),
    in_app boolean not null,
    email boolean not null check (in_app or email),
    digest text not null check (digest in ('immediately', 'hourly', 'daily')),
    daily_at time check ((daily_at is null) = (digest <> 'daily')),
    critical boolean not null,
    enabled boolean not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (organization_id, id)
);
create index alert_rule_of_user on alert_rule (organization_id, user_id, id);
create index alert_rule_matching on alert_rule (kind, market_code, area_code) where enabled;
select tenant_table('alert_rule');

-- The key names what happened: no event is told twice for one rule.
create table notification (
    id uuid primary key,
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    rule_id uuid not null,
    rule_name text not null,
    event_key text not null,
    kind text not null,
    critical boolean not null,
    in_app boolean not null,
    at timestamptz not null,
    title text not null,
    text text not null,
    auction_id uuid,
    bid_id uuid,
    asset_id uuid,
    read_at timestamptz,
    unique (rule_id, event_key),
    unique (organization_id, id)
);
create index notification_of_user on notification (organization_id, user_id, id desc);
create index notification_unread on notification (organization_id, user_id)
    where read_at is null and in_app;
select tenant_table('notification');
revoke delete on notification from ${app_role};

create table notification_delivery (
    id uuid primary key,
    organization_id uuid not null,
    user_id uuid not null references app_user,
    notification_id uuid not null,
    channel text not null check (channel in ('in_app', 'email')),
    recipient text not null,
    digest text not null,
    state text not null check (state in
        ('waiting', 'sending', 'delivered', 'failed', 'in_doubt', 'off')),
    due_at timestamptz not null,
    attempts integer not null default 0,
    claimed_at timestamptz,
    finished_at timestamptz,
    error text,
    created_at timestamptz not null,
    unique (notification_id, channel),
    foreign key (organization_id, notification_id) references notification (organization_id, id)
);
create index notification_delivery_due on notification_delivery (due_at)
    where state in ('waiting', 'sending');
create index notification_delivery_of_user
    on notification_delivery (organization_id, user_id, id desc);
select tenant_table('notification_delivery');
revoke update, delete on notification_delivery from ${app_role};
