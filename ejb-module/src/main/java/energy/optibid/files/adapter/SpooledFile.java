package energy.optibid.files.adapter;

import energy.optibid.files.domain.FileStore.Content;
import energy.optibid.files.domain.MediaTypes;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Content written to disk as it arrives; closing removes it. */
record SpooledFile(Content content, byte[] head) implements AutoCloseable {
  static final String PREFIX = "incoming-";

  /**
   * @param largest bytes that are taken at most
   * @throws ProblemException {@code too_large}
   */
  static SpooledFile of(InputStream content, Path folder, long largest) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path file = Files.createTempFile(folder, PREFIX, "");
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      MessageDigest digest = Sha256.begin();
      byte[] head = content.readNBytes(MediaTypes.LOOKED_AT);
      long size = 0;
      byte[] buffer = Arrays.copyOf(head, 64 * 1024);
      for (int read = head.length; read > 0; read = content.read(buffer)) {
        size += read;
        if (size > largest) {
          throw new ProblemException(
              ProblemCode.TOO_LARGE, "A file has at most %,d bytes here.".formatted(largest));
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
      complete = true;
      return new SpooledFile(
          new Content(file, size, HexFormat.of().formatHex(digest.digest())), head);
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(content.file());
  }
}
