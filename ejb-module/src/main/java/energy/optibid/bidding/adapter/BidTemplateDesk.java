package energy.optibid.bidding.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidTemplate;
import energy.optibid.bidding.BidTemplates;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidTemplateStore;
import energy.optibid.bidding.domain.BlockMapping;
import energy.optibid.bidding.domain.BlockMapping.Mapped;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeping and using templates; one transaction per call. */
@ApplicationScoped
@Typed(BidTemplates.class)
@InTransaction
public class BidTemplateDesk implements BidTemplates {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_TEMPLATES = 200;

  private final BidTemplateStore templates;
  private final BidStore bids;
  private final Bidding bidding;
  private final Auctions auctions;
  private final Assets assets;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public BidTemplateDesk(
      BidTemplateStore templates,
      BidStore bids,
      Bidding bidding,
      Auctions auctions,
      Assets assets,
      AuditTrail audit,
      Clock clock) {
    this.templates = templates;
    this.bids = bids;
    this.bidding = bidding;
    this.auctions = auctions;
    this.assets = assets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<BidTemplate> list() {
    return templates.list();
  }

  @Override
  public BidTemplate require(UUID id) {
    return templates.find(id).orElseThrow(() -> ProblemException.notFound("bid template"));
  }

  @Override
  public BidTemplate create(@Nullable String name, @Nullable UUID bidId) {
    List<Fault> faults = new ArrayList<>();
    String checked = checked(name, faults);
    if (bidId == null) {
      faults.add(new Fault("/bidId", "required", "Say which bid to keep."));
    }
    List<BidTemplate> there = templates.list();
    if (there.size() >= MOST_TEMPLATES) {
      faults.add(
          new Fault(
              "/name",
              "too_many_templates",
              "There are " + MOST_TEMPLATES + " templates already."));
    }
    if (bidId == null || !faults.isEmpty()) {
      throw refusal(faults);
    }
    requireFree(checked, null, there);
    return put(Ids.next(), checked, bid(bidId), 0, "template.created");
  }

  @Override
  public BidTemplate replace(
      UUID id, long expectedVersion, @Nullable String name, @Nullable UUID bidId) {
    BidTemplate before = current(id, expectedVersion);
    List<Fault> faults = new ArrayList<>();
    String checked = checked(name, faults);
    if (!faults.isEmpty()) {
      throw refusal(faults);
    }
    requireFree(checked, id, templates.list());
    if (bidId != null) {
      return put(id, checked, bid(bidId), before.version() + 1, "template.replaced");
    }
    return stored(
        new BidTemplate(
            id,
            checked,
            before.marketCode(),
            before.deliveryDay(),
            before.timeZone(),
            before.blockMinutes(),
            before.assetId(),
            before.areaCode(),
            before.side(),
            before.label(),
            before.blocks(),
            before.carryOver(),
            before.blockOrders(),
            now(),
            Tenancy.require().userId(),
            before.version() + 1),
        "template.replaced");
  }

  @Override
  public void delete(UUID id, long expectedVersion) {
    BidTemplate template = current(id, expectedVersion);
    templates.delete(id);
    record("template.deleted", template);
  }

  @Override
  public CopiedBid apply(UUID id, UUID auctionId, @Nullable UUID assetId) {
    BidTemplate template = require(id);
    Auction auction = auctions.require(auctionId);
    DeliveryDay day =
        new DeliveryDay(
            template.deliveryDay(),
            ZoneId.of(template.timeZone()),
            Duration.ofMinutes(template.blockMinutes()));
    UUID standing = assetId == null ? template.assetId() : assetId;
    Asset asset = assets.find(standing).orElseThrow(() -> ProblemException.notFound("asset"));
    Mapped mapped =
        new BlockMapping(day, auction.day(), auction.firstBlock(), auction.blockCount())
            .map(template.content().of(asset.id(), asset.areaCode()));
    return new CopiedBid(
        bidding.create(BidDraft.of(auctionId, mapped.content())), mapped.dropped());
  }

  private Bid bid(UUID id) {
    return bids.find(id).orElseThrow(() -> ProblemException.notFound("bid"));
  }

  private BidTemplate current(UUID id, long expectedVersion) {
    BidTemplate template = require(id);
    if (template.version() != expectedVersion) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "This template changed since you read it.");
    }
    return template;
  }

  private static String checked(@Nullable String name, List<Fault> faults) {
    String stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      faults.add(new Fault("/name", "name", "A name takes 1 to " + LONGEST_NAME + " characters."));
    }
    return stripped;
  }

  private static void requireFree(String name, @Nullable UUID own, List<BidTemplate> there) {
    if (there.stream().anyMatch(one -> one.name().equals(name) && !one.id().equals(own))) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "There is a template named " + name + " already.");
    }
  }

  private static ProblemException refusal(List<Fault> faults) {
    return new ProblemException(ProblemCode.VALIDATION_FAILED, faults.get(0).message(), faults);
  }

  private BidTemplate put(UUID id, String name, Bid bid, long version, String event) {
    Auction auction = auctions.require(bid.auctionId());
    BidContent content = bid.version().content();
    return stored(
        new BidTemplate(
            id,
            name,
            auction.marketCode(),
            auction.deliveryDay(),
            auction.timeZone(),
            auction.blockMinutes(),
            content.assetId(),
            content.areaCode(),
            content.side(),
            content.label(),
            content.blocks(),
            content.carryOver(),
            content.blockOrders(),
            now(),
            Tenancy.require().userId(),
            version),
        event);
  }

  private BidTemplate stored(BidTemplate template, String event) {
    templates.put(template);
    record(event, template);
    return template;
  }

  private void record(String event, BidTemplate template) {
    audit.record(
        event,
        "bid_template",
        template.id(),
        Json.createObjectBuilder().add("name", template.name()).build());
  }

  /** Microseconds, as the database keeps them. */
  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
