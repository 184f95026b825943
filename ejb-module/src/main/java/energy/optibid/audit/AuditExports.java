package energy.optibid.audit;

import java.io.IOException;
import java.io.OutputStream;

/** Sealed entries of the caller's organisation as files. */
public interface AuditExports {

  /**
   * Sealed entries that the query finds, in the order of the chain. {@link Format#JSONL} has one
   * entry a line in the form that is hashed, so that the file can be verified by anybody.
   */
  File export(Format format, AuditQuery query);

  /** The forms of a file. */
  enum Format {
    CSV,
    JSONL
  }

  /**
   * A file that is read and written as it is sent.
   *
   * @param name letters, digits, {@code . _ -} only
   */
  record File(String name, Format format, Content content) {}

  /** What is in the file. */
  @FunctionalInterface
  interface Content {
    /** Writes the whole file, in a transaction of its own; the stream is left open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
