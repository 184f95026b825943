package energy.optibid.engine.rules;

import java.time.LocalDate;

/** A rule pack says nothing about a parameter on a delivery day. */
public final class RuleMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleMissingException(String market, String parameter, LocalDate day) {
    super("the rule pack " + market + " has no " + parameter + " for " + day);
  }
}
