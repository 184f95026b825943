-- Events are written to outbox in the transaction of the change. One relay moves them to event_log
-- and gives each its place in the stream of its organisation and channel.

create table outbox (
    position bigint generated always as identity primary key,
    event_id uuid not null,
    transaction xid8 not null default pg_current_xact_id(),
    organization_id uuid, -- null: for the whole platform
    channel text not null,
    aggregate_type text not null,
    aggregate_id uuid not null,
    aggregate_version bigint not null,
    type text not null,
    payload jsonb not null,
    created_at timestamptz not null default now()
);

create table event_stream (
    organization_id uuid,
    channel text not null,
    last_sequence bigint not null,
    unique nulls not distinct (organization_id, channel)
);

create table event_log (
    position bigint generated always as identity primary key,
    event_id uuid not null unique,
    organization_id uuid,
    channel text not null,
    sequence bigint not null,
    aggregate_type text not null,
    aggregate_id uuid not null,
    aggregate_version bigint not null,
    type text not null,
    payload jsonb not null,
    created_at timestamptz not null,
    unique nulls not distinct (organization_id, channel, sequence)
);
create index event_log_created on event_log (created_at);

call enforce_policies('outbox', 'organization_id is null or organization_id = current_organization()');
call enforce_policies('event_stream', 'organization_id is null or organization_id = current_organization()');
call enforce_policies('event_log', 'organization_id is null or organization_id = current_organization()');

grant insert on outbox to ${app_role};
grant select on event_stream, event_log to ${app_role};
grant select, insert, delete on outbox to ${system_role};
grant select, insert, update, delete on event_stream, event_log to ${system_role};
