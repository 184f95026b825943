package energy.optibid.engine.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule pack that may not be used; names every fault of it. */
public final class RulePackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  RulePackException(String pack, List<PackFault> faults) {
    super(
        faults.stream()
            .map(f -> pack + ":" + f.line() + " " + f.column() + ": " + f.reason())
            .collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault, in the order of the file. */
  public List<PackFault> faults() {
    return faults;
  }
}
