-- Trading that somebody stopped: from then on nothing of its scope goes to a venue, until somebody
-- releases it. Stops are never deleted.
create table trading_stop (
    id uuid primary key,
    organization_id uuid not null references organization,
    scope text not null check (scope in ('asset', 'trader', 'organization')),
    subject_id uuid,
    subject_name text not null,
    reason text not null check (length(reason) between 1 and 500),
    placed_by uuid not null references app_user,
    placed_at timestamptz not null,
    job_id uuid not null,
    swept_at timestamptz, -- when nothing of its scope was left to be withdrawn
    released_by uuid references app_user,
    released_at timestamptz,
    release_reason text check (length(release_reason) between 1 and 500),
    version bigint not null,
    unique (organization_id, id),
    check ((scope = 'organization') = (subject_id is null)),
    check ((released_by is null) = (released_at is null)
       and (released_by is null) = (release_reason is null))
);
create index trading_stop_of_organization on trading_stop (organization_id, id desc);
-- one stop of a subject stands at a time
create unique index trading_stop_standing
    on trading_stop (organization_id, scope, coalesce(subject_id, organization_id))
    where released_at is null;
select tenant_table('trading_stop');
revoke delete on trading_stop from ${app_role}, ${system_role};

-- What became of each bid that was at a venue when its stop took hold.
create table trading_stop_bid (
    stop_id uuid not null,
    bid_id uuid not null,
    organization_id uuid not null,
    auction_id uuid not null,
    outcome text not null check (outcome in ('withdrawn', 'asked_back', 'kept')),
    detail text,
    at timestamptz not null,
    primary key (stop_id, bid_id),
    foreign key (organization_id, stop_id) references trading_stop (organization_id, id),
    foreign key (organization_id, bid_id) references bid (organization_id, id)
);
select tenant_table('trading_stop_bid');
revoke update, delete on trading_stop_bid from ${app_role}, ${system_role};

-- A trader's stop also takes back what he submitted of others' bids. Unknown of older submissions.
alter table submission add column submitted_by uuid;
