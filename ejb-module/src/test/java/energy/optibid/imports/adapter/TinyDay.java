package energy.optibid.imports.adapter;

import energy.optibid.engine.market.gme.GmeFileKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small but complete day in GME's format, as lines that a test may spoil. */
final class TinyDay {
  static final List<String> ZONES = List.of("CALA", "CNOR", "CSUD", "NORD", "SARD", "SICI", "SUD");
  private static final List<String> LINKS =
      List.of("CALA,SICI", "CALA,SUD", "CNOR,CSUD", "CNOR,NORD", "CSUD,SARD", "CSUD,SUD");
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Map<GmeFileKind, List<String>> files = new EnumMap<>(GmeFileKind.class);

  TinyDay(LocalDate day) {
    for (GmeFileKind kind :
        List.of(
            GmeFileKind.BID_CURVES,
            GmeFileKind.INTERNAL_TRANSFER_CAPACITIES,
            GmeFileKind.PUBLISHED_EXCHANGES,
            GmeFileKind.PUBLISHED_PRICES)) {
      files.put(kind, new ArrayList<>(List.of(kind.header())));
    }
    ZonedDateTime midnight = day.atStartOfDay(ROME);
    long periods = Duration.between(midnight, day.plusDays(1).atStartOfDay(ROME)).toHours();
    for (int period = 1; period <= periods; period++) {
      String start = midnight.plusHours(period - 1L).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      addPeriod(start + "," + day + "," + period + ",", period);
    }
  }

  private void addPeriod(String key, int period) {
    for (String zone : ZONES) {
      lines(GmeFileKind.BID_CURVES).add(key + zone + ",demand,4000.0,100.0");
      lines(GmeFileKind.BID_CURVES).add(key + zone + ",demand,80.5,20.25");
      lines(GmeFileKind.BID_CURVES).add(key + zone + ",supply,0.0,60.0");
      lines(GmeFileKind.BID_CURVES).add(key + zone + ",supply," + (50 + period) + ".0,74.9");
      lines(GmeFileKind.PUBLISHED_PRICES)
          .add(key + zone + String.format(Locale.ROOT, ",%d.123456", 50 + period));
    }
    LINKS.forEach(
        link -> lines(GmeFileKind.INTERNAL_TRANSFER_CAPACITIES).add(key + link + ",1567.0,1048.0"));
    lines(GmeFileKind.PUBLISHED_EXCHANGES).add(key + "NORD,SVIZ,-30.5");
    lines(GmeFileKind.PUBLISHED_EXCHANGES).add(key + "SUD,GREC,0.0");
  }

  List<String> lines(GmeFileKind kind) {
    List<String> lines = files.get(kind);
    if (lines == null) {
      throw new IllegalArgumentException("no file of " + kind);
    }
    return lines;
  }

  byte[] text(GmeFileKind kind) {
    return (String.join("\n", lines(kind)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  List<GmeFileKind> kinds() {
    return List.copyOf(files.keySet());
  }
}
