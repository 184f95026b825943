package energy.optibid.files;

import java.io.InputStream;

/**
 * A file, or a piece of it, on its way out; whoever asked for it closes the stream.
 *
 * @param content the whole file, or the piece that was asked for
 */
public record FileContent(StoredFile file, InputStream content) {}
