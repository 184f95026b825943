package energy.optibid.engine.rules;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much wind and sun a buyer's state has, which widens the bands of its deviation. */
public enum BuyerClass {
  STANDARD,
  RENEWABLE_RICH,
  SUPER_RENEWABLE_RICH;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@code standard:10:100 renewable_rich:10:200 …}, a limit for every class. */
  static Map<BuyerClass, VolumeLimit> limits(String text) {
    Map<BuyerClass, VolumeLimit> limits = new EnumMap<>(BuyerClass.class);
    for (String word : RuleParameter.codes(text)) {
      int colon = word.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("must be class:percent:MW");
      }
      limits.put(
          RuleParameter.constant(BuyerClass.class, word.substring(0, colon)),
          VolumeLimit.parse(word.substring(colon + 1)));
    }
    if (limits.size() != values().length) {
      throw new IllegalArgumentException("every class has a limit");
    }
    return limits;
  }
}
