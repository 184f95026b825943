package energy.optibid.engine.simulation;

/** What a simulated participant does for a living, which decides how its curves are drawn. */
public enum ParticipantKind {
  /** Coal fleet: units in merit order, sells what its contracts leave over. */
  COAL,
  /** Gas and imported coal: dear, sells only in scarcity. */
  GAS,
  /** Hydro with storage: keeps its water for the dear hours. */
  HYDRO,
  WIND,
  SOLAR,
  /** Distribution company: buys what its contracts lack, sells what they exceed. */
  DISCOM,
  /** Industry with open access: buys while the exchange is cheaper than its other supply. */
  INDUSTRY,
  /** Trader: buys below and sells above its own view of the price. */
  TRADER
}
