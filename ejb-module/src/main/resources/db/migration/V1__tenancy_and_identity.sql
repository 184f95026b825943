-- Row-level security: every tenant table has organization_id and is handed to tenant_table(), which
-- forces the policies and grants to the two working roles. Neither role owns anything.

grant usage on schema public to ${app_role}, ${system_role};

create function current_organization() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.organization_id', true), '')::uuid;

create procedure enforce_policies(target regclass, own_row text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy own_organization on %s to ${app_role} using (%s) with check (%s)',
                   target, own_row, own_row);
    execute format('create policy platform on %s to ${system_role} using (true) with check (true)',
                   target);
end
$$;

-- A table whose rows belong to one organisation each (column organization_id).
create function tenant_table(target regclass) returns void
    language plpgsql as $$
begin
    call enforce_policies(target, 'organization_id = current_organization()');
    execute format('grant select, insert, update, delete on %s to ${app_role}, ${system_role}', target);
end
$$;

-- A table that all organisations read and only the platform writes.
create function shared_table(target regclass) returns void
    language plpgsql as $$
begin
    execute format('grant select on %s to ${app_role}', target);
    execute format('grant select, insert, update, delete on %s to ${system_role}', target);
end
$$;

-- Identity -------------------------------------------------------------------------------------

create table organization (
    id uuid primary key,
    name text not null,
    slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
    created_at timestamptz not null default now()
);
call enforce_policies('organization', 'id = current_organization()');
grant select on organization to ${app_role};
grant select, insert, update on organization to ${system_role};

create table app_user (
    id uuid primary key,
    email text not null check (email = lower(email)),
    display_name text not null,
    state text not null default 'active' check (state in ('active', 'disabled')),
    created_at timestamptz not null default now()
);
create unique index app_user_email on app_user (email);

create table membership (
    id uuid primary key,
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    role text not null
        check (role in ('owner', 'admin', 'trader', 'analyst', 'viewer', 'auditor')),
    created_at timestamptz not null default now(),
    unique (organization_id, user_id)
);
create index membership_user on membership (user_id);
call enforce_policies('membership', 'organization_id = current_organization()');
grant select on membership to ${app_role};
grant select, insert, update, delete on membership to ${system_role};

-- A person is visible where he or she is a member; membership's own policy decides that.
call enforce_policies('app_user',
    'exists (select 1 from membership m where m.user_id = app_user.id)');
grant select on app_user to ${app_role};
grant select, insert, update on app_user to ${system_role};

-- Secrets and sessions: the application role has no right on them at all.
create table credential (
    user_id uuid primary key references app_user,
    password_hash text not null,
    changed_at timestamptz not null default now()
);

create table session (
    id uuid primary key,
    user_id uuid not null references app_user,
    organization_id uuid not null references organization,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_because text check (revoked_because in ('logout', 'reuse', 'disabled'))
);
create index session_of_user on session (user_id);

create table refresh_token (
    token_hash bytea primary key,
    session_id uuid not null references session on delete cascade,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);

create table login_attempt (
    email text primary key,
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz
);

grant select, insert, update, delete on credential, session, refresh_token, login_attempt
    to ${system_role};
