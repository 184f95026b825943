package energy.optibid.book.domain;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.VenuePurchase;
import energy.optibid.book.Registration;
import energy.optibid.engine.rules.RequiredRegistration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whether what a market asks of bidders is on record for a bid. Quantities of clearance and access
 * are held against what is traded at exchanges on the bid's side: this bid, other bids without a
 * result, and awards; contracts have papers of their own.
 */
public final class RegistrationRules {
  private final CandidateBid bid;
  private final String operatorCode;
  private final Collection<Registration> records;
  private final List<BidFault> faults = new ArrayList<>();

  private RegistrationRules(
      CandidateBid bid, String operatorCode, Collection<Registration> records) {
    this.bid = bid;
    this.operatorCode = operatorCode;
    this.records = records;
  }

  /**
   * What the organisation trades on the delivery day.
   *
   * @param commitments of all its assets beside the bid
   * @param content what the bid says
   * @param others its purchases without a result at this operator's markets
   * @param awarded what its awards of purchases at this operator's markets cost
   */
  public record Trading(
      List<Commitment> commitments,
      BidContent content,
      List<VenuePurchase> others,
      BigDecimal awarded) {}

  /**
   * Every reason against the bid.
   *
   * @param required what the market asks for
   * @param records those in force on the delivery day, and of margins the one in force at its check
   */
  public static List<BidFault> faults(
      Set<RequiredRegistration> required,
      CandidateBid bid,
      String operatorCode,
      Collection<Registration> records,
      Trading trading) {
    RegistrationRules rules = new RegistrationRules(bid, operatorCode, records);
    for (RequiredRegistration registration : required) {
      switch (registration) {
        case CLIENT_CODE -> rules.clientCode();
        case STANDING_CLEARANCE -> rules.clearance(trading);
        case NETWORK_ACCESS -> rules.access(trading);
        case MARGIN -> rules.margin(trading);
      }
    }
    return rules.faults;
  }

  private void clientCode() {
    if (find(RequiredRegistration.CLIENT_CODE, this::isOfOperator).isEmpty()) {
      faults.add(
          BidFault.at(
              "/auctionId",
              "no_client_code",
              "No client and portfolio code at %s is on record for %s."
                  .formatted(operatorCode, bid.auction().deliveryDay())));
    }
  }

  private void clearance(Trading trading) {
    Optional<Registration> clearance =
        find(RequiredRegistration.STANDING_CLEARANCE, this::isOfAsset);
    if (clearance.isEmpty()) {
      faults.add(
          BidFault.at(
              "/assetId",
              "no_standing_clearance",
              "No standing clearance of %s is on record for %s."
                  .formatted(bid.asset().name(), bid.auction().deliveryDay())));
    } else {
      within(clearance.get(), "clearance_exceeded", "cleared", trading);
    }
  }

  /** The asset's own access counts before the organisation's. */
  private void access(Trading trading) {
    Optional<Registration> access =
        find(RequiredRegistration.NETWORK_ACCESS, this::isOfAsset)
            .or(
                () ->
                    find(RequiredRegistration.NETWORK_ACCESS, record -> record.assetId() == null));
    if (access.isEmpty()) {
      faults.add(
          BidFault.at(
              "/assetId",
              "gna_exceeded",
              "No temporary general network access of %s is on record for %s: 0 MW may be traded."
                  .formatted(bid.asset().name(), bid.auction().deliveryDay())));
    } else {
      within(access.get(), "gna_exceeded", "given network access for", trading);
    }
  }

  private void within(Registration record, String code, String verb, Trading trading) {
    BigDecimal quantum = Optional.ofNullable(record.quantumMw()).orElse(BigDecimal.ZERO);
    List<Commitment> counted =
        trading.commitments().stream()
            .filter(other -> other.auctionId() != null && other.side() == bid.side())
            .filter(other -> record.assetId() == null || other.assetId().equals(record.assetId()))
            .toList();
    bid.addresses()
        .forEach(
            (block, at) -> {
              for (int index : bid.covered(block)) {
                BigDecimal total = bid.most(index);
                for (Commitment other : counted) {
                  total = total.add(other.most().at(index));
                }
                if (bid.most(index).signum() > 0 && total.compareTo(quantum) > 0) {
                  faults.add(
                      BidFault.inBlock(at, code, exceeded(record, verb, index, total), block));
                  return;
                }
              }
            });
  }

  private String exceeded(Registration record, String verb, int index, BigDecimal total) {
    return "In %s bids and awards come to %s MW; %s is %s %s MW%s."
        .formatted(
            bid.grid().name(index),
            Overselling.plain(total),
            record.assetId() == null ? "the organisation" : bid.asset().name(),
            verb,
            Overselling.plain(Optional.ofNullable(record.quantumMw()).orElse(BigDecimal.ZERO)),
            record.reference().isEmpty() ? "" : " (" + record.reference() + ")");
  }

  private void margin(Trading trading) {
    if (bid.side() == BidSide.SELL) {
      return;
    }
    BigDecimal needed =
        PurchaseValue.of(trading.content(), bid.auction().blockMinutes()).add(trading.awarded());
    Map<UUID, BigDecimal> others = new HashMap<>();
    for (VenuePurchase other : trading.others()) {
      others.merge(
          other.bidId(), PurchaseValue.of(other.content(), other.blockMinutes()), BigDecimal::max);
    }
    for (BigDecimal value : others.values()) {
      needed = needed.add(value);
    }
    BigDecimal available =
        find(
                RequiredRegistration.MARGIN,
                record ->
                    isOfOperator(record) && bid.auction().currency().equals(record.currency()))
            .map(Registration::amount)
            .orElse(BigDecimal.ZERO);
    if (needed.compareTo(available) > 0) {
      faults.add(
          BidFault.at(
              "/blocks",
              "margin_short",
              "Purchases at %s may cost %s %s that day; the margin on record at the check is %s %s."
                  .formatted(
                      operatorCode,
                      needed.toPlainString(),
                      bid.auction().currency(),
                      available.toPlainString(),
                      bid.auction().currency())));
    }
  }

  private boolean isOfOperator(Registration record) {
    return operatorCode.equals(record.operatorCode());
  }

  private boolean isOfAsset(Registration record) {
    return bid.asset().id().equals(record.assetId());
  }

  private Optional<Registration> find(
      RequiredRegistration kind, Predicate<Registration> condition) {
    return records.stream().filter(record -> record.kind() == kind).filter(condition).findFirst();
  }
}
