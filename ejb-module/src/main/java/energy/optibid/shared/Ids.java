package energy.optibid.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of aggregates: UUIDv7 (RFC 9562), so that newer rows sort after older ones. */
public final class Ids {

  private Ids() {}

  /** A fresh identifier; rises with time, also within one millisecond on one server. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
