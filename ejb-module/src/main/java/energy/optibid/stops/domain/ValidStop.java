package energy.optibid.stops.domain;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.stops.StopInput;
import energy.optibid.stops.StopScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop that can be placed: it says whose trading, and why.
 *
 * @param subjectId null for the whole organisation
 */
public record ValidStop(
    StopScope scope, @Nullable UUID subjectId, String subjectName, String reason) {
  private static final int LONGEST_REASON = 500;

  /** What the organisation has that can be stopped; names, where there is such a thing. */
  public interface Subjects {
    Optional<String> asset(UUID id);

    Optional<String> member(UUID id);

    /** The organisation's own. */
    String organization();
  }

  /** Whose trading is meant. */
  public record Subject(StopScope scope, @Nullable UUID id, String name) {}

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidStop of(StopInput input, Subjects subjects) {
    List<Fault> faults = new ArrayList<>();
    Subject subject = subject("/", input.scope(), input.subjectId(), subjects, faults);
    String reason = reason("/reason", input.reason(), faults);
    if (subject == null || !faults.isEmpty()) {
      throw refused(faults);
    }
    return new ValidStop(subject.scope(), subject.id(), subject.name(), reason);
  }

  /**
   * Whose trading is meant, without a reason yet.
   *
   * @throws ProblemException {@code validation_failed} with every fault, addressed at {@code
   *     ?scope} and {@code ?subjectId}
   */
  public static Subject subject(
      @Nullable StopScope scope, @Nullable UUID subjectId, Subjects subjects) {
    List<Fault> faults = new ArrayList<>();
    Subject subject = subject("?", scope, subjectId, subjects, faults);
    if (subject == null) {
      throw refused(faults);
    }
    return subject;
  }

  /**
   * Why a stop is released.
   *
   * @throws ProblemException {@code validation_failed} if it does not say, addressed at {@code
   *     ?reason}
   */
  public static String reason(@Nullable String reason) {
    List<Fault> faults = new ArrayList<>();
    String why = reason("?reason", reason, faults);
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return why;
  }

  private static @Nullable Subject subject(
      String at,
      @Nullable StopScope scope,
      @Nullable UUID id,
      Subjects subjects,
      List<Fault> faults) {
    if (scope == null) {
      faults.add(
          new Fault(
              at + "scope", "required", "Say what to stop: an asset, a trader or everything."));
      return null;
    }
    if (scope == StopScope.ORGANIZATION) {
      if (id != null) {
        faults.add(
            new Fault(at + "subjectId", "scope", "A stop of everything names no single subject."));
        return null;
      }
      return new Subject(scope, null, subjects.organization());
    }
    if (id == null) {
      faults.add(
          new Fault(
              at + "subjectId",
              "required",
              scope == StopScope.ASSET ? "Say which asset." : "Say which member."));
      return null;
    }
    Optional<String> name = scope == StopScope.ASSET ? subjects.asset(id) : subjects.member(id);
    if (name.isEmpty()) {
      faults.add(
          new Fault(
              at + "subjectId",
              "unknown",
              scope == StopScope.ASSET ? "There is no such asset." : "There is no such member."));
      return null;
    }
    return new Subject(scope, id, name.get());
  }

  private static String reason(String at, @Nullable String reason, List<Fault> faults) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      faults.add(new Fault(at, "required", "Say why, for whoever meets it."));
    } else if (why.length() > LONGEST_REASON) {
      faults.add(new Fault(at, "too_long", "A reason takes " + LONGEST_REASON + " characters."));
    }
    return why;
  }

  private static ProblemException refused(List<Fault> faults) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        faults.size() == 1 ? faults.get(0).message() : "The stop has " + faults.size() + " faults.",
        faults);
  }
}
