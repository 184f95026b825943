package energy.optibid.market.adapter;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of an auction that books and prices hang on; it never changes. */
record AuctionFrame(
    UUID id,
    @Nullable UUID organizationId,
    @Nullable UUID exchangeId,
    String marketCode,
    DeliveryDay day,
    int firstBlock,
    int blockCount,
    String currency,
    List<String> areas) {

  /** The frame of an auction the caller may see; {@code not_found} otherwise. */
  static AuctionFrame read(Connection connection, UUID auctionId) throws SQLException {
    return Sql.first(
            connection,
            "select organization_id, market_code, delivery_day, time_zone, block_minutes, currency,"
                + " areas, first_block, block_count, exchange_id from auction where id = ?",
            row ->
                new AuctionFrame(
                    auctionId,
                    row.getObject(1, UUID.class),
                    row.getObject(10, UUID.class),
                    row.getString(2),
                    new DeliveryDay(
                        row.getObject(3, LocalDate.class),
                        ZoneId.of(row.getString(4)),
                        Duration.ofMinutes(row.getInt(5))),
                    row.getInt(8),
                    row.getInt(9),
                    row.getString(6),
                    List.of(row.getString(7).split(" ", -1))),
            auctionId)
        .orElseThrow(() -> ProblemException.notFound("auction"));
  }

  Instant start() {
    return day.block(firstBlock).start();
  }

  /** The first moment after its last block. */
  Instant end() {
    return day.block(firstBlock + blockCount - 1).end();
  }
}
