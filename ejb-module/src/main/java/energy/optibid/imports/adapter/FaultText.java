package energy.optibid.imports.adapter;

import energy.optibid.imports.ImportFault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Faults in PostgreSQL's text form of COPY. Their texts come from strangers' files. */
final class FaultText {
  private FaultText() {}

  static CharSequence of(UUID importId, UUID organization, List<ImportFault> faults) {
    StringBuilder rows = new StringBuilder();
    int position = 0;
    for (ImportFault fault : faults) {
      rows.append(importId)
          .append('\t')
          .append(organization)
          .append('\t')
          .append(position++)
          .append('\t')
          .append(escaped(fault.file()))
          .append('\t')
          .append(fault.line())
          .append('\t')
          .append(escaped(fault.field()))
          .append('\t')
          .append(escaped(fault.code()))
          .append('\t')
          .append(escaped(fault.reason()))
          .append('\t')
          .append(escaped(fault.value()))
          .append('\n');
    }
    return rows;
  }

  /** PostgreSQL knows no NUL in a text; what COPY reads as a sign of its own gets a backslash. */
  private static String escaped(@Nullable String text) {
    if (text == null) {
      return "\\N";
    }
    return text.replace("\0", "\uFFFD")
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
