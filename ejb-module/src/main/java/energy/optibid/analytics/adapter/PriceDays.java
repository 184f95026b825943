package energy.optibid.analytics.adapter;

import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The days of prices in PostgreSQL and what is known of their copies; for the system role. */
final class PriceDays {
  /** Days that wait, the newest first, each with its prices, all of one moment. */
  private static final String WAITING =
      """
      with d as (select * from price_day where copied is distinct from version and day >= ?
                  order by day desc limit ?)
      select d.organization_id, d.market_code, d.area, d.day, d.version,
             p.source, date_part('epoch', p.starts_at)::bigint, coalesce(p.auction_id::text, 'import'),
             p.duration_minutes, round(p.price * 10000)::bigint, round(p.bought_mw * 1000)::bigint,
             coalesce(a.exchange_id::text, ''),
             case when m.simulated then a.scope = 'shared' and a.exchange_id is not null
                  else a.exchange_id is null end
        from d join market m on m.code = d.market_code
        left join lateral (
          select * from price i where i.auction_id is null and i.organization_id = d.organization_id
             and i.market_code = d.market_code and i.area = d.area and i.price is not null
             and i.starts_at >= d.day::timestamp at time zone 'UTC'
             and i.starts_at < (d.day + 1)::timestamp at time zone 'UTC'
          union all
          select * from price o where o.auction_id is not null
             and o.organization_id is not distinct from d.organization_id
             and o.market_code = d.market_code and o.area = d.area
             and o.source in ('cleared', 'published')
             and o.starts_at >= d.day::timestamp at time zone 'UTC'
             and o.starts_at < (d.day + 1)::timestamp at time zone 'UTC') p on true
        left join auction a on a.id = p.auction_id
      """;

  private static final int FIRST_OF_PRICE = 6;

  private PriceDays() {}

  /**
   * What waits.
   *
   * @param versions by day, as they were when the rows were read
   * @param rows of the copy without their version: text separated by tabs, a line each
   */
  record Batch(Map<PriceDayKey, Long> versions, List<String> rows) {}

  static Batch waiting(Connection connection, LocalDate oldest, int most) throws SQLException {
    Map<PriceDayKey, Long> versions = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    Sql.rows(
        connection,
        WAITING,
        row -> {
          PriceDayKey key = PriceDayKey.read(row);
          versions.put(key, row.getLong(5));
          if (row.getString(FIRST_OF_PRICE) != null) {
            rows.add(copied(key, row));
          }
          return true;
        },
        oldest,
        most);
    return new Batch(versions, rows);
  }

  /** In the order of {@link PriceCopy#COLUMNS}, whose last one is the version. */
  private static String copied(PriceDayKey key, ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder(128);
    line.append(key.owner()).append('\t').append(key.market()).append('\t').append(key.area());
    for (int column = FIRST_OF_PRICE; column < FIRST_OF_PRICE + 7; column++) {
      String text = row.getString(column);
      line.append('\t').append(text == null ? "\\N" : text);
    }
    boolean usual = row.getBoolean(FIRST_OF_PRICE + 7) || row.wasNull();
    return line.append('\t').append(usual ? '1' : '0').append("\t0\t").toString();
  }

  /** Notes that these versions are copied. */
  static void copied(Connection connection, Map<PriceDayKey, Long> versions) throws SQLException {
    Sql.change(
        connection,
        "update price_day d set copied = c.version"
            + " from unnest(?, ?, ?, ?, ?) as c (organization_id, market_code, area, day, version)"
            + " where d.organization_id is not distinct from c.organization_id"
            + " and d.market_code = c.market_code and d.area = c.area and d.day = c.day",
        columns(connection, versions.keySet(), versions.values().toArray()));
  }

  /** Makes these days wait, whatever is known of them. */
  static void changed(Connection connection, Collection<PriceDayKey> days) throws SQLException {
    Sql.change(
        connection,
        "insert into price_day as d (organization_id, market_code, area, day, version)"
            + " select c.* from unnest(?, ?, ?, ?, ?)"
            + " as c (organization_id, market_code, area, day, version) order by 1, 2, 3, 4"
            + " on conflict (organization_id, market_code, area, day)"
            + " do update set version = d.version + 1",
        columns(connection, days, days.stream().map(day -> 1L).toArray()));
  }

  private static Object[] columns(
      Connection connection, Collection<PriceDayKey> days, Object[] versions) throws SQLException {
    return new Object[] {
      connection.createArrayOf("uuid", days.stream().map(PriceDayKey::organization).toArray()),
      connection.createArrayOf("text", days.stream().map(PriceDayKey::market).toArray()),
      connection.createArrayOf("text", days.stream().map(PriceDayKey::area).toArray()),
      connection.createArrayOf("date", days.stream().map(PriceDayKey::day).toArray()),
      connection.createArrayOf("bigint", versions)
    };
  }

  /** How many wait. */
  static long waitingCount(Connection connection, LocalDate oldest) throws SQLException {
    return Sql.first(
            connection,
            "select count(*) from price_day where copied is distinct from version and day >= ?",
            row -> row.getLong(1),
            oldest)
        .orElseThrow();
  }

  /**
   * Makes every day wait when this is another copy than the one before it, or one that is ahead of
   * this database, which then was set back in time.
   *
   * @param highest number of a batch that the copy has
   */
  static void belongTo(Connection connection, String identity, long highest) throws SQLException {
    boolean known =
        Sql.first(connection, "select identity from price_copy", row -> row.getString(1))
            .filter(identity::equals)
            .isPresent();
    boolean ahead =
        Sql.first(connection, "select last_value from price_copy_batch", row -> row.getLong(1))
            .filter(last -> highest > last)
            .isPresent();
    if (ahead) {
      Sql.rows(connection, "select setval('price_copy_batch', ?)", row -> row.getLong(1), highest);
    }
    if (!known || ahead) {
      Sql.change(connection, "update price_day set copied = null where copied is not null");
      Sql.change(
          connection,
          "insert into price_copy (identity) values (?)"
              + " on conflict (single) do update set identity = excluded.identity",
          identity);
    }
  }

  /** Forgets that days before this one were copied. */
  static void forgotten(Connection connection, LocalDate oldest) throws SQLException {
    Sql.change(
        connection,
        "update price_day set copied = null where copied is not null and day < ?",
        oldest);
  }
}
