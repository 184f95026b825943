package energy.optibid.files;

/**
 * What became of a file. Receiving and scanning are over before anybody sees it: they belong to the
 * request that brings it.
 */
public enum FileState {
  AVAILABLE,
  /** A virus was found in it; its content was thrown away. */
  REJECTED
}
