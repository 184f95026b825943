package energy.optibid.engine.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The contracts of a term-ahead market, by what they deliver. */
public enum TermContract {
  /** Periods of the day it is traded on. */
  INTRADAY,
  /** Periods of the next day, after its day-ahead auction. */
  DAY_AHEAD_CONTINGENCY,
  /** One whole day. */
  DAILY,
  /** Monday to Sunday. */
  WEEKLY,
  /** A calendar month. */
  MONTHLY,
  /** Days of the buyer's choice, agreed in one reverse auction. */
  ANY_DAY;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The contract of that name, or empty. */
  public static Optional<TermContract> ofCode(String code) {
    return Arrays.stream(values()).filter(contract -> contract.code().equals(code)).findFirst();
  }

  /** Whether a delivery of this contract may begin on a day. */
  public boolean beginsOn(LocalDate day) {
    return switch (this) {
      case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTHLY -> day.getDayOfMonth() == 1;
      case INTRADAY, DAY_AHEAD_CONTINGENCY, DAILY, ANY_DAY -> true;
    };
  }

  /** The last delivery day of a contract that begins on a day; of any-day the shortest. */
  public LocalDate lastDay(LocalDate first) {
    return switch (this) {
      case WEEKLY -> first.plusDays(6);
      case MONTHLY -> first.plusMonths(1).minusDays(1);
      case INTRADAY, DAY_AHEAD_CONTINGENCY, DAILY, ANY_DAY -> first;
    };
  }
}
