package energy.optibid.gateway.domain;

import energy.optibid.gateway.ConnectionTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One connection at work. Nothing here throws because of the exchange; nothing is transactional.
 */
public interface ExchangeLink {
  /** Has the exchange take an order; telling it again changes nothing there. */
  LinkAnswer place(ExchangeMessage order);

  /** Asks an order back; never again will the exchange take it under this reference. */
  LinkAnswer takeBack(ExchangeMessage order);

  /**
   * Has the exchange never take an order under this reference, unless it has already: that is
   * {@link LinkAnswer.Refused} then, and changes nothing. Taking back instead would lose what the
   * order replaced.
   */
  LinkAnswer bar(ExchangeMessage order);

  /** Asks what the exchange holds under a reference. */
  LinkAnswer ask(ExchangeMessage order);

  /**
   * When an exchange that said {@link LinkAnswer.Later} is to be asked, if it did not speak before.
   */
  Instant askAt(ExchangeMessage order, Instant now);

  /**
   * The latest result of a market's day, if the exchange is asked for results and has one.
   *
   * @throws UnreadableFile when what it says is no result
   */
  Optional<ResultFile> result(String marketCode, LocalDate day) throws UnreadableFile;

  /** Whether it can be used, without doing anything. */
  ConnectionTest test();
}
