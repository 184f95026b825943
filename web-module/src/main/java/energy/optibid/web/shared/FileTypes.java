package energy.optibid.web.shared;

/** Media types of files that JAX-RS has no constant for. */
public final class FileTypes {
  /** RFC 4180. */
  public static final String CSV = "text/csv";

  private FileTypes() {}
}
