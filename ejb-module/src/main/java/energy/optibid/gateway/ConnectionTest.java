package energy.optibid.gateway;

/**
 * What came of testing a connection.
 *
 * @param passed the exchange answered as a member is answered, or the folder can be written to
 * @param message a sentence for people
 * @param millis how long it took, ms
 */
public record ConnectionTest(boolean passed, String message, long millis) {}
