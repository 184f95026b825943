package energy.optibid.exports.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.exports.domain.RunTables;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day of quarter-hours in Rome with two areas, one link and an award of an ill-named asset. */
final class SampleRun {
  static final UUID ASSET = new UUID(0, 1);
  static final UUID BID = new UUID(0, 2);
  static final String ILL_NAME = "=HYPERLINK(\"http://evil\";\"Wind, \"\"north\"\"\")";

  private final Auction auction;
  private final int blocks;

  private SampleRun(LocalDate day) {
    OffsetDateTime gate = day.minusDays(1).atTime(11, 0).atOffset(ZoneOffset.UTC);
    Auction whole = auction(day, gate, 1);
    this.blocks = whole.day().blockCount();
    this.auction = auction(day, gate, blocks);
  }

  private static Auction auction(LocalDate day, OffsetDateTime gate, int blocks) {
    return new Auction(
        new UUID(0, 3),
        new UUID(0, 4),
        null,
        "gme-mgp",
        day,
        1,
        AuctionScope.SANDBOX,
        AuctionState.PUBLISHED,
        AuctionClock.REPLAY,
        gate.minusDays(1),
        gate,
        null,
        null,
        "Europe/Rome",
        "EUR",
        15,
        1,
        blocks,
        List.of("NORD", "SUD"),
        null,
        null,
        7);
  }

  static SampleRun of(String day) {
    return new SampleRun(LocalDate.parse(day));
  }

  /** Block n costs −n.0001 and sells n/4 kWh. */
  Table prices() {
    return new RunTables(auction).prices(Stream.of("NORD", "SUD").map(this::area).toList());
  }

  private AreaOutcome area(String code) {
    List<BigDecimal> prices = list(n -> new BigDecimal("-%d.0001".formatted(n)));
    List<BigDecimal> energies = list(n -> BigDecimal.valueOf(25L * n, 5));
    return new AreaOutcome(
        code, prices, prices, prices, energies, list(n -> BigDecimal.ZERO), energies);
  }

  Table flows() {
    List<BigDecimal> most = list(n -> new BigDecimal("999999999.123456789"));
    return new RunTables(auction)
        .flows(
            List.of(
                new LinkOutcome(
                    "NORD",
                    "SUD",
                    list(n -> BigDecimal.valueOf(-n)),
                    most,
                    most,
                    IntStream.rangeClosed(1, blocks).mapToObj(n -> n % 3 == 0).toList(),
                    list(n -> BigDecimal.ZERO),
                    list(n -> BigDecimal.ZERO))));
  }

  Table awards() {
    OffsetDateTime start =
        OffsetDateTime.ofInstant(auction.blocks().get(4).start(), ZoneOffset.UTC);
    return new RunTables(auction)
        .awards(
            List.of(
                new Award(
                    new UUID(0, 5),
                    new UUID(0, 6),
                    BID,
                    ASSET,
                    "SUD",
                    5,
                    start,
                    BidSide.SELL,
                    new BigDecimal("10.25"),
                    new BigDecimal("3.125"),
                    new BigDecimal("71.9000"),
                    new BigDecimal("224.69"),
                    "EUR",
                    AwardReason.AT_THE_MONEY,
                    1,
                    "final",
                    "simulated")),
            id -> id.equals(ASSET) ? ILL_NAME : "");
  }

  /** Many rows of one kind, for row groups and flushing. */
  static Table many(int rows) {
    SampleRun day = of("2025-06-02");
    List<Object[]> some = day.prices().rows().toList();
    return new Table(
        "prices",
        day.prices().columns(),
        IntStream.range(0, rows).mapToObj(i -> some.get(i % some.size())));
  }

  private List<BigDecimal> list(IntFunction<BigDecimal> value) {
    return IntStream.rangeClosed(1, blocks).mapToObj(value).toList();
  }

  static byte[] write(TableWriter writer, Table table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(table, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Table empty() {
    return new Table(
        "prices", of("2025-06-02").prices().columns(), Collections.<Object[]>emptyList().stream());
  }
}
