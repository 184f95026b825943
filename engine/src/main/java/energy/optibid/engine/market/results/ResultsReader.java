package energy.optibid.engine.market.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads files of one format. What stands in an earlier file of the same reader is a duplicate in a
 * later one.
 */
public interface ResultsReader {
  /**
   * Reads to the end of the stream, plain or gzip, which is left open. A file counts whole or not
   * at all, which is known only at its end: whoever takes the blocks drops them when the report is
   * not {@linkplain ResultsReport#accepted() accepted}.
   *
   * @param file name of the file, for refusals
   * @throws IOException if the stream fails; bad content never throws
   */
  ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink) throws IOException;
}
