package energy.optibid.settlement;

import static energy.optibid.settlement.DisputeState.ACCEPTED;
import static energy.optibid.settlement.DisputeState.CLOSED;
import static energy.optibid.settlement.DisputeState.OPEN;
import static energy.optibid.settlement.DisputeState.REJECTED;
import static energy.optibid.settlement.DisputeState.SUBMITTED;
import static energy.optibid.settlement.DisputeState.WITHDRAWN;

import java.util.Locale;
import java.util.Set;

/** A step of a dispute from one state to the next. */
public enum DisputeStep {
  SUBMIT(SUBMITTED, OPEN),
  ACCEPT(ACCEPTED, SUBMITTED),
  REJECT(REJECTED, SUBMITTED),
  WITHDRAW(WITHDRAWN, OPEN, SUBMITTED),
  CLOSE(CLOSED, ACCEPTED, REJECTED, WITHDRAWN);

  private final DisputeState to;
  private final Set<DisputeState> from;

  DisputeStep(DisputeState to, DisputeState... from) {
    this.to = to;
    this.from = Set.of(from);
  }

  /** The name used in the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be taken in that state. */
  public boolean isPossibleIn(DisputeState state) {
    return from.contains(state);
  }

  /** The state it leads to. */
  public DisputeState target() {
    return to;
  }
}
