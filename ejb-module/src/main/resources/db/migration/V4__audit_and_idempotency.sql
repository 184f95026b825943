create table audit_entry (
    id uuid primary key,
    organization_id uuid not null,
    at timestamptz not null default now(),
    actor uuid not null,
    action text not null,
    subject_type text not null,
    subject_id uuid not null,
    details jsonb not null
);
create index audit_entry_of_organization on audit_entry (organization_id, id desc);
select tenant_table('audit_entry');
-- an entry is never changed or taken back
revoke update, delete on audit_entry from ${app_role}, ${system_role};

create table idempotent_call (
    organization_id uuid not null,
    user_id uuid not null,
    operation text not null,
    key text not null,
    request_hash text not null,
    status int,
    body text,
    headers jsonb,
    created_at timestamptz not null default now(),
    primary key (organization_id, user_id, operation, key)
);
create index idempotent_call_created on idempotent_call (created_at);
select tenant_table('idempotent_call');
revoke delete on idempotent_call from ${app_role};
