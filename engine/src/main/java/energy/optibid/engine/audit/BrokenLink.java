package energy.optibid.engine.audit;

/**
 * The first place where a chain does not hold.
 *
 * @param number of the entry, or the number that should have been there
 * @param kind what is wrong
 * @param sentence the same for a reader
 */
public record BrokenLink(long number, Kind kind, String sentence) {

  /** The ways in which a chain breaks. */
  public enum Kind {
    /** The content is not what was hashed: somebody changed it. */
    CONTENT,
    /** It does not follow the entry before it. */
    ORDER,
    /** A number is missing: an entry was taken away. */
    MISSING,
    /** The chain ends before or after its recorded head: its tail was cut or replaced. */
    HEAD,
    /** An entry that was never sealed and does not wait for it either. */
    UNSEALED
  }
}
