package energy.optibid.gateway.adapter;

import energy.optibid.bidding.VenueReports;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ExchangeLink;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.LinkAnswer;
import energy.optibid.gateway.domain.LinkAnswer.Absent;
import energy.optibid.gateway.domain.MessageDelivery;
import energy.optibid.gateway.domain.MessageDelivery.Step;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells exchanges what is due, one message at a time and never in a transaction: what leaves is
 * noted before, what came of it afterwards. A server that dies in between leaves a message of which
 * nobody knows whether it arrived; whoever claims it next asks the exchange.
 */
@ApplicationScoped
public class MessageSender {
  private static final Logger LOG = Logger.getLogger(MessageSender.class.getName());
  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final MessageStore messages;
  private final ConnectionStore connections;
  private final ExchangeLinks links;
  private final MessageDelivery delivery;
  private final Clock clock;

  @Inject
  public MessageSender(
      PlatformTransactions platform,
      Transactions transactions,
      MessageStore messages,
      ConnectionStore connections,
      ExchangeLinks links,
      VenueReports reports,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.messages = messages;
    this.connections = connections;
    this.links = links;
    this.delivery = new MessageDelivery(messages, reports);
    this.clock = clock;
  }

  /**
   * Works on the message that is due next, if there is one.
   *
   * @return whether there was one
   */
  public boolean next() {
    Optional<ExchangeMessage> claimed = platform.call(() -> messages.claim(clock.instant()));
    claimed.ifPresent(this::work);
    return claimed.isPresent();
  }

  private void work(ExchangeMessage message) {
    Failpoint.hit("gateway.claimed");
    try {
      Tenancy.runAs(
          Tenancy.jobCaller(new OrganizationId(message.organization()), Tenancy.NOBODY),
          () -> tell(message));
    } catch (ProblemException contradiction) {
      LOG.log(Level.WARNING, "order " + message.reference(), contradiction);
      later(message, contradiction.detail());
    }
  }

  private void tell(ExchangeMessage claimed) {
    ConnectionSettings settings =
        inTransaction(() -> connections.settings(claimed.connectionId()).orElseThrow());
    Step step = inTransaction(() -> delivery.prepare(claimed, clock.instant()));
    if (step == Step.NONE) {
      return;
    }
    Failpoint.hit("gateway.sent_noted");
    ExchangeLink link = links.of(settings);
    switch (step) {
      case PLACE -> {
        LinkAnswer answer = called(link.place(claimed));
        note(() -> delivery.placed(claimed, answer, askAt(link, claimed), clock.instant()));
      }
      case TAKE_BACK -> {
        LinkAnswer answer = called(link.takeBack(claimed));
        note(() -> delivery.tookBack(claimed, answer, askAt(link, claimed), clock.instant()));
      }
      case ASK -> reconcile(claimed, link, settings.attempts());
      case NONE -> {}
    }
  }

  /** The exchange's own book decides; what it does not have goes again or never will. */
  private void reconcile(ExchangeMessage claimed, ExchangeLink link, int attempts) {
    LinkAnswer held = called(link.ask(claimed));
    if (!(held instanceof Absent)) {
      note(() -> delivery.asked(claimed, held, askAt(link, claimed), clock.instant()));
    } else if (delivery.goesAgain(claimed, attempts, clock.instant())) {
      if (inTransaction(() -> delivery.leavesAgain(claimed, clock.instant()))) {
        LinkAnswer answer = called(link.place(claimed));
        note(() -> delivery.placedAgain(claimed, answer, askAt(link, claimed), clock.instant()));
      }
    } else {
      LinkAnswer barred = called(link.bar(claimed));
      String reason =
          claimed.isBeforeGate(clock.instant())
              ? "The exchange did not get it in " + attempts + " attempts."
              : "The exchange did not have it when the gate closed.";
      note(() -> delivery.barred(claimed, barred, reason, clock.instant()));
    }
  }

  private static LinkAnswer called(LinkAnswer answer) {
    Failpoint.hit("gateway.called");
    return answer;
  }

  private Instant askAt(ExchangeLink link, ExchangeMessage message) {
    return link.askAt(message, clock.instant());
  }

  private void note(Runnable work) {
    boolean ignored =
        inTransaction(
            () -> {
              work.run();
              Failpoint.hit("gateway.answered");
              return true;
            });
    Failpoint.hit("gateway.noted");
  }

  /** The exchange says what cannot be: people are told, and it is asked again later. */
  private void later(ExchangeMessage claimed, String why) {
    Tenancy.runAs(
        Tenancy.jobCaller(new OrganizationId(claimed.organization()), Tenancy.NOBODY),
        () -> {
          boolean ignored =
              inTransaction(
                  () -> {
                    delivery.contradicted(claimed, why, clock.instant());
                    return true;
                  });
        });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return transactions.call(work);
  }
}
