-- Schedules for the system operator as they were written into drop folders.
create table schedule_file (
  organization_id uuid not null,
  connection_id   uuid not null,
  delivery_day    date not null,
  revision        integer not null check (revision > 0),
  digest          text not null, -- SHA-256 of the file
  written_at      timestamptz not null,
  primary key (connection_id, delivery_day, revision),
  foreign key (organization_id, connection_id)
    references exchange_connection (organization_id, id) on delete cascade
);
select tenant_table('schedule_file');
revoke update on schedule_file from ${app_role};
