package energy.optibid.files;

/** What a file is kept for. */
public enum FilePurpose {
  DOCUMENT,
  CONTRACT,
  /** For a dispute about a statement. */
  EVIDENCE,
  METER_DATA
}
