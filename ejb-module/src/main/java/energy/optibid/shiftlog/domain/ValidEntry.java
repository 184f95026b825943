package energy.optibid.shiftlog.domain;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shiftlog.ShiftEntry.Kind;
import energy.optibid.shiftlog.ShiftEntryInput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An entry that may be kept: a text of bearable length about things of the organisation. */
public record ValidEntry(
    Kind kind,
    String text,
    @Nullable UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId,
    @Nullable UUID corrects,
    boolean pinned) {
  private static final int LONGEST = 4_000;

  /** Whether the organisation has what an entry refers to. */
  public record Known(
      Predicate<UUID> auction,
      Predicate<UUID> bid,
      Predicate<UUID> asset,
      Predicate<UUID> correctable) {}

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidEntry of(ShiftEntryInput input, Known known) {
    List<Fault> faults = new ArrayList<>();
    String text = input.text() == null ? "" : input.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      faults.add(new Fault("/text", "length", "Write from 1 to 4,000 characters."));
    }
    Kind kind = input.kind() == null ? Kind.NOTE : input.kind();
    if (kind == Kind.CORRECTION && input.corrects() == null) {
      faults.add(new Fault("/corrects", "required", "Say which entry is corrected."));
    }
    if (kind != Kind.CORRECTION && input.corrects() != null) {
      faults.add(new Fault("/corrects", "kind", "Only a correction corrects an entry."));
    }
    unknown("/auctionId", "auction", input.auctionId(), known.auction(), faults);
    unknown("/bidId", "bid", input.bidId(), known.bid(), faults);
    unknown("/assetId", "asset", input.assetId(), known.asset(), faults);
    unknown(
        "/corrects",
        "entry that is no correction itself",
        input.corrects(),
        known.correctable(),
        faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "The entry cannot be kept as it is.", faults);
    }
    return new ValidEntry(
        kind,
        text,
        input.auctionId(),
        input.bidId(),
        input.assetId(),
        input.corrects(),
        Boolean.TRUE.equals(input.pinned()));
  }

  private static void unknown(
      String field, String what, @Nullable UUID id, Predicate<UUID> known, List<Fault> faults) {
    if (id != null && !known.test(id)) {
      faults.add(new Fault(field, "unknown", "There is no such " + what + "."));
    }
  }
}
