create table site (
  id              uuid primary key,
  organization_id uuid not null references organization,
  name            text not null,
  market_code     text not null,
  area_code       text not null,
  version         bigint not null,
  unique (organization_id, id),
  unique (organization_id, name),
  foreign key (market_code, area_code) references bid_area
);
select tenant_table('site');

create table asset (
  id                uuid primary key,
  organization_id   uuid not null references organization,
  site_id           uuid,
  name              text not null,
  type              text not null check (type in
                      ('solar', 'wind', 'thermal', 'hydro', 'nuclear', 'battery', 'load')),
  market_code       text not null,
  area_code         text not null,
  max_injection_mw  numeric not null check (max_injection_mw >= 0),
  max_withdrawal_mw numeric not null check (max_withdrawal_mw >= 0),
  version           bigint not null,
  -- what refers to an asset names the organisation too, so it can never be somebody else's
  unique (organization_id, id),
  unique (organization_id, name),
  foreign key (organization_id, site_id) references site (organization_id, id),
  foreign key (market_code, area_code) references bid_area
);
select tenant_table('asset');
