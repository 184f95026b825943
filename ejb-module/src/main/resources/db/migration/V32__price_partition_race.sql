-- Two transactions that need the same new partition: the second waits for the lock and looks again.
-- It has to look in the catalogue itself, since to_regclass may answer from a cache that remembers
-- the name as missing.
create or replace function ensure_price_partition(day date) returns text
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
  if not exists (
    select from pg_class where relname = partition and relnamespace = 'public'::regnamespace
  ) then
    execute format(
      'create table public.%I partition of public.price for values from (%L) to (%L)',
      partition,
      first_day::timestamp at time zone 'UTC',
      (first_day + interval '1 month')::timestamp at time zone 'UTC');
    perform public.auction_table(format('public.%I', partition)::regclass);
  end if;
  return partition;
end $$;
