-- Long work. A worker claims a row with SKIP LOCKED and keeps it by renewing its lease; attempt
-- fences off a worker that lost its lease and comes back.

create table job (
    id uuid primary key,
    organization_id uuid not null references organization,
    requested_by uuid not null references app_user,
    kind text not null,
    state text not null default 'queued'
        check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    input jsonb not null,
    result jsonb,
    error text,
    progress_done bigint not null default 0,
    progress_total bigint not null default 0,
    progress_note text not null default '',
    cancel_requested boolean not null default false,
    attempt int not null default 0,
    worker text,
    lease_until timestamptz,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    version bigint not null default 1
);
create index job_claimable on job (created_at, id) where state in ('queued', 'running');
create index job_of_organization on job (organization_id, id desc);
select tenant_table('job');
revoke delete on job from ${app_role};
