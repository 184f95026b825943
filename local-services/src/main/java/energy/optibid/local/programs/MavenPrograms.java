package energy.optibid.local.programs;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Java programs from Maven, with all they depend on. */
public final class MavenPrograms {
  private MavenPrograms() {}

  /**
   * The folder of the jars, for a class path of {@code folder/*}.
   *
   * @param name what is in it, its version included
   * @param coordinates {@code group:artifact:version} each
   * @throws LaunchFailure where Maven cannot fetch them
   */
  public static Path libraries(String name, String... coordinates) {
    List<String> wanted = List.of(coordinates);
    return ProgramCache.folder("maven-" + name, into -> fetch(into, name, wanted)).resolve("lib");
  }

  private static void fetch(Path into, String name, List<String> coordinates) {
    try {
      Files.writeString(into.resolve("pom.xml"), pom(coordinates));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.Result answer =
        Command.run(
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:"
                    + Versions.of("maven-dependency-plugin")
                    + ":copy-dependencies",
                "-DincludeScope=runtime",
                "-DoutputDirectory=lib"),
            Map.of(),
            into);
    if (!answer.succeeded()) {
      throw new LaunchFailure(
          "Maven could not fetch %s: %s"
              .formatted(name, answer.output().lines().limit(5).toList()));
    }
  }

  private static String pom(List<String> coordinates) {
    StringBuilder dependencies = new StringBuilder();
    for (String coordinate : coordinates) {
      String[] parts = coordinate.split(":");
      dependencies.append(
          "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>%n"
              .formatted(parts[0], parts[1], parts[2]));
    }
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>energy.optibid</groupId><artifactId>programs</artifactId><version>1</version>
      <packaging>pom</packaging>
      <dependencies>%s</dependencies>
    </project>
    """
        .formatted(dependencies);
  }
}
