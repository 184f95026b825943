-- Prices by area and block, partitioned by month of their start (UTC). A published price belongs to
-- the auction whose import brought it; a cleared one to the run that was published last.
create table price (
  organization_id  uuid,
  auction_id       uuid not null,
  market_code      text not null,
  area             text not null,
  starts_at        timestamptz not null,
  duration_minutes smallint not null,
  source           text not null check (source in ('cleared', 'published')),
  run_id           uuid,
  price            numeric not null,
  currency         char(3) not null,
  primary key (auction_id, source, area, starts_at)
) partition by range (starts_at);
create index price_by_area on price (market_code, area, starts_at);
select auction_table('price');

-- The application owns no table, so it cannot create partitions; this function does, as its owner.
-- A partition gets row-level security of its own: reading it by name must not go round the parent's.
create function ensure_price_partition(day date) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first_day date := date_trunc('month', day)::date;
  partition text := 'price_' || to_char(first_day, 'YYYY_MM');
begin
  if day is null or day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'no price partition for %', day using errcode = 'check_violation';
  end if;
  if to_regclass('public.' || partition) is not null then
    return partition;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ensure_price_partition', 0));
  if to_regclass('public.' || partition) is null then
    execute format(
      'create table public.%I partition of public.price for values from (%L) to (%L)',
      partition,
      first_day::timestamp at time zone 'UTC',
      (first_day + interval '1 month')::timestamp at time zone 'UTC');
    perform public.auction_table(format('public.%I', partition)::regclass);
  end if;
  return partition;
end $$;

revoke all on function ensure_price_partition(date) from public;
grant execute on function ensure_price_partition(date) to ${app_role}, ${system_role};
revoke all on function auction_table(regclass) from public;
