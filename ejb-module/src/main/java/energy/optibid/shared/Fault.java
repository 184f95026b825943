package energy.optibid.shared;

/**
 * One refused value of a request.
 *
 * @param field JSON pointer to it, for example {@code /blocks/3/points/1/price}
 * @param code stable name of the rule, for example {@code tick} or {@code monotone}
 * @param message a sentence a trader understands
 */
public record Fault(String field, String code, String message) {}
