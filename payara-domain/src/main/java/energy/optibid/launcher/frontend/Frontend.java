package energy.optibid.launcher.frontend;

import energy.optibid.launcher.home.Home;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Child;
import energy.optibid.local.process.Command;
import energy.optibid.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Next.js application in {@code frontend/}. */
public final class Frontend {
  private static final int OLDEST_NODE = 20;
  private static final Set<String> NOT_SOURCES =
      Set.of("node_modules", ".next", "test-results", "coverage", "e2e");
  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\.");

  private final Path folder;
  private final Home home;

  public Frontend(Path folder, Home home) {
    this.folder = folder;
    this.home = home;
  }

  /** True when this checkout has a frontend. */
  public boolean exists() {
    return Files.exists(folder.resolve("package.json"));
  }

  /** Where the process id of an installation's frontend is written. */
  public static PidFile pidFile(Home home) {
    return new PidFile(home.run().resolve("frontend.pid"));
  }

  /**
   * Insists on a Node that can build and run it.
   *
   * @throws LaunchFailure when Node is missing or too old
   */
  public static void requireNode() {
    String wayOut = "install Node %d or newer, or start with --no-frontend.".formatted(OLDEST_NODE);
    Command.Result result;
    try {
      result = Command.run(List.of("node", "--version"), Map.of(), Path.of("/"));
    } catch (LaunchFailure missing) {
      throw new LaunchFailure("The user interface needs Node, which is not installed: " + wayOut);
    }
    Matcher version = NODE_VERSION.matcher(result.output());
    if (!version.find() || Integer.parseInt(version.group(1)) < OLDEST_NODE) {
      throw new LaunchFailure(
          "The user interface needs a newer Node than %s: %s"
              .formatted(result.output().strip(), wayOut));
    }
  }

  /** True when packages and pages are as their sources want them. */
  public boolean isBuilt() {
    return packagesAreInstalled() && stampIs(pagesStamp(), sources());
  }

  /** Installs packages and builds pages where their sources have changed. */
  public void build() {
    installPackages();
    String sources = sources();
    if (!stampIs(pagesStamp(), sources)) {
      run("next build", List.of("npm", "run", "build"));
      stamp(pagesStamp(), sources);
    }
  }

  /** Installs the packages the lock file names, unless that has been done. */
  public void installPackages() {
    if (!packagesAreInstalled()) {
      run("npm ci", List.of("npm", "ci", "--no-audit", "--no-fund"));
      stamp(packagesStamp(), lockFile());
    }
  }

  /** Starts it; its address answers a little later. */
  public Process start(String bind, int port, Map<String, String> environment) {
    return child()
        .start(
            List.of(
                "node",
                "node_modules/next/dist/bin/next",
                "start",
                "--port",
                Integer.toString(port),
                "--hostname",
                bind),
            environment,
            folder);
  }

  /** The frontend's output and process id. */
  public Child child() {
    return new Child(home.logs().resolve("frontend.log"), pidFile(home));
  }

  private void run(String what, List<String> command) {
    Command.Result result = Command.run(command, Map.of("NEXT_TELEMETRY_DISABLED", "1"), folder);
    if (!result.succeeded()) {
      throw new LaunchFailure(
          "%s failed in %s: %n%s".formatted(what, folder, result.output().strip()));
    }
  }

  private boolean packagesAreInstalled() {
    return stampIs(packagesStamp(), lockFile());
  }

  private Path packagesStamp() {
    return folder.resolve("node_modules/.optibid-stamp");
  }

  private Path pagesStamp() {
    return folder.resolve(".next/.optibid-stamp");
  }

  private String lockFile() {
    return describe(folder.resolve("package-lock.json"));
  }

  private static boolean stampIs(Path file, String content) {
    try {
      return Files.exists(file) && Files.readString(file).equals(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stamp(Path file, String content) {
    try {
      Files.writeString(file, content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name, size and time of every source file, in order. */
  private String sources() {
    Set<String> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return NOT_SOURCES.contains(String.valueOf(dir.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // both are rewritten by next build itself
              if (!file.endsWith("next-env.d.ts") && !file.toString().endsWith(".tsbuildinfo")) {
                found.add(describe(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join("\n", found);
  }

  private static String describe(Path file) {
    try {
      return "%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
