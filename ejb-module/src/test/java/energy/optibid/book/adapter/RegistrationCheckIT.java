package energy.optibid.book.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.book.RegistrationInput;
import energy.optibid.book.RegistrationQuery;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bids to a real operator beside what is on record for it, on a real PostgreSQL. */
class RegistrationCheckIT {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 2);

  private final BookBench bench = new BookBench();

  private List<Fault> refused(BidView bid) {
    return assertThrows(
            ProblemException.class,
            () -> bench.act(() -> bench.bidding.submit(bid.id(), bid.version())))
        .faults();
  }

  @Test
  void whatARealOperatorAsksForMustBeOnRecord() {
    UUID plant = bench.asset("iex-dam", "W2", 100, 100, BookBench.load());
    UUID auction = bench.auction("iex-dam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    BidView bid = bench.created(bench.draft(auction, plant, BidSide.BUY, 1, 4, "50"));
    assertEquals(
        List.of("no_client_code", "no_standing_clearance", "gna_exceeded", "margin_short"),
        refused(bid).stream().map(Fault::code).toList());

    record(RequiredRegistration.CLIENT_CODE, "iex", null, null, null);
    record(RequiredRegistration.STANDING_CLEARANCE, null, plant, "49.9", null);
    record(RequiredRegistration.NETWORK_ACCESS, null, null, "60", null);
    // 50 MW × 10 INR/MWh over an hour
    record(RequiredRegistration.MARGIN, "iex", null, null, "2025-04-01T09:31:00+05:30");
    List<Fault> faults = refused(bid);
    assertEquals(
        List.of(
            "clearance_exceeded",
            "clearance_exceeded",
            "clearance_exceeded",
            "clearance_exceeded",
            "margin_short"),
        faults.stream().map(Fault::code).toList());
    assertEquals(
        "Purchases at iex may cost 500.00 INR that day; the margin on record at the check is 0"
            + " INR.",
        faults.get(4).message());

    record(RequiredRegistration.MARGIN, "iex", null, null, "2025-04-01T09:30:00+05:30");
    UUID clearance =
        bench
            .act(
                () ->
                    bench.registrations.list(
                        new RegistrationQuery(RequiredRegistration.STANDING_CLEARANCE, DAY, null),
                        null,
                        10))
            .items()
            .get(0)
            .id();
    bench.act(
        () ->
            bench.registrations.replace(
                clearance,
                1,
                input(RequiredRegistration.STANDING_CLEARANCE, null, plant, "50", null)));
    assertEquals(
        "approved", bench.act(() -> bench.bidding.submit(bid.id(), bid.version())).state());

    // 11 MW more: cleared for 50, access of 60 in all, and the margin is used
    BidView more = bench.created(bench.draft(auction, plant, BidSide.BUY, 1, 1, "11"));
    assertEquals(
        List.of("clearance_exceeded", "gna_exceeded", "margin_short"),
        refused(more).stream().map(Fault::code).toList());
    assertEquals(2, bench.act(() -> bench.registrations.versions(clearance)).size());
  }

  @Test
  void whatARealExchangeAwarded_usesUpTheMargin() {
    UUID plant = bench.asset("iex-dam", "W2", 100, 100, BookBench.load());
    UUID green = bench.auction("iex-gdam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    UUID dayAhead = bench.auction("iex-dam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    record(RequiredRegistration.CLIENT_CODE, "iex", null, null, null);
    record(RequiredRegistration.STANDING_CLEARANCE, null, plant, "100", null);
    record(RequiredRegistration.NETWORK_ACCESS, null, null, "100", null);
    record(RequiredRegistration.MARGIN, "iex", null, null, "2025-04-01T09:00:00+05:30");
    BidView bought = bench.submitted(bench.draft(green, plant, BidSide.BUY, 1, 1, "40"));
    bench.exchangeAward(green, bought, 1, "20", 1, "final");
    bench.exchangeAward(green, bought, 1, "10", 2, "curtailed");
    // 10 MWh at 10 INR of the award, and 40 MW × 10 INR over an hour
    BidView over = bench.created(bench.draft(dayAhead, plant, BidSide.BUY, 5, 8, "40.1"));
    List<Fault> faults = refused(over);
    assertEquals(List.of("margin_short"), faults.stream().map(Fault::code).toList());
    assertTrue(faults.get(0).message().contains("501.00 INR"), faults.get(0).message());
    assertEquals(
        "approved", bench.submitted(bench.draft(dayAhead, plant, BidSide.BUY, 5, 8, "40")).state());
  }

  private void record(
      RequiredRegistration kind,
      @Nullable String operator,
      @Nullable UUID assetId,
      @Nullable String quantum,
      @Nullable String asOf) {
    bench.act(() -> bench.registrations.create(input(kind, operator, assetId, quantum, asOf)));
  }

  private static RegistrationInput input(
      RequiredRegistration kind,
      @Nullable String operator,
      @Nullable UUID assetId,
      @Nullable String quantum,
      @Nullable String asOf) {
    boolean code = kind == RequiredRegistration.CLIENT_CODE;
    return new RegistrationInput(
        kind,
        operator,
        assetId,
        code ? "M-1" : null,
        code ? "P-1" : null,
        quantum == null ? null : new BigDecimal(quantum),
        asOf == null ? null : new BigDecimal("500"),
        asOf == null ? null : "INR",
        asOf == null ? null : OffsetDateTime.parse(asOf),
        null,
        LocalDate.of(2025, 4, 1),
        null);
  }
}
