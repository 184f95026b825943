-- An organisation's ways to real exchanges, and what is told to them.

create table exchange_connection (
  id               uuid primary key,
  organization_id  uuid not null references organization,
  operator_code    text not null references market_operator,
  kind             text not null check (kind in ('simulated', 'file_drop', 'http')),
  enabled          boolean not null,
  member_id        text,
  folder           text,  -- below <home>/exchange/<organisation>
  url              text,
  secret           bytea, -- encrypted with the installation's key
  timeout_ms       integer not null check (timeout_ms between 100 and 60000),
  attempts         integer not null check (attempts between 1 and 20),
  created_at       timestamptz not null,
  version          bigint not null,
  unique (organization_id, operator_code),
  unique (organization_id, folder),
  unique (organization_id, id)
);
select tenant_table('exchange_connection');

-- How the last calls went; apart from the connection, whose entity tag is for people's changes.
create table exchange_circuit (
  connection_id   uuid primary key,
  organization_id uuid not null,
  failures        integer not null default 0, -- one after the other
  open_until      timestamptz,                -- nothing is sent before; then one as a probe
  succeeded_at    timestamptz,
  failed_at       timestamptz,
  error           text,
  watched_until   timestamptz,                -- a server reads the drop folder until then
  foreign key (organization_id, connection_id)
    references exchange_connection (organization_id, id) on delete cascade
);
select tenant_table('exchange_circuit');

-- What an exchange is told: an order, or that one is asked back.
create table exchange_message (
  id              uuid primary key,
  organization_id uuid not null,
  connection_id   uuid not null,
  submission_id   uuid not null,
  bid_id          uuid not null,
  auction_id      uuid not null references auction,
  action          text not null check (action in ('submit', 'withdraw')),
  reference       text not null, -- ours, the idempotency key
  market_code     text not null,
  delivery_day    date not null,
  gate_closes_at  timestamptz not null,
  body            text not null, -- the order as JSON, the same text in every attempt
  state           text not null check (state in
                    ('queued', 'sent', 'retry', 'waiting', 'in_doubt', 'answered')),
  answer          text check (answer in ('held', 'refused', 'given_back', 'kept', 'overtaken')),
  placed          integer not null default 0, -- how often it went out
  failures        integer not null default 0, -- one after the other
  claims          bigint not null default 0,  -- fences a server that lost its claim
  claimed_until   timestamptz,
  due_at          timestamptz not null,
  error           text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  answered_at     timestamptz,
  check ((state = 'answered') = (answer is not null)),
  unique (organization_id, id),
  foreign key (organization_id, connection_id)
    references exchange_connection (organization_id, id),
  foreign key (organization_id, submission_id) references submission (organization_id, id)
    deferrable initially deferred, -- the submission is written with its bid, at the end
  foreign key (organization_id, bid_id) references bid (organization_id, id)
);
create unique index exchange_message_order on exchange_message (submission_id)
  where action = 'submit';
create unique index exchange_message_reference on exchange_message (connection_id, reference)
  where action = 'submit';
create index exchange_message_due on exchange_message (due_at) where state <> 'answered';
create index exchange_message_of_bid on exchange_message (bid_id, id) where state <> 'answered';
select tenant_table('exchange_message');
revoke delete on exchange_message from ${app_role};

-- What people have to look at.
create table exchange_fault (
  id              uuid primary key,
  organization_id uuid not null,
  connection_id   uuid not null,
  at              timestamptz not null,
  code            text not null,
  subject         text not null, -- the reference or the file it is about
  message         text not null,
  foreign key (organization_id, connection_id)
    references exchange_connection (organization_id, id) on delete cascade
);
create index exchange_fault_of on exchange_fault (connection_id, id desc);
select tenant_table('exchange_fault');
revoke update on exchange_fault from ${app_role};

-- An organisation takes part in a real auction once.
create unique index auction_held_outside
  on auction (organization_id, market_code, delivery_day, session)
  where clock = 'wall' and exchange_id is null and import_id is null
    and organization_id is not null;
