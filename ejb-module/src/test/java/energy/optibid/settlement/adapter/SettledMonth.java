package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Assets;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.testing.PostgresServer;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Ten thermal plants of one organisation and what they sold and delivered in a month. */
final class SettledMonth {
  static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  static final int PLANTS = 10;
  static final int DAYS = 30;
  static final int BLOCKS = 96;

  private final PostgresServer server;
  private final Caller owner;
  private final List<Asset> plants =
      IntStream.rangeClosed(1, PLANTS).mapToObj(SettledMonth::plant).toList();

  SettledMonth(PostgresServer server, Caller owner) {
    this.server = server;
    this.owner = owner;
  }

  List<Asset> plants() {
    return plants;
  }

  /** Sells 10 MW of each plant in each block at 3,000 and meters 0 to 2 MWh around it. */
  void write() {
    String organization = owner.organization().toString();
    String ids =
        String.join(",", plants.stream().map(plant -> "'" + plant.id() + "'::uuid").toList());
    server.execute(
        """
        set session_replication_role = replica;
        create temporary table day_of (day date, auction uuid, run uuid);
        insert into day_of select d::date, gen_random_uuid(), gen_random_uuid()
          from generate_series('%2$s'::date, '%3$s'::date, interval '1 day') d;
        insert into asset (id, organization_id, name, type, market_code, area_code,
          max_injection_mw, max_withdrawal_mw, version)
        select id, '%1$s', id::text, 'thermal', 'iex-dam', 'W2', 100, 0, 1 from unnest(array[%4$s]) id;
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          latest_run_id, version)
        select auction, '%1$s', 'iex-dam', day, 'sandbox', 'wall', 'cleared', day, day + 1,
          'Asia/Kolkata', 'INR', 15, 96, 'W2', run, 1 from day_of;
        insert into award (id, organization_id, run_id, auction_id, bid_id, submission_id, asset_id,
          area_code, block, starts_at, side, offered_mwh, accepted_mwh, price, amount, currency,
          reason, sentence, status, source)
        select gen_random_uuid(), '%1$s', run, auction, id, id, id, 'W2', b,
          day::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 'sell', 2.5,
          2.5, 3000, 7500, 'INR', 'in_the_money', '', 'final', 'exchange'
          from day_of, generate_series(1, 96) b, unnest(array[%4$s]) id;
        select ensure_meter_reading_partition('2026-08-31');
        select ensure_meter_reading_partition('2026-09-01');
        insert into meter_reading (organization_id, asset_id, exchange_id, starts_at,
          duration_minutes, injection_mwh, quality, revision, recorded_at)
        select '%1$s', id, null,
          day::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 15,
          2.5 + ((b * 37) %% 100 - 50) / 100.0, 'measured', 1, now()
          from day_of, generate_series(1, 96) b, unnest(array[%4$s]) id;
        drop table day_of;
        set session_replication_role = default;
        """
            .formatted(organization, FIRST, LAST, ids));
  }

  /** A file of grid data for the month. */
  static String grid() {
    StringBuilder csv =
        new StringBuilder(
            "day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge\n");
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int block = 1; block <= BLOCKS; block++) {
        csv.append(
            "%s,%d,%s,%d,%d,%d%n"
                .formatted(
                    day,
                    block,
                    BigDecimal.valueOf(4990 + block % 16, 2),
                    3000 + block,
                    3100 - block,
                    2900));
      }
    }
    return csv.toString();
  }

  /** The plants as settlement asks for them. */
  Assets assets() {
    return (Assets)
        Proxy.newProxyInstance(
            Assets.class.getClassLoader(),
            new Class<?>[] {Assets.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "list" -> new Page<>(plants, null);
                  case "find" ->
                      plants.stream().filter(p -> p.id().equals(arguments[0])).findFirst();
                  case "require" ->
                      plants.stream()
                          .filter(p -> p.id().equals(arguments[0]))
                          .findFirst()
                          .orElseThrow();
                  default -> throw new AssertionError(method.getName());
                });
  }

  private static Asset plant(int number) {
    BigDecimal zero = BigDecimal.ZERO;
    return new Asset(
        Ids.next(),
        null,
        "Plant " + number,
        AssetType.THERMAL,
        null,
        "iex-dam",
        "W2",
        BigDecimal.valueOf(100),
        zero,
        new TechnicalLimits.Thermal(
            zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero),
        true,
        1);
  }
}
