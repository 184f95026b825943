package energy.optibid.web.operations;

/**
 * Why an event is given up.
 *
 * @param reason a sentence for the audit trail, up to 500 characters
 */
public record DiscardInput(String reason) {}
