package energy.optibid.gates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the caller wants to be warned of a gate. */
public interface GateWarnings {

  Setting get();

  /**
   * Replaces it.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault,
   *     {@code precondition_failed} if the version has moved on
   */
  Setting put(long expectedVersion, Input input);

  /**
   * What is kept.
   *
   * @param minutes before a gate closes, by the exchange's own clock, the earliest warning first
   * @param sound whether a warning is heard as well as seen
   * @param version the entity tag; 0 before anything was set
   */
  record Setting(List<Integer> minutes, boolean sound, long version) {
    /** Before anything was set: 30, 10 and 2 minutes before, heard as well. */
    public static final Setting USUAL = new Setting(List.of(30, 10, 2), true, 0);

    public Setting {
      minutes = List.copyOf(minutes);
    }
  }

  /**
   * What a person wants.
   *
   * @param minutes 1 to 5 different ones, each from 1 to 1,440
   * @param sound heard if left out
   */
  record Input(@Nullable List<Integer> minutes, @Nullable Boolean sound) {}
}
