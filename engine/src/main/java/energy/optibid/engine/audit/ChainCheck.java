package energy.optibid.engine.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one organisation's chain entry by entry, in the order of their numbers, in constant
 * memory. It is done with the first broken link.
 */
public final class ChainCheck {
  private final boolean excerpt;
  private final @Nullable String firstPrevious;
  private long expected;
  private @Nullable ChainedEntry last;
  private long checked;

  private ChainCheck(long first, @Nullable String firstPrevious, boolean excerpt) {
    this.expected = first;
    this.firstPrevious = firstPrevious;
    this.excerpt = excerpt;
  }

  /** A chain from its first entry. */
  public static ChainCheck whole() {
    return new ChainCheck(1, ChainedEntry.GENESIS, false);
  }

  /** A part without gaps from that number on, behind an entry with that hash. */
  public static ChainCheck from(long number, String previousHash) {
    return new ChainCheck(number, previousHash, false);
  }

  /** A part without gaps whose beginning is taken as it stands. */
  public static ChainCheck part() {
    return new ChainCheck(0, null, false);
  }

  /** A selection: each entry by itself, and the links between neighbours that are both there. */
  public static ChainCheck excerpt() {
    return new ChainCheck(0, null, true);
  }

  /** Entries that held so far. */
  public long checked() {
    return checked;
  }

  /** The last entry that held, if there was one. */
  public Optional<ChainedEntry> last() {
    return Optional.ofNullable(last);
  }

  /** Looks at the next entry. */
  public Optional<BrokenLink> next(ChainedEntry entry) {
    Optional<BrokenLink> broken = judge(entry);
    if (broken.isEmpty()) {
      last = entry;
      expected = entry.number() + 1;
      checked++;
    }
    return broken;
  }

  /** Whether the chain, all of which was given, ends at its recorded head. */
  public Optional<BrokenLink> end(long headNumber, String headHash) {
    long at = last == null ? expected - 1 : last.number();
    if (at != headNumber) {
      return Optional.of(
          new BrokenLink(
              Math.min(at, headNumber) + 1,
              BrokenLink.Kind.HEAD,
              "The chain ends at #%d, its recorded head is #%d.".formatted(at, headNumber)));
    }
    if (last != null && !last.hash().equals(headHash)) {
      return Optional.of(
          new BrokenLink(
              at,
              BrokenLink.Kind.HEAD,
              "Entry #%d is not the one that was recorded as the head.".formatted(at)));
    }
    return Optional.empty();
  }

  private Optional<BrokenLink> judge(ChainedEntry entry) {
    boolean starts = last == null && expected == 0;
    if (!starts && entry.number() != expected && !(excerpt && entry.number() > expected)) {
      return Optional.of(
          entry.number() > expected
              ? new BrokenLink(
                  expected,
                  BrokenLink.Kind.MISSING,
                  "Entry #%d is missing: #%d comes next.".formatted(expected, entry.number()))
              : new BrokenLink(
                  entry.number(),
                  BrokenLink.Kind.ORDER,
                  "Entry #%d comes where #%d should.".formatted(entry.number(), expected)));
    }
    if (!entry.computedHash().equals(entry.hash())) {
      return Optional.of(
          new BrokenLink(
              entry.number(),
              BrokenLink.Kind.CONTENT,
              "Entry #%d is not what was sealed: its content gives another hash."
                  .formatted(entry.number())));
    }
    String previous = last == null ? firstPrevious : last.hash();
    boolean neighbour = !starts && entry.number() == expected;
    if (previous != null && neighbour && !entry.previousHash().equals(previous)) {
      return Optional.of(
          new BrokenLink(
              entry.number(),
              BrokenLink.Kind.ORDER,
              "Entry #%d was sealed behind another entry than #%d."
                  .formatted(entry.number(), entry.number() - 1)));
    }
    return Optional.empty();
  }
}
