package energy.optibid.engine.simulation;

public enum Segment {
  DAM,
  GDAM,
  HPDAM,
  RTM
}
