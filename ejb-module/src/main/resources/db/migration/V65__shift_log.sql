-- What the desk tells the next shift. Entries are never changed; a correction is an entry of its own.
create table shift_entry (
    id uuid primary key,
    organization_id uuid not null references organization,
    at timestamptz not null,
    author uuid not null references app_user,
    kind text not null check (kind in ('note', 'handover', 'correction')),
    text text not null check (length(text) between 1 and 4000),
    auction_id uuid,
    bid_id uuid,
    asset_id uuid,
    corrects uuid,
    unique (organization_id, id),
    foreign key (organization_id, corrects) references shift_entry (organization_id, id),
    check ((kind = 'correction') = (corrects is not null))
);
create index shift_entry_of_organization on shift_entry (organization_id, id desc);
create index shift_entry_corrects on shift_entry (corrects) where corrects is not null;
select tenant_table('shift_entry');
revoke update, delete on shift_entry from ${app_role}, ${system_role};

create table shift_pin (
    entry_id uuid primary key,
    organization_id uuid not null,
    pinned_by uuid not null references app_user,
    at timestamptz not null,
    foreign key (organization_id, entry_id) references shift_entry (organization_id, id)
);
select tenant_table('shift_pin');

-- A hand-over is taken once, by somebody else than its author.
create table shift_acknowledgement (
    entry_id uuid primary key,
    organization_id uuid not null,
    acknowledged_by uuid not null references app_user,
    at timestamptz not null,
    foreign key (organization_id, entry_id) references shift_entry (organization_id, id)
);
select tenant_table('shift_acknowledgement');
revoke update, delete on shift_acknowledgement from ${app_role}, ${system_role};
