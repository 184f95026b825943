package energy.optibid.imports.adapter;

import energy.optibid.imports.Upload;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** An upload written to a folder of its own as it arrives. */
final class SpooledUpload implements Upload {
  static final long MOST_BYTES = 64L * 1024 * 1024;
  static final int MOST_FILES = 20;
  private static final int LONGEST_NAME = 200;

  private final UUID id;
  private final Path place;
  private final List<String> names = new ArrayList<>();
  private final MessageDigest digest;
  private long bytes;

  SpooledUpload(UUID id, Path place) {
    this.id = id;
    this.place = place;
    this.digest = Sha256.begin();
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public void add(String name, InputStream content) throws IOException {
    if (names.size() == MOST_FILES) {
      throw new ProblemException(
          ProblemCode.TOO_LARGE, "An import has at most " + MOST_FILES + " files.");
    }
    String shown = shown(name);
    digest.update(shown.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    Path file = place.resolve(Integer.toString(names.size()));
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw new ProblemException(
              ProblemCode.TOO_LARGE, "The files of an import are at most 64 MiB in all.");
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    names.add(shown);
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public String digest() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be cloned", e);
    }
  }

  @Override
  public void discard() {
    FolderSpool.remove(place);
  }

  /** The last part of what may be a path, without control characters. */
  private static String shown(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      return "unnamed";
    }
    return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }
}
