package energy.optibid.risk.domain;

import energy.optibid.risk.ApprovalPolicy;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Refuses policies that cannot be kept. */
public final class ValidPolicy {
  private ValidPolicy() {}

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static void require(ApprovalPolicy.Input input) {
    List<Fault> faults = new ArrayList<>();
    BigDecimal value = input.value();
    String currency = input.currency();
    BigDecimal volume = input.volumeMwh();
    if (value != null) {
      Amounts.judge("/value", value, faults);
    }
    if (volume != null) {
      Amounts.judge("/volumeMwh", volume, faults);
    }
    if (value != null && currency == null) {
      faults.add(new Fault("/currency", "required", "Say in which currency the value is."));
    } else if (value == null && currency != null) {
      faults.add(new Fault("/currency", "value", "It means nothing without a value."));
    } else if (currency != null) {
      Amounts.currency("/currency", currency, faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The policy has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."),
          faults);
    }
  }
}
