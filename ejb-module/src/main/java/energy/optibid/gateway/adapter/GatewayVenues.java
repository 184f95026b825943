package energy.optibid.gateway.adapter;

import energy.optibid.bidding.OutsideVenues;
import energy.optibid.bidding.VenueOrder;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.ExchangeMessage.Action;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.gateway.domain.OrderBody;
import energy.optibid.market.Auction;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, in the transaction of the change, what an exchange is to be told, with the event
 * that has it told. An order without a connection is not written down: {@link ConnectionCheck}
 * refuses it in the same transaction, beside whatever else is wrong with it.
 */
@ApplicationScoped
@Typed(OutsideVenues.class)
public class GatewayVenues implements OutsideVenues {
  private final ConnectionStore connections;
  private final MessageStore messages;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public GatewayVenues(
      ConnectionStore connections, MessageStore messages, Outbox outbox, Clock clock) {
    this.connections = connections;
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Optional<String> of(Auction auction) {
    String operator = connections.operatorOf(auction.marketCode());
    boolean simulated =
        connections
            .toOperator(operator)
            .filter(settings -> settings.kind() == ConnectionKind.SIMULATED)
            .isPresent();
    return simulated ? Optional.empty() : Optional.of(operator);
  }

  @Override
  public void submit(VenueOrder order) {
    connection(order).ifPresent(settings -> write(order, settings, Action.SUBMIT));
  }

  @Override
  public void withdraw(VenueOrder order) {
    ConnectionSettings settings =
        connection(order)
            .orElseThrow(
                () -> new IllegalStateException("a connection with orders out is not deleted"));
    write(order, settings, Action.WITHDRAW);
  }

  private Optional<ConnectionSettings> connection(VenueOrder order) {
    return connections.toOperator(connections.operatorOf(order.auction().marketCode()));
  }

  private void write(VenueOrder order, ConnectionSettings settings, Action action) {
    UUID replaced = order.replaces();
    @Nullable String replaces =
        replaced == null ? null : messages.referenceOf(replaced).orElse(null);
    String reference =
        action == Action.SUBMIT
            ? order.reference()
            : messages.referenceOf(order.submissionId()).orElseThrow();
    UUID organization = Tenancy.require().organization().value();
    ExchangeMessage message =
        new ExchangeMessage(
            Ids.next(),
            organization,
            settings.id(),
            order.submissionId(),
            order.bidId(),
            action,
            reference,
            order.auction().marketCode(),
            order.auction().deliveryDay(),
            order.auction().gateClosesAt().toInstant(),
            action == Action.SUBMIT ? OrderBody.of(order, settings.memberId(), replaces) : "{}",
            State.QUEUED,
            0,
            0,
            0);
    messages.add(message, order.auction().id(), clock.instant());
    outbox.append(
        new DomainEvent(
            "gateway",
            Tenancy.require().organization(),
            "exchange_message",
            message.id(),
            1,
            action == Action.SUBMIT ? "submission.queued" : "submission.withdraw_requested",
            Json.createObjectBuilder()
                .add("messageId", message.id().toString())
                .add("bidId", order.bidId().toString())
                .add("submissionId", order.submissionId().toString())
                .add("auctionId", order.auction().id().toString())
                .add("operatorCode", settings.operatorCode())
                .add("reference", reference)
                .build()));
  }
}
