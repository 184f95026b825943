package energy.optibid.launcher.testrun;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What only a run of everything takes, because it lasts for hours or fetches much: mutants of the
 * clearing, long random searches, servers that are installed first. Needs no installation.
 */
record LongSuites(Steps steps) {
  /** Percent of the clearing's mutants that a test must notice. */
  static final int LEAST_MUTATION_SCORE = 85;

  private static final String AUCTIONS = "20000";

  /** PIT on everything below {@code energy.optibid.engine.clearing}; one check in the sum. */
  Tally mutation() {
    int code =
        maven(
            "process-test-classes",
            "-Pmutation",
            "-pl",
            "config,engine",
            "-Dmutation.least=" + LEAST_MUTATION_SCORE);
    return Tally.check(
        "mutation score of the clearing, at least " + LEAST_MUTATION_SCORE + " %", code == 0);
  }

  /**
   * Random auctions of new seeds against the independent programme; then every property with a new
   * seed, ten times as often as it says in the engine and where it says nothing.
   */
  Tally fuzz() {
    long first = ThreadLocalRandom.current().nextLong(1L << 32);
    int auctions =
        maven(
            "test",
            "-pl",
            "config,engine",
            "-Dtest=AuctionSearchTest",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Doptibid.test.auctions=" + AUCTIONS,
            "-Doptibid.test.auctions.first=" + first,
            "-Dsurefire.reportNameSuffix=fuzz");
    int properties =
        maven(
            "test",
            "-pl",
            "config,engine,local-services,ejb-module",
            "-Dsurefire.excludeJUnit5Engines=junit-jupiter,archunit",
            "-Doptibid.test.tries.percent=1000",
            "-Djqwik.tries.default=10000",
            "-Dsurefire.reportNameSuffix=fuzz");
    return built("fuzz: auctions from seed " + first, auctions)
        .plus(built("fuzz: properties", properties));
  }

  /** Tests whose servers take long to fetch. */
  Tally services() {
    return built(
        "tests with servers that are fetched",
        maven(
            "verify",
            "-pl",
            "config,engine,local-services,ejb-module",
            "-Dtest.groups=services",
            "-Dtest.excluded="));
  }

  /** Tests count by their reports; a build that did not come so far is a failure of its own. */
  private static Tally built(String name, int code) {
    return code == 0 ? Tally.NONE : Tally.check(name, false);
  }

  private int maven(String phase, String... options) {
    List<String> line = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", phase));
    line.add("-Dmaven.test.failure.ignore=true");
    line.add("-Dspotless.check.skip=true");
    line.addAll(List.of(options));
    return steps.run(line);
  }
}
