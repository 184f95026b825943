create table market_import (
  id              uuid primary key,
  organization_id uuid not null references organization,
  format          text not null,
  market_code     text not null references market,
  delivery_day    date,
  state           text not null check (state in
                    ('received', 'checking', 'rejected', 'published', 'failed')),
  fault_count     integer not null default 0,
  spool           uuid not null,
  auction_ids     uuid[] not null default '{}',
  job_id          uuid,
  created_at      timestamptz not null default now(),
  created_by      uuid not null,
  unique (organization_id, id)
);
create index market_import_by_time on market_import (organization_id, id desc);
select tenant_table('market_import');

create table market_import_file (
  import_id       uuid not null,
  organization_id uuid not null,
  position        smallint not null,
  name            text not null,
  kind            text,
  rows            integer not null default 0,
  normalised      integer not null default 0,
  refused         integer not null default 0,
  primary key (import_id, position),
  foreign key (organization_id, import_id)
    references market_import (organization_id, id) on delete cascade
);
select tenant_table('market_import_file');

create table market_import_fault (
  import_id       uuid not null,
  organization_id uuid not null,
  position        integer not null,
  file            text not null,
  line            bigint not null,
  field           text not null,
  code            text not null,
  reason          text not null,
  value           text,
  primary key (import_id, position),
  foreign key (organization_id, import_id)
    references market_import (organization_id, id) on delete cascade
);
select tenant_table('market_import_fault');
