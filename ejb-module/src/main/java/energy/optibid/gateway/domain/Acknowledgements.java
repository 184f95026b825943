package energy.optibid.gateway.domain;

import energy.optibid.bidding.VenueReport;
import energy.optibid.bidding.VenueReports;
import energy.optibid.gateway.domain.AcknowledgementFile.Line;
import energy.optibid.gateway.domain.AcknowledgementFile.Status;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an exchange says by itself, whenever and however often it says it. */
public final class Acknowledgements {
  private final MessageStore messages;
  private final VenueReports reports;
  private final MessageDelivery delivery;

  public Acknowledgements(MessageStore messages, VenueReports reports) {
    this.messages = messages;
    this.reports = reports;
    this.delivery = new MessageDelivery(messages, reports);
  }

  /** Notes a line; one about an order that never went by this connection is a fault. */
  public void note(UUID connectionId, String file, Line line, Instant now) {
    Optional<ExchangeMessage> order = messages.holdOrder(connectionId, line.reference());
    if (order.isEmpty()) {
      messages.fault(
          connectionId,
          "unknown_reference",
          file,
          "The exchange speaks of " + line.reference() + ", which was never sent by this way.",
          now);
      return;
    }
    boolean aboutTheOrder = line.status() == Status.HELD || line.status() == Status.REFUSED;
    Optional<ExchangeMessage> waiting =
        aboutTheOrder
            ? order.filter(message -> message.state() != State.ANSWERED)
            : messages.holdRecall(connectionId, line.reference());
    if (waiting.isEmpty()) {
      var ignored = reports.report(order.get().bidId(), order.get().submissionId(), report(line));
      return;
    }
    ExchangeMessage message = waiting.get();
    boolean doubted = message.state() == State.IN_DOUBT;
    switch (line.status()) {
      case HELD -> delivery.taken(message, line.exchangeReference(), doubted, now);
      case REFUSED -> delivery.refused(message, line.reason(), doubted, now);
      case WITHDRAWN -> delivery.givenBack(message, now);
      case KEPT -> delivery.kept(message, line.reason(), now);
    }
  }

  /** To an order that has its answer already: repeated, overtaken, or a contradiction. */
  private static VenueReport report(Line line) {
    return switch (line.status()) {
      case HELD -> new VenueReport.Taken(line.exchangeReference());
      case REFUSED -> new VenueReport.Refused(line.reason());
      case WITHDRAWN -> new VenueReport.GivenBack();
      case KEPT -> new VenueReport.Kept(line.reason());
    };
  }
}
