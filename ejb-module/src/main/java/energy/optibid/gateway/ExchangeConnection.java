package energy.optibid.gateway;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's way to a market operator's exchange.
 *
 * @param operatorCode for instance {@code iex}; one connection each
 * @param enabled whether new bids are taken; what is under way is finished in any case
 * @param memberId the organisation's name at the exchange
 * @param folder name of the drop folder; of a file drop only
 * @param url address below which the exchange's interface is; of HTTP only
 * @param secretSet whether there is a signing secret, which is never shown
 * @param timeoutMillis how long an answer is waited for, ms
 * @param attempts how often an order goes out before it is given up
 * @param state how it is now
 * @param version how often it was changed: its ETag
 */
public record ExchangeConnection(
    UUID id,
    String operatorCode,
    ConnectionKind kind,
    boolean enabled,
    @JsonbNillable @Nullable String memberId,
    @JsonbNillable @Nullable String folder,
    @JsonbNillable @Nullable String url,
    boolean secretSet,
    int timeoutMillis,
    int attempts,
    State state,
    OffsetDateTime createdAt,
    long version) {

  /** Whether calls go through. */
  public enum Circuit {
    /** They do. */
    CLOSED,
    /** They failed so often that none is made for a while. */
    OPEN,
    /** The pause is over: one call is a probe. */
    HALF_OPEN
  }

  /**
   * @param error what failed last, in a sentence; null after a success
   * @param waiting messages that have no answer yet
   * @param inDoubt those among them of which nobody knows whether they arrived
   */
  public record State(
      Circuit circuit,
      @JsonbNillable @Nullable OffsetDateTime succeededAt,
      @JsonbNillable @Nullable OffsetDateTime failedAt,
      @JsonbNillable @Nullable String error,
      long waiting,
      long inDoubt) {}
}
