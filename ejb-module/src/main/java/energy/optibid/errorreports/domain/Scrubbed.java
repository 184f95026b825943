package energy.optibid.errorreports.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text without what belongs to a person, an organisation or a lock. */
public final class Scrubbed {
  private static final int LONGEST = 500;
  private static final Pattern TRACE = Pattern.compile("\\btrace ([A-Za-z0-9-]{8,64})\\b");

  private record Rule(Pattern pattern, String instead) {}

  private static final List<Rule> RULES =
      List.of(
          rule("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", "[token]"),
          rule("(?i)\\b(bearer|basic)\\s+\\S+", "$1 [token]"),
          rule(
              "(?i)\\b([\\w-]*(?:password|passwd|secret|token|api-?key|authorization))(\"?\\s*[=:]\\s*)\\S+",
              "$1$2[secret]"),
          rule("(\\w+://)[^\\s/@]+@", "$1[address]@"),
          rule("[\\w.+-]+@[\\w-]+\\.[\\w.-]+", "[e-mail]"),
          rule("\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b", "[id]"),
          rule("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b", "[ip]"),
          // values that databases quote: Key (email)=(…), Detail: …
          rule("=\\([^)]*\\)", "=([value])"),
          rule("'[^']*'", "'[value]'"));

  private Scrubbed() {}

  private static Rule rule(String pattern, String instead) {
    return new Rule(Pattern.compile(pattern), instead);
  }

  /** The text, shortened, with marks in place of addresses, names, keys and values. */
  public static String of(String text) {
    String clean = text;
    for (Rule rule : RULES) {
      clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
    }
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }

  /** The trace id a log message names. */
  public static Optional<String> traceId(String message) {
    Matcher found = TRACE.matcher(message);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
