package energy.optibid.notification.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HappeningTest {
  private static final UUID AUCTION = new UUID(0, 5);
  private static final String PRICES =
      """
      {"auctionId":"%s","area":"W2","deliveryDay":"2026-07-02","firstBlock":3,
       "prices":[4999.99,null,5000.00,5000.01,7210.50]}"""
          .formatted(AUCTION);

  @Test
  void aPriceAbove_saysFromWhichBlockAndHowFar() {
    Alert alert = alert("prices.published", PRICES, rule(true, "5000"), "INR").orElseThrow();
    assertEquals("Price in W2 above 5000 INR/MWh", alert.title());
    assertEquals(
        "sim-dam, delivery day 2026-07-02: 2 blocks from block 6 on, at most 7210.50 INR/MWh.",
        alert.text());
    assertEquals(AUCTION, alert.auctionId());
  }

  @Test
  void aPriceAtItsThreshold_isNeitherAboveNorBelow() {
    assertEquals(Optional.empty(), alert("prices.published", PRICES, rule(true, "7210.5"), "INR"));
    assertEquals(
        Optional.empty(), alert("prices.published", PRICES, rule(false, "4999.99"), "INR"));
    assertEquals(
        "sim-dam, delivery day 2026-07-02: 1 block from block 3 on, at least 4999.99.",
        alert("prices.published", PRICES, rule(false, "5000"), null).orElseThrow().text());
  }

  @Test
  void aBidOfWhichNothingWasAccepted_isRejected() {
    assertEquals(
        AlertKind.BID_REJECTED,
        Happening.of(event("award.published", "{\"awardedMwh\":0.000}")).orElseThrow().kind());
    assertEquals(
        Optional.empty(), Happening.of(event("award.published", "{\"awardedMwh\":0.001}")));
    assertEquals(
        "Paradoxically rejected.",
        alert(
                "award.published",
                "{\"awardedMwh\":0,\"reason\":\"Paradoxically rejected.\"}",
                rule(true, null),
                null)
            .orElseThrow()
            .text());
  }

  @Test
  void aLimit_isToldFromItsThresholdOn_onceADay() {
    String used = "{\"limitId\":\"l1\",\"limitName\":\"Volume\",\"usedPercent\":%s}";
    assertEquals(
        Optional.empty(), alert("limit.used", used.formatted("79.9"), rule(true, "80"), null));
    Alert alert = alert("limit.used", used.formatted("80"), rule(true, "80"), null).orElseThrow();
    assertEquals("Volume: 80 % used", alert.title());
    assertEquals("limit:l1:2026-07-01", alert.eventKey());
  }

  @Test
  void whatNoRuleWaitsFor_isNothing() {
    assertEquals(Optional.empty(), Happening.of(event("bid.submitted", "{}")));
    assertEquals(Optional.empty(), Happening.of(event("award.published", "{}")));
  }

  private static Optional<Alert> alert(
      String type, String payload, StandingRule rule, @Nullable String currency) {
    return Happening.of(event(type, payload)).flatMap(h -> h.alert(rule, currency));
  }

  private static ConsumedEvent event(String type, String payload) {
    return new ConsumedEvent(
        new UUID(0, 1),
        null,
        "market.prices.sim-dam.W2",
        type,
        "auction",
        AUCTION,
        1,
        Instant.parse("2026-07-01T10:00:00Z"),
        null,
        JsonText.object(payload));
  }

  private static StandingRule rule(boolean above, @Nullable String threshold) {
    return new StandingRule(
        new UUID(0, 2),
        new OrganizationId(new UUID(0, 3)),
        new UUID(0, 4),
        "T. Rader",
        "trader@example.org",
        "rule",
        AlertKind.PRICE,
        above,
        threshold == null ? null : new BigDecimal(threshold),
        null,
        true,
        true,
        Digest.IMMEDIATELY,
        null,
        false,
        QuietHours.USUAL);
  }
}
