package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.rules.DeviationRules;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days and assets under the shipped Indian pack. */
final class IndianDays {
  static final LocalDate BEFORE_APRIL = LocalDate.of(2026, 3, 31);
  static final LocalDate FROM_APRIL = LocalDate.of(2026, 4, 1);

  private static final RulePack PACK = read();

  private IndianDays() {}

  static RulePack pack() {
    return PACK;
  }

  static DeviationRules on(LocalDate day) {
    return PACK.deviation(day);
  }

  static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  static SettlementTerms terms(
      Participant participant, String capacityMw, @Nullable String contractRate) {
    return new SettlementTerms(
        participant,
        n(capacityMw),
        BuyerClass.STANDARD,
        contractRate == null ? null : n(contractRate));
  }

  /** A block whose normal rate is the given price. */
  static BlockInput block(String scheduled, @Nullable String actual, String hertz, String rate) {
    return new BlockInput(
        1,
        List.of(),
        n(scheduled),
        actual == null ? null : n(actual),
        n(hertz),
        new NormalRateParts(n(rate), null, null));
  }

  static AssetDayStatement settle(LocalDate day, SettlementTerms terms, BlockInput... blocks) {
    return Settlement.of(new AssetDay(on(day), terms, Map.of("iex-dam", n("20")), List.of(blocks)));
  }

  private static RulePack read() {
    Path file = Path.of("../config/rule-packs/india-dsm.csv");
    try (InputStream csv = Files.newInputStream(file)) {
      return RulePack.read(file.toString(), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
