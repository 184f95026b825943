package energy.optibid.launcher.server;

import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Payara Server's own files, unpacked once per version from the zip Maven brought. */
final class ServerHome {
  private ServerHome() {}

  /**
   * Unpacks the distribution below the folder unless that has been done.
   *
   * @param archives folder with exactly one {@code payara-*.zip}
   * @return the folder called {@code glassfish}
   */
  static Path unpackedIn(Path folder, Path archives) {
    Path archive = theArchive(archives);
    Path target = folder.resolve(archive.getFileName().toString().replaceFirst("\\.zip$", ""));
    Path done = target.resolve("unpacked");
    if (!Files.exists(done)) {
      try {
        unpack(archive, OwnerOnly.folder(target));
        Files.createFile(done);
      } catch (IOException e) {
        throw new LaunchFailure(
            "Payara Server could not be unpacked into %s (%s).".formatted(target, e.getMessage()),
            e);
      }
    }
    return target.resolve("payara6/glassfish");
  }

  private static Path theArchive(Path archives) {
    try (var files = Files.newDirectoryStream(archives, "payara-*.zip")) {
      for (Path file : files) {
        return file;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new LaunchFailure(
        "There is no Payara Server zip in %s; build with mvn package first.".formatted(archives));
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
