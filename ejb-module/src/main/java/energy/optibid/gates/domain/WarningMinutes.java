package energy.optibid.gates.domain;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Minutes before a gate at which somebody is warned. */
public final class WarningMinutes {
  private static final int MOST = 5;
  private static final int LONGEST = 24 * 60;

  private WarningMinutes() {}

  /**
   * The minutes, the earliest warning first.
   *
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static List<Integer> of(@Nullable List<Integer> wanted) {
    List<Integer> minutes = wanted == null ? List.of() : wanted;
    List<Fault> faults = new ArrayList<>();
    if (minutes.isEmpty() || minutes.size() > MOST) {
      faults.add(new Fault("/minutes", "length", "Give 1 to 5 warnings."));
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < minutes.size(); i++) {
      int minute = minutes.get(i);
      if (minute < 1 || minute > LONGEST) {
        faults.add(new Fault("/minutes/" + i, "range", "Must be from 1 to 1,440 minutes."));
      } else if (!seen.add(minute)) {
        faults.add(new Fault("/minutes/" + i, "twice", "This warning is there already."));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "Some values are not acceptable.", faults);
    }
    return minutes.stream().sorted(Comparator.reverseOrder()).toList();
  }
}
