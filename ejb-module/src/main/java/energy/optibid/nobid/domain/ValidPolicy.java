package energy.optibid.nobid.domain;

import energy.optibid.nobid.NoBidAction;
import energy.optibid.nobid.NoBidPolicies;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A policy that can be followed. */
public record ValidPolicy(NoBidAction action, @Nullable UUID templateId, int minutesBefore) {
  private static final int USUAL_MINUTES = 5;
  private static final int MOST_MINUTES = 720;

  /**
   * @param hasTemplate whether the organisation has such a template
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidPolicy of(NoBidPolicies.Input input, Predicate<UUID> hasTemplate) {
    List<Fault> faults = new ArrayList<>();
    NoBidAction action = input.action();
    UUID template = input.templateId();
    if (action == null) {
      faults.add(new Fault("/action", "required", "Say what to do: default, last or none."));
    } else if (action == NoBidAction.DEFAULT && template == null) {
      faults.add(new Fault("/templateId", "required", "Say which template is the default."));
    } else if (action != NoBidAction.DEFAULT && template != null) {
      faults.add(new Fault("/templateId", "action", "Only a default has a template."));
    }
    if (template != null && !hasTemplate.test(template)) {
      faults.add(new Fault("/templateId", "unknown", "There is no such template."));
    }
    int minutes = input.minutesBefore() == null ? USUAL_MINUTES : input.minutesBefore();
    if (minutes < 1 || minutes > MOST_MINUTES) {
      faults.add(new Fault("/minutesBefore", "range", "Must be from 1 to 720 minutes."));
    }
    if (action == null || !faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          faults.size() == 1
              ? faults.get(0).message()
              : "The policy has " + faults.size() + " faults.",
          faults);
    }
    return new ValidPolicy(action, template, minutes);
  }
}
