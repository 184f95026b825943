package energy.optibid.rules;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.CalendarDay;
import energy.optibid.engine.rules.DatedRule;
import energy.optibid.engine.rules.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of markets by day. A market without a pack, or a day the pack says nothing about, is
 * {@code not_found}.
 */
public interface Rules {
  /** The rules of an auction of that delivery day, typed. */
  AuctionRules forDay(String marketCode, LocalDate day);

  /** The auctions or contracts of that delivery day with their gates. */
  CalendarDay calendar(String marketCode, LocalDate day);

  /** The market whose auction of the day clears before that one's and hands on to it, if any. */
  Optional<String> before(String marketCode, LocalDate day);

  /** The market whose auction of the day clears next and takes what that one leaves, if any. */
  Optional<String> after(String marketCode, LocalDate day);

  /** The rows in force on that delivery day, with their sources. */
  List<DatedRule> inForce(String marketCode, LocalDate day);

  /** The whole pack of a market. */
  RulePack pack(String marketCode);

  /** The pack by which deviations of a market's assets are settled, if there is one. */
  Optional<RulePack> deviationPack(String marketCode);

  /** Codes of the markets that have a pack. */
  Set<String> markets();
}
