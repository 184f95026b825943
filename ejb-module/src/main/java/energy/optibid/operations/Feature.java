package energy.optibid.operations;

import org.jspecify.annotations.Nullable;

/** Something people can do here, and how well. */
public record Feature(String name, Extent state, @Nullable String reason) {
  /** How much of a feature there is. */
  public enum Extent {
    FULL,
    FALLBACK,
    OFF
  }
}
