-- What meters counted, by asset and block, partitioned by month of the block's start (UTC). A day of
-- a simulated exchange is not reality: its readings name the exchange, those of a real meter none.
create table meter_reading (
  organization_id  uuid not null,
  asset_id         uuid not null,
  -- no foreign key: a new partition would lock the exchanges, whose rows the schedulers hold
  exchange_id      uuid,
  starts_at        timestamptz not null,
  duration_minutes smallint not null check (duration_minutes > 0),
  injection_mwh    numeric not null, -- a withdrawal is negative
  quality          text not null check (quality in ('measured', 'estimated', 'synthetic')),
  revision         integer not null check (revision > 0),
  recorded_at      timestamptz not null,
  unique nulls not distinct (asset_id, exchange_id, starts_at),
  check ((quality = 'synthetic') = (exchange_id is not null)),
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade
) partition by range (starts_at);
select tenant_table('meter_reading');

-- As ensure_price_partition: the application owns no table, and a partition has row-level security
-- of its own.
create function ensure_meter_reading_partition(day date) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first_day date := date_trunc('month', day)::date;
  partition text := 'meter_reading_' || to_char(first_day, 'YYYY_MM');
begin
  if day is null or day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'no meter_reading partition for %', day using errcode = 'check_violation';
  end if;
  if to_regclass('public.' || partition) is not null then
    return partition;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ensure_meter_reading_partition', 0));
  -- to_regclass may answer from a cache that remembers the name as missing
  if not exists (
    select from pg_class where relname = partition and relnamespace = 'public'::regnamespace
  ) then
    -- assets first, as who deletes one and its readings locks them
    lock table public.asset in share row exclusive mode;
    execute format(
      'create table public.%I partition of public.meter_reading for values from (%L) to (%L)',
      partition,
      first_day::timestamp at time zone 'UTC',
      (first_day + interval '1 month')::timestamp at time zone 'UTC');
    perform public.tenant_table(format('public.%I', partition)::regclass);
  end if;
  return partition;
end $$;

revoke all on function ensure_meter_reading_partition(date) from public;
grant execute on function ensure_meter_reading_partition(date) to ${app_role}, ${system_role};
revoke all on function tenant_table(regclass) from public;
