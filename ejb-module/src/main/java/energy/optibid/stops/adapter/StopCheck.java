package energy.optibid.stops.adapter;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.stops.TradingStop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Keeps bids from their venues while a stop stands. A submission holds the organisation's stops
 * from here to the end of its transaction, so that a sweep of a later stop finds what it submitted.
 */
@ApplicationScoped
public class StopCheck implements SubmissionCheck {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss z", Locale.ENGLISH);

  private final StopStore store;

  @Inject
  public StopCheck(StopStore store) {
    this.store = store;
  }

  @Override
  public List<BidFault> faults(SubmissionCandidate candidate) {
    store.holdAgainstSweeps();
    ZoneId zone = ZoneId.of(candidate.auction().timeZone());
    return store
        .standing(candidate.content().assetId(), candidate.writtenBy(), candidate.by())
        .stream()
        .map(stop -> fault(stop, zone))
        .toList();
  }

  private static BidFault fault(TradingStop stop, ZoneId zone) {
    return BidFault.at(
        switch (stop.scope()) {
          case ASSET -> "/assetId";
          case TRADER, ORGANIZATION -> "";
        },
        "stopped",
        "Trading of %s has been stopped by %s since %s: %s"
            .formatted(
                stop.subjectName(),
                stop.placedBy().name(),
                MOMENT.format(stop.placedAt().atZone(zone)),
                stop.reason()));
  }
}
