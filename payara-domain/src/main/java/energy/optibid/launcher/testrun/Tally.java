package energy.optibid.launcher.testrun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The sum over all runners.
 *
 * @param passed number of tests that passed
 * @param failures name of each test that failed, and what it said
 * @param skips name and reason of each test that did not run
 */
public record Tally(int passed, List<String> failures, List<String> skips) {
  private static final int LONGEST_MESSAGE = 400;

  /** How a test says that it needs market data nobody may pass on. */
  private static final String REAL_DATA_MISSING = "real data not found";

  /** Nothing has run yet. */
  public static final Tally NONE = new Tally(0, List.of(), List.of());

  public Tally {
    failures = List.copyOf(failures);
    skips = List.copyOf(skips);
  }

  /** A check that is no test framework's: it passed or failed as a whole. */
  public static Tally check(String name, boolean passed) {
    return passed ? new Tally(1, List.of(), List.of()) : new Tally(0, List.of(name), List.of());
  }

  /** Something that could not run here. */
  public static Tally skipped(String name, String reason) {
    return new Tally(0, List.of(), List.of(name + ": " + reason));
  }

  /** Reads one report in JUnit's XML format, which all our runners write. */
  public static Tally of(Path report) {
    NodeList cases = cases(report);
    int passed = 0;
    List<String> failures = new ArrayList<>();
    List<String> skips = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String name = (test.getAttribute("classname") + " " + test.getAttribute("name")).strip();
      if (has(test, "failure") || has(test, "error")) {
        failures.add(name + said(test));
      } else if (has(test, "skipped")) {
        Element skip = (Element) test.getElementsByTagName("skipped").item(0);
        String reason = skip.getAttribute("message");
        skips.add(name + ": " + (reason.isBlank() ? "no reason given" : reason));
      } else {
        passed++;
      }
    }
    return new Tally(passed, failures, skips);
  }

  /** Both together. */
  public Tally plus(Tally other) {
    List<String> allFailures = new ArrayList<>(failures);
    allFailures.addAll(other.failures);
    List<String> allSkips = new ArrayList<>(skips);
    allSkips.addAll(other.skips);
    return new Tally(passed + other.passed, allFailures, allSkips);
  }

  /** The same where a test that did not run has failed, but for want of real market data. */
  public Tally leavingNothingOut() {
    List<String> left = new ArrayList<>();
    List<String> allFailures = new ArrayList<>(failures);
    for (String skip : skips) {
      if (skip.contains(REAL_DATA_MISSING)) {
        left.add(skip);
      } else {
        allFailures.add("did not run: " + skip);
      }
    }
    return new Tally(passed, allFailures, left);
  }

  /** True when tests ran and none failed. */
  public boolean succeeded() {
    return failures.isEmpty() && passed > 0;
  }

  /** The line everything ends with. */
  public String summary() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failures.size(), skips.size());
  }

  private static String said(Element test) {
    NodeList outcomes = test.getElementsByTagName(has(test, "failure") ? "failure" : "error");
    String message =
        ((Element) outcomes.item(0)).getAttribute("message").strip().replaceAll("\\s+", " ");
    if (message.isEmpty()) {
      return "";
    }
    return ": "
        + (message.length() > LONGEST_MESSAGE
            ? message.substring(0, LONGEST_MESSAGE) + " …"
            : message);
  }

  private static boolean has(Element test, String outcome) {
    return test.getElementsByTagName(outcome).getLength() > 0;
  }

  private static NodeList cases(Path report) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("unreadable test report " + report, e);
    }
  }
}
