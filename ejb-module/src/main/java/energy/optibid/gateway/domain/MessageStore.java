package energy.optibid.gateway.domain;

import energy.optibid.gateway.domain.ExchangeMessage.Answer;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of what exchanges are told. Every method works in the caller's transaction. */
public interface MessageStore {
  /** Writes down a message that was never told. */
  void add(ExchangeMessage message, UUID auctionId, Instant at);

  /**
   * Claims the next message that is due, of any organisation; of a bid the earliest only, of an
   * exchange that fails one at a time. Nobody else claims it for as long as two calls may last. In
   * a transaction of the platform.
   */
  Optional<ExchangeMessage> claim(Instant now);

  /** Holds a message if its claim still stands; empty when somebody else has it or it is over. */
  Optional<ExchangeMessage> hold(ExchangeMessage claimed);

  /** The message of a connection that brought an order there under a reference, held. */
  Optional<ExchangeMessage> holdOrder(UUID connectionId, String reference);

  /** The message of a connection that asks an order back and has no answer yet, held. */
  Optional<ExchangeMessage> holdRecall(UUID connectionId, String reference);

  /** It leaves now, for the first time or again; it stays claimed. */
  void left(ExchangeMessage message, Instant at);

  /** It has no answer: in which state, when it is looked at again, and what went wrong. */
  void open(
      ExchangeMessage message, State state, Instant dueAt, int failures, @Nullable String error);

  /** It has its answer. */
  void answered(ExchangeMessage message, Answer answer, Instant at);

  /** Our reference of a submission, if it was told to an exchange. */
  Optional<String> referenceOf(UUID submissionId);

  /** The exchange answered. */
  void succeeded(ExchangeMessage message, Instant at);

  /** It did not, and is left alone as {@link CircuitRules} says. */
  void failed(ExchangeMessage message, String error, Instant at);

  /** Something a person has to look at. */
  void fault(UUID connectionId, String code, String subject, String text, Instant at);
}
