package energy.optibid.market.domain;

import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;

/** How the values of an auction are written in its table: the words the API uses. */
public final class AuctionColumns {
  private AuctionColumns() {}

  /** {@link AuctionState} by its code. */
  @Converter
  public static class State implements AttributeConverter<AuctionState, String> {
    @Override
    public String convertToDatabaseColumn(AuctionState value) {
      return value.code();
    }

    @Override
    public AuctionState convertToEntityAttribute(String column) {
      return AuctionState.ofCode(column);
    }
  }

  /** {@link AuctionScope} by its code. */
  @Converter
  public static class Scope implements AttributeConverter<AuctionScope, String> {
    @Override
    public String convertToDatabaseColumn(AuctionScope value) {
      return value.code();
    }

    @Override
    public AuctionScope convertToEntityAttribute(String column) {
      return AuctionScope.valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  /** {@link AuctionClock} by its code. */
  @Converter
  public static class Clock implements AttributeConverter<AuctionClock, String> {
    @Override
    public String convertToDatabaseColumn(AuctionClock value) {
      return value.code();
    }

    @Override
    public AuctionClock convertToEntityAttribute(String column) {
      return AuctionClock.valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  /** Codes separated by blanks. */
  @Converter
  public static class Codes implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> codes) {
      return String.join(" ", codes);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
      return List.of(column.split(" ", -1));
    }
  }
}
