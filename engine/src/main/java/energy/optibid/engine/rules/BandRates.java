package energy.optibid.engine.rules;

import java.util.Arrays;
import java.util.List;

/** What a deviation is worth in the first band, in the second and beyond, by grid frequency. */
public record BandRates(List<FrequencyRate> bands) {
  /** Bands of a deviation: within the first limit, within the second, beyond. */
  public static final int BANDS = 3;

  /**
   * @throws IllegalArgumentException if there are not {@value #BANDS}
   */
  public BandRates {
    bands = List.copyOf(bands);
    if (bands.size() != BANDS) {
      throw new IllegalArgumentException("there are " + BANDS + " bands");
    }
  }

  /** Reads three {@link FrequencyRate}s separated by {@code " ; "}. */
  static BandRates parse(String text) {
    return new BandRates(Arrays.stream(text.split(" ; ", -1)).map(FrequencyRate::parse).toList());
  }

  /**
   * The rate of a band.
   *
   * @param band 1, 2 or 3
   */
  public FrequencyRate band(int band) {
    return bands.get(band - 1);
  }

  /** Whether no rate depends on the grid's frequency. */
  public boolean isConstant() {
    return bands.stream().allMatch(FrequencyRate::isConstant);
  }
}
