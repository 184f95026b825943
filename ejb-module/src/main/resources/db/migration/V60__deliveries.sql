-- Events handed to the consumers inside the platform. The relay writes one delivery per event and
-- consumer in the transaction that logs the event; the consumer's own transaction records the event
-- in consumption and takes the delivery away. Whatever carries a delivery in between may lose it:
-- what is still here is sent again.

-- Who did it; null for the platform itself.
alter table outbox add column actor uuid;
alter table event_log add column actor uuid;

create table event_consumer (
  name          text primary key,
  types         text[] not null, -- patterns of LIKE
  registered_at timestamptz not null default now()
);
grant select, insert, update on event_consumer to ${system_role};

create table delivery (
  consumer          text not null references event_consumer,
  position          bigint not null references event_log,
  organization_id   uuid, -- null: an event of the whole platform
  aggregate_type    text not null,
  aggregate_id      uuid not null,
  aggregate_version bigint not null,
  since             timestamptz not null default now(),
  due_at            timestamptz not null default now(),
  sends             int not null default 0,
  attempts          int not null default 0, -- that failed
  error             text,
  failed_since      timestamptz,
  primary key (consumer, position)
);
create index delivery_due on delivery (due_at);
create index delivery_in_order
  on delivery (consumer, aggregate_type, aggregate_id, aggregate_version, position);

create table consumption (
  consumer        text not null,
  event_id        uuid not null,
  organization_id uuid,
  consumed_at     timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- What a consumer failed on again and again, for a person to decide about.
create table dead_letter (
  id              uuid primary key,
  consumer        text not null,
  position        bigint not null references event_log,
  attempts        int not null,
  error           text not null,
  failed_since    timestamptz not null,
  died_at         timestamptz not null default now(),
  unique (consumer, position)
);
grant select, insert, update, delete on dead_letter to ${system_role};

call enforce_policies('delivery', 'organization_id = current_organization()');
call enforce_policies('consumption', 'organization_id = current_organization()');
-- a consumer works as its event's organisation and may settle that organisation's deliveries only
grant select, update, delete on delivery to ${app_role};
grant insert, select on consumption to ${app_role};
grant select, insert, update, delete on delivery to ${system_role};
grant select, insert on consumption to ${system_role};
