package energy.optibid.imports.adapter;

import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.imports.Upload;
import energy.optibid.imports.Uploads;
import energy.optibid.imports.domain.Spool;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A folder of uploads, each a folder named by its id with files named by their place: nothing a
 * sender writes ever becomes part of a path. Jobs of another server do not see it.
 */
@ApplicationScoped
@Typed({Spool.class, Uploads.class})
public class FolderSpool implements Spool {
  private static final String SAMPLE = "optibid/samples/gme-2025-06-02/";

  private final Path folder;

  /**
   * @param home folder of the installation's data
   */
  @Inject
  public FolderSpool(@ConfigProperty(name = "optibid.home") Optional<String> home) {
    this(Path.of(home.orElse(System.getProperty("java.io.tmpdir") + File.separator + "optibid")));
  }

  FolderSpool(Path home) {
    this.folder = home.resolve("spool");
  }

  @Override
  public Upload open() throws IOException {
    UUID id = Ids.next();
    Path place = folder.resolve(id.toString());
    Files.createDirectories(place);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    return new SpooledUpload(id, place);
  }

  @Override
  public Upload openSample() throws IOException {
    Upload upload = open();
    for (GmeFileKind kind : GmeFileKind.values()) {
      for (String name : List.of(kind.baseName() + ".csv.gz", kind.baseName() + ".csv")) {
        try (InputStream content =
            FolderSpool.class.getClassLoader().getResourceAsStream(SAMPLE + name)) {
          if (content != null) {
            upload.add(name, content);
          }
        }
      }
    }
    return upload;
  }

  @Override
  public List<SpooledFile> files(UUID upload, List<String> names) {
    Path place = folder.resolve(upload.toString());
    List<SpooledFile> files = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Path file = place.resolve(Integer.toString(i));
      if (!Files.isRegularFile(file)) {
        throw new ProblemException(
            ProblemCode.UNAVAILABLE,
            "The uploaded files are not on this server any more; send them again.");
      }
      files.add(new OnDisk(names.get(i), file));
    }
    return files;
  }

  @Override
  public void discard(UUID upload) {
    remove(folder.resolve(upload.toString()));
  }

  static void remove(Path place) {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> content = Files.walk(place)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record OnDisk(String name, Path path) implements SpooledFile {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public long bytes() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
