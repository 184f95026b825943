-- The audit trail says what was there before and where the request came from, and is sealed: each
-- organisation's entries form a chain of hashes in the order in which they were committed.

alter table audit_entry rename column details to after;
alter table audit_entry
    add column before jsonb,
    add column actor_kind text not null default 'user' check (actor_kind in ('user', 'system')),
    add column session_id uuid,
    add column address text,
    add column user_agent text;
create index audit_entry_of_subject on audit_entry (organization_id, subject_id, id desc);

-- The place of an entry in its organisation's chain. Nobody may change or take it back.
create table audit_seal (
    organization_id uuid not null references organization,
    number bigint not null check (number > 0),
    entry_id uuid not null unique references audit_entry,
    previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz not null default now(),
    primary key (organization_id, number)
);
call enforce_policies('audit_seal', 'organization_id = current_organization()');
grant select on audit_seal to ${app_role};
grant select, insert on audit_seal to ${system_role};

-- The newest link of each chain, by which a tail that was cut off is missed.
create table audit_head (
    organization_id uuid primary key references organization,
    number bigint not null,
    hash text not null,
    sealed_at timestamptz not null
);
call enforce_policies('audit_head', 'organization_id = current_organization()');
grant select on audit_head to ${app_role};
grant select, insert, update on audit_head to ${system_role};

-- What the verifier found, newest last.
create table audit_verification (
    id uuid primary key,
    organization_id uuid not null references organization,
    at timestamptz not null,
    checked_up_to bigint not null,
    broken_at bigint,
    problem text
);
create index audit_verification_of_organization on audit_verification (organization_id, id desc);
call enforce_policies('audit_verification', 'organization_id = current_organization()');
grant select, insert on audit_verification to ${app_role}, ${system_role};

-- Entries that wait for their seal. They are entered by a trigger with its owner's rights, so that
-- whoever may write an entry can neither keep it out of here nor take it out: the application role
-- has no right on this table at all.
create table audit_unsealed (
    position bigint generated always as identity primary key,
    entry_id uuid not null,
    organization_id uuid not null,
    transaction xid8 not null default pg_current_xact_id()
);
create index audit_unsealed_of_organization on audit_unsealed (organization_id);
grant select, delete on audit_unsealed to ${system_role};

create function await_seal() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    insert into public.audit_unsealed (entry_id, organization_id)
    values (new.id, new.organization_id);
    return null;
end
$$;
revoke all on function await_seal() from public;
create trigger await_seal after insert on audit_entry
    for each row execute function await_seal();

-- Entries from before this migration are sealed too, in the order they were made.
alter table audit_entry no force row level security;
insert into audit_unsealed (entry_id, organization_id)
select e.id, e.organization_id
from audit_entry e join organization o on o.id = e.organization_id order by e.id;
alter table audit_entry force row level security;
