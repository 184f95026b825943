-- Access tokens name their session; what becomes of it is told to every node at commit, and a node
-- keeps in memory which sessions ended within the life of an access token.
create index session_revoked on session (revoked_at) where revoked_at is not null;

create function tell_revoked_session() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('optibid_revoked_sessions', '');
  return null;
end $$;
create trigger session_revoked after update of revoked_at on session
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function tell_revoked_session();

-- Whoever disables a person ends the person's sessions, by whatever way it is done. The role that
-- may change people has no right on sessions, so the function acts as their owner.
create function end_sessions_of_disabled() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.session set revoked_at = now(), revoked_because = 'disabled'
    where user_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger user_disabled after update of state on app_user
  for each row when (old.state = 'active' and new.state = 'disabled')
  execute function end_sessions_of_disabled();
