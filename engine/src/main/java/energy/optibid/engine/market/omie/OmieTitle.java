package energy.optibid.engine.market.omie;

import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file.
 *
 * @param day delivery day, in Madrid
 * @param subject what the file holds, in the operator's words
 */
record OmieTitle(LocalDate day, String subject) {
  /** How the operator writes a day. */
  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private static final int DAY_FIELD = 3;
  private static final int SUBJECT_FIELD = 4;

  /** The title, or null when refused. */
  static @Nullable OmieTitle read(String text, Refusals refusals) {
    String[] fields = text.split(";", -1);
    if (fields.length <= SUBJECT_FIELD
        || !fields[0].matches("OM(EL|IE) - Mercado de electricidad")) {
      refusals.add(
          1,
          "",
          text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER,
          "the first line is not the title of a file of OMEL or OMIE",
          text);
      return null;
    }
    try {
      return new OmieTitle(
          LocalDate.parse(fields[DAY_FIELD].strip(), DAY), fields[SUBJECT_FIELD].strip());
    } catch (DateTimeParseException e) {
      refusals.add(
          1,
          "",
          RefusalCode.DAY_FORM,
          "the title has no delivery day (DD/MM/YYYY); files of several days are not read",
          fields[DAY_FIELD]);
      return null;
    }
  }

  /** Refuses the file for what its title says. */
  void refuse(Refusals refusals, String reason) {
    refusals.add(1, "", RefusalCode.OTHER_DOCUMENT, reason, subject);
  }
}
