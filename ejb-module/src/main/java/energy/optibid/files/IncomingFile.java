package energy.optibid.files;

/**
 * A file that was received, judged and put where content lies, and that nothing points to yet.
 * Closing it takes it away again unless it was kept; where the transaction that kept it rolled
 * back, the sweeper does.
 */
public interface IncomingFile extends AutoCloseable {
  /** Tells one file from another: the same name, purpose and content give the same. */
  String digest();

  @Override
  void close();
}
