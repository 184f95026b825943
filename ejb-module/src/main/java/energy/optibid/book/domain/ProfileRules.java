package energy.optibid.book.domain;

import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a contract's profile must say, by its shape. */
final class ProfileRules {
  private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):(00|15|30|45)");
  private static final int QUARTERS_PER_HOUR = 4;
  private static final int MINUTES = 15;

  private final InputFaults faults;

  ProfileRules(InputFaults faults) {
    this.faults = faults;
  }

  /** Which quarter hour of the day a time begins, 0 to 96; empty for no such time. */
  static OptionalInt quarter(@Nullable String clock) {
    Matcher time = CLOCK.matcher(clock == null ? "" : clock);
    if (!time.matches()) {
      return OptionalInt.empty();
    }
    int quarter =
        Integer.parseInt(time.group(1)) * QUARTERS_PER_HOUR
            + Integer.parseInt(time.group(2)) / MINUTES;
    return quarter > ValidContract.QUARTERS ? OptionalInt.empty() : OptionalInt.of(quarter);
  }

  /** The profile; an empty one where it has faults. */
  ContractProfile check(ContractProfile.@Nullable Input input) {
    Shape shape = input == null ? null : input.shape();
    if (input == null || shape == null) {
      faults.add("/profile/shape", "required", "A profile is flat, peak or blocks.");
      return new ContractProfile(Shape.FLAT, null, null, null, List.of());
    }
    List<BigDecimal> blocks = input.blocks() == null ? List.of() : input.blocks();
    if (shape != Shape.BLOCKS) {
      BigDecimal megawatts = faults.power("/profile/megawatts", input.megawatts());
      if (megawatts != null && megawatts.signum() == 0) {
        faults.add("/profile/megawatts", "required", "A contract moves some power.");
      }
      unused("/profile/blocks", blocks.isEmpty() ? null : blocks);
    } else {
      unused("/profile/megawatts", input.megawatts());
      blocks(blocks);
    }
    if (shape == Shape.PEAK) {
      peak(input);
    } else {
      unused("/profile/from", input.from());
      unused("/profile/to", input.to());
    }
    return new ContractProfile(shape, input.megawatts(), input.from(), input.to(), blocks);
  }

  private void peak(ContractProfile.Input input) {
    OptionalInt from = clock("/profile/from", input.from());
    OptionalInt to = clock("/profile/to", input.to());
    if (from.isPresent() && to.isPresent() && to.getAsInt() <= from.getAsInt()) {
      faults.add("/profile/to", "order", "Peak hours end after they begin, on the same day.");
    }
  }

  private OptionalInt clock(String field, @Nullable String text) {
    OptionalInt quarter = quarter(text);
    if (quarter.isEmpty()) {
      faults.add(field, "time", "A time on a quarter hour, as 18:00; the day ends at 24:00.");
    }
    return quarter;
  }

  private void blocks(List<BigDecimal> blocks) {
    if (blocks.size() != ValidContract.QUARTERS) {
      faults.add(
          "/profile/blocks",
          "count",
          "Give a power for each of the 96 quarter hours, not " + blocks.size() + ".");
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      faults.power("/profile/blocks/" + i, blocks.get(i));
    }
    if (blocks.stream().allMatch(power -> power.signum() == 0)) {
      faults.add("/profile/blocks", "required", "A contract moves some power.");
    }
  }

  private void unused(String field, @Nullable Object value) {
    if (value != null) {
      faults.add(field, "unused", "Says nothing in a profile of this shape.");
    }
  }
}
