-- From positions to statements. Days of a simulated exchange name it, those of reality name none.
-- Series hold one element per block: index = block − 1; null where nothing is known.

create table settlement_terms (
  asset_id        uuid primary key,
  organization_id uuid not null,
  contract_rate   numeric check (contract_rate >= 0), -- money per MWh
  buyer_class     text not null,
  version         bigint not null,
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade
);
select tenant_table('settlement_terms');

-- The total implemented schedule, as last revised; older revisions stay.
create table implemented_schedule (
  organization_id uuid not null,
  asset_id        uuid not null,
  exchange_id     uuid,
  delivery_day    date not null,
  revision        integer not null check (revision > 0),
  source          text not null,
  injection_mw    numeric[] not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null,
  unique nulls not distinct (asset_id, exchange_id, delivery_day, revision),
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade
);
select tenant_table('implemented_schedule');

-- What the grid was like and what its energy was worth, as the organisation imported it.
create table grid_day (
  organization_id  uuid not null references organization,
  exchange_id      uuid,
  delivery_day     date not null,
  frequency_hz     numeric[] not null,
  day_ahead_price  numeric[] not null,
  real_time_price  numeric[] not null,
  ancillary_charge numeric[] not null,
  revision         integer not null check (revision > 0),
  recorded_at      timestamptz not null,
  unique nulls not distinct (organization_id, exchange_id, delivery_day)
);
select tenant_table('grid_day');

create table settlement_statement (
  id              uuid primary key,
  organization_id uuid not null references organization,
  exchange_id     uuid,
  first_day       date not null,
  last_day        date not null check (last_day >= first_day),
  revision        integer not null check (revision > 0),
  status          text not null check (status in ('provisional', 'final')),
  job_id          uuid not null references job,
  currency        char(3),
  total           numeric not null default 0,
  summary         jsonb,        -- null until it is calculated
  created_at      timestamptz not null,
  created_by      uuid not null,
  version         bigint not null,
  unique (organization_id, id),
  unique nulls not distinct (organization_id, exchange_id, first_day, last_day, revision)
);
select tenant_table('settlement_statement');

-- An asset's day of a statement: its lines and deviations are one text each, a line a record.
create table settlement_statement_day (
  organization_id uuid not null,
  statement_id    uuid not null,
  asset_id        uuid not null,
  delivery_day    date not null,
  participant     text not null,
  contract_rate   numeric,
  rule_pack       text not null,
  total           numeric not null,
  energy_mwh      numeric not null,
  deviation_mwh   numeric not null,
  deviation_amount numeric not null,
  line_count      integer not null,
  lines           text not null,
  deviations      text not null,
  primary key (statement_id, asset_id, delivery_day),
  foreign key (organization_id, statement_id)
    references settlement_statement (organization_id, id) on delete cascade
);
select tenant_table('settlement_statement_day');

-- A statement of somebody else, held against ours.
create table shadow_settlement (
  id              uuid primary key,
  organization_id uuid not null,
  statement_id    uuid not null,
  name            text not null,
  lines_read      integer not null,
  matched         integer not null,
  differences     jsonb not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  unique (organization_id, id),
  foreign key (organization_id, statement_id)
    references settlement_statement (organization_id, id)
);
create index shadow_settlement_of_statement on shadow_settlement (statement_id, id desc);
select tenant_table('shadow_settlement');
revoke update, delete on shadow_settlement from ${app_role};

create table settlement_dispute (
  id              uuid primary key,
  organization_id uuid not null,
  statement_id    uuid not null,
  asset_id        uuid not null,
  delivery_day    date not null,
  block           integer not null check (block >= 0),
  kind            text not null,
  source          text not null,
  shadow_id       uuid,
  stated_amount   numeric, -- what the statement disputed says; null where it has no such line
  claimed_amount  numeric not null,
  state           text not null check (state in
                    ('open', 'submitted', 'accepted', 'rejected', 'withdrawn', 'closed')),
  created_at      timestamptz not null,
  created_by      uuid not null,
  version         bigint not null,
  unique (organization_id, id),
  foreign key (organization_id, statement_id)
    references settlement_statement (organization_id, id),
  foreign key (organization_id, shadow_id) references shadow_settlement (organization_id, id)
);
create index settlement_dispute_of_organization on settlement_dispute (organization_id, id desc);
select tenant_table('settlement_dispute');
revoke delete on settlement_dispute from ${app_role};

-- Who did what to a dispute when, and what was said.
create table settlement_dispute_entry (
  id              uuid primary key,
  organization_id uuid not null,
  dispute_id      uuid not null,
  action          text not null,
  note            text not null,
  created_at      timestamptz not null,
  created_by      uuid not null,
  foreign key (organization_id, dispute_id) references settlement_dispute (organization_id, id)
);
create index settlement_dispute_entry_of on settlement_dispute_entry (dispute_id, id);
select tenant_table('settlement_dispute_entry');
revoke update, delete on settlement_dispute_entry from ${app_role};
