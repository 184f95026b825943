-- How many minutes before a gate a person wants to be warned, and whether to hear it.
create table gate_warning (
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    minutes integer[] not null check (cardinality(minutes) between 1 and 5),
    sound boolean not null,
    version bigint not null,
    primary key (organization_id, user_id)
);
select tenant_table('gate_warning');
revoke delete on gate_warning from ${app_role};
