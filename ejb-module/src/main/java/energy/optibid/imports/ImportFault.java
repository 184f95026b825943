package energy.optibid.imports;

import org.jspecify.annotations.Nullable;

/**
 * One reason why an import was rejected.
 *
 * @param file the file; empty when the fault lies between files
 * @param line line of the file, the header being line 1; 0 when no line is to blame
 * @param field column; empty where the whole line is meant
 * @param code stable name of the rule, for example {@code price_tick}
 * @param reason one sentence a trader understands
 * @param value the offending text, shortened
 */
public record ImportFault(
    String file, long line, String field, String code, String reason, @Nullable String value) {}
