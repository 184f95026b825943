package energy.optibid.settlement.domain;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.StatementLine;
import energy.optibid.settlement.ShadowSettlement.Difference;
import energy.optibid.settlement.ShadowSettlement.Reason;
import energy.optibid.settlement.ShadowSettlements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds two statements against each other, line by line. */
public final class ShadowComparison {
  /** Amounts that differ by no more agree. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  /** What makes two lines the same one. */
  public record Key(UUID assetId, LocalDate day, int block, LineKind kind, String source)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::assetId)
            .thenComparing(Key::day)
            .thenComparing(Key::block)
            .thenComparing(Key::kind)
            .thenComparing(Key::source);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The figures of a line. */
  public record Figures(BigDecimal quantity, BigDecimal price, BigDecimal amount) {
    Figures plus(Figures other) {
      return new Figures(quantity.add(other.quantity), price, amount.add(other.amount));
    }
  }

  /**
   * What came of it.
   *
   * @param matched lines that agree
   */
  public record Outcome(int read, int matched, List<Difference> differences) {
    public Outcome {
      differences = List.copyOf(differences);
    }
  }

  private ShadowComparison() {}

  /** Key and figures of an own line; several of one key (bids of one market) are added up. */
  public static void addOwn(
      Map<Key, Figures> own, UUID assetId, LocalDate day, StatementLine line) {
    own.merge(
        new Key(assetId, day, line.block(), line.kind(), line.source()),
        new Figures(line.quantity(), line.price(), line.amount()),
        Figures::plus);
  }

  /**
   * Reads a file.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static Map<Key, Figures> read(String csv) {
    CsvLines file = CsvLines.read(ShadowSettlements.HEADER, csv);
    Map<Key, Figures> theirs = new TreeMap<>();
    for (CsvLines.Line line : file.lines()) {
      UUID asset = line.id("asset_id");
      LocalDate day = line.day("day");
      Integer block = line.count("block");
      LineKind kind = line.kind("kind");
      BigDecimal quantity = line.decimal("quantity");
      BigDecimal price = line.decimal("price");
      BigDecimal amount = line.decimal("amount");
      if (asset == null
          || day == null
          || block == null
          || kind == null
          || quantity == null
          || price == null
          || amount == null) {
        continue;
      }
      Key key = new Key(asset, day, block, kind, line.text("source"));
      if (theirs.putIfAbsent(key, new Figures(quantity, price, amount)) != null) {
        line.fault("block", "duplicate", "There is such a line already.");
      }
    }
    file.orRefuse();
    return theirs;
  }

  /** Compares lines of the kinds that the others have. */
  public static Outcome compare(Map<Key, Figures> own, Map<Key, Figures> theirs) {
    Set<LineKind> kinds = EnumSet.noneOf(LineKind.class);
    theirs.keySet().forEach(key -> kinds.add(key.kind()));
    Set<Key> all = new TreeSet<>(theirs.keySet());
    own.keySet().stream().filter(key -> kinds.contains(key.kind())).forEach(all::add);
    List<Difference> differences = new ArrayList<>();
    int matched = 0;
    for (Key key : all) {
      Figures ours = own.get(key);
      Figures stated = theirs.get(key);
      Reason reason = reason(ours, stated);
      if (reason == null) {
        matched++;
      } else {
        differences.add(difference(differences.size() + 1, reason, key, ours, stated));
      }
    }
    return new Outcome(theirs.size(), matched, differences);
  }

  private static @Nullable Reason reason(@Nullable Figures ours, @Nullable Figures stated) {
    if (ours == null) {
      return Reason.MISSING_HERE;
    }
    if (stated == null) {
      return Reason.MISSING_THERE;
    }
    if (ours.quantity().compareTo(stated.quantity()) != 0) {
      return Reason.QUANTITY;
    }
    if (ours.price().compareTo(stated.price()) != 0) {
      return Reason.PRICE;
    }
    return ours.amount().subtract(stated.amount()).abs().compareTo(TOLERANCE) > 0
        ? Reason.AMOUNT
        : null;
  }

  private static Difference difference(
      int number, Reason reason, Key key, @Nullable Figures ours, @Nullable Figures stated) {
    return new Difference(
        number,
        reason,
        key.assetId(),
        key.day(),
        key.block(),
        key.kind(),
        key.source(),
        ours == null ? null : ours.quantity(),
        stated == null ? null : stated.quantity(),
        ours == null ? null : ours.price(),
        stated == null ? null : stated.price(),
        ours == null ? null : ours.amount(),
        stated == null ? null : stated.amount());
  }
}
