-- Files of organisations. Content lies elsewhere, under <organisation>/<id>; it is written before its
-- row, so that no row points to nothing, and what no row points to is swept away.
create table stored_file (
    id uuid primary key,
    organization_id uuid not null references organization,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    size bigint not null check (size > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state text not null check (state in ('available', 'rejected')),
    purpose text not null check (purpose in ('document', 'contract', 'evidence', 'meter_data')),
    rejection text,
    -- where its content lies; a rejected file has none
    store text check (store in ('folder', 's3')),
    uploaded_by uuid not null references app_user,
    uploaded_at timestamptz not null,
    unique (organization_id, id),
    check ((state = 'rejected') = (rejection is not null)),
    check ((state = 'available') = (store is not null))
);
create index stored_file_of_organization on stored_file (organization_id, id desc);
select tenant_table('stored_file');
-- a file never changes
revoke update on stored_file from ${app_role}, ${system_role};

-- Addresses that give a file to whoever has them. Only the digest of a link is known here.
create table file_link (
    token_sha256 text primary key,
    organization_id uuid not null,
    file_id uuid not null,
    made_by uuid not null references app_user,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    foreign key (organization_id, file_id) references stored_file (organization_id, id) on delete cascade
);
create index file_link_of_file on file_link (file_id);
select tenant_table('file_link');
revoke update on file_link from ${app_role}, ${system_role};
