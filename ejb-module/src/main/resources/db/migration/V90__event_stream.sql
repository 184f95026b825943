-- Up to where the event log has been sent to a stream outside, by position. Moved only after the
-- stream has acknowledged. Whoever deletes from event_log stops at the lowest of them; whoever wants
-- events sent again sets it back.
create table stream_cursor (
  stream   text primary key,
  position bigint not null,
  moved_at timestamptz not null default now()
);
grant select, insert, update on stream_cursor to ${system_role};
