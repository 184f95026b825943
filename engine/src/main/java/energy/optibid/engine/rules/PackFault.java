package energy.optibid.engine.rules;

/**
 * One thing wrong with a rule pack file.
 *
 * @param line line of the file, the header being line 1
 * @param column column of the file, empty when the whole line is meant
 * @param reason what is wrong, one sentence
 */
public record PackFault(long line, String column, String reason) {}
