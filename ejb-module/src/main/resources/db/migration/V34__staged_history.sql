-- Imported prices on their way to becoming prices, one partition for each import. COPY refuses a
-- table under row-level security, and the application role is bound by it everywhere: so it may
-- COPY into a partition, where it can read nothing and which holds its own organisation's rows by a
-- constraint; it reads and deletes through the table, where the policies judge.

create table staged_history (
  import_id        uuid not null,
  organization_id  uuid not null,
  market_code      text not null,
  area             text not null,
  starts_at        timestamptz not null,
  duration_minutes smallint not null,
  price            numeric,
  buy_bid_mw       numeric,
  sell_bid_mw      numeric,
  bought_mw        numeric,
  sold_mw          numeric,
  scheduled_mw     numeric
) partition by list (import_id);
select tenant_table('staged_history');

-- Makes the partition of an import of the caller's organisation anew, and names it. Nothing of it
-- outlives a crash of the server, and nothing has to: the import begins again from its files.
create function stage_history(import uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  partition text := 'staged_history_' || replace(import::text, '-', '');
  owner uuid := public.current_organization();
begin
  if owner is null or import is null then
    raise exception 'staging needs an organisation' using errcode = 'check_violation';
  end if;
  perform public.unstage_history(import);
  execute format(
    'create unlogged table public.%I partition of public.staged_history'
    ' (import_id default %L, organization_id default %L, check (organization_id = %L))'
    ' for values in (%L)', partition, import, owner, owner, import);
  execute format('grant insert on public.%I to ${app_role}', partition);
  return partition;
end $$;

-- Drops it again; nothing happens if there is none, or if it is another organisation's.
create function unstage_history(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  partition text := 'staged_history_' || replace(import::text, '-', '');
begin
  if exists (
      select from pg_constraint
       where conrelid = to_regclass('public.' || partition) and contype = 'c'
         and pg_get_constraintdef(oid) like '%' || public.current_organization()::text || '%') then
    execute format('drop table public.%I', partition);
  end if;
end $$;

revoke all on function stage_history(uuid), unstage_history(uuid) from public;
grant execute on function stage_history(uuid), unstage_history(uuid)
  to ${app_role}, ${system_role};
