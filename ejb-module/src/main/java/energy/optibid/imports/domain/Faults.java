package energy.optibid.imports.domain;

import energy.optibid.engine.market.reading.Refusal;
import energy.optibid.imports.ImportFault;

/** Refusals of the engine in the words of imports. */
final class Faults {
  private Faults() {}

  static ImportFault of(Refusal refusal) {
    return new ImportFault(
        refusal.file(),
        refusal.line(),
        refusal.field(),
        refusal.code().code(),
        refusal.reason(),
        refusal.value().isEmpty() ? null : refusal.value());
  }
}
