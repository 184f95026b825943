package energy.optibid.engine.rules;

/** How a price-quantity curve is read between its points. */
public enum CurveKind {
  /** Each point is a step: its quantity is offered at its price and nothing in between. */
  STEP,
  /** Quantity is interpolated between neighbouring points. */
  LINEAR
}
