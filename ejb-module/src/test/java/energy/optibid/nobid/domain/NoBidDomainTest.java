package energy.optibid.nobid.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import energy.optibid.nobid.NoBidAction;
import energy.optibid.nobid.NoBidPolicies.Input;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoBidDomainTest {
  private static final UUID TEMPLATE = UUID.randomUUID();

  @Test
  void curvesAtTheAuctionsOwnBlocks_stayThere() {
    assertEquals(List.of(51, 52), numbers(MovedBlocks.of(blocks(49, 50, 51, 52), 51, 2)));
  }

  @Test
  void othersMoveByTheirPlace_andWhatFallsBehindTheEndIsLeftOut() {
    assertEquals(List.of(51, 52), numbers(MovedBlocks.of(blocks(49, 50), 51, 2)));
    assertEquals(List.of(52), numbers(MovedBlocks.of(blocks(9, 7).subList(0, 1), 52, 1)));
    assertEquals(List.of(51), numbers(MovedBlocks.of(blocks(7, 9, 11), 51, 2)));
    assertEquals(List.of(), MovedBlocks.of(List.of(), 51, 2));
  }

  @Test
  void aPolicySaysWhatItNeeds_andNothingElse() {
    assertEquals(new ValidPolicy(NoBidAction.LAST, null, 5), judged(NoBidAction.LAST, null, null));
    assertEquals(
        new ValidPolicy(NoBidAction.DEFAULT, TEMPLATE, 7),
        judged(NoBidAction.DEFAULT, TEMPLATE, 7));
    assertEquals(List.of("/action", "/minutesBefore"), faults(null, null, 0));
    assertEquals(List.of("/templateId"), faults(NoBidAction.DEFAULT, null, 5));
    assertEquals(List.of("/templateId"), faults(NoBidAction.NONE, TEMPLATE, 5));
    assertEquals(List.of("/templateId"), faults(NoBidAction.DEFAULT, UUID.randomUUID(), 720));
  }

  private static ValidPolicy judged(
      @Nullable NoBidAction action, @Nullable UUID template, @Nullable Integer minutes) {
    return ValidPolicy.of(new Input(action, template, minutes), TEMPLATE::equals);
  }

  private static List<String> faults(
      @Nullable NoBidAction action, @Nullable UUID template, @Nullable Integer minutes) {
    return assertThrows(ProblemException.class, () -> judged(action, template, minutes))
        .faults()
        .stream()
        .map(Fault::field)
        .toList();
  }

  private static List<BidBlock> blocks(Integer... numbers) {
    return Arrays.stream(numbers)
        .map(
            number ->
                new BidBlock(
                    number, List.of(new BidPoint(BigDecimal.TEN, BigDecimal.valueOf(number)))))
        .toList();
  }

  private static List<Integer> numbers(List<BidBlock> blocks) {
    return blocks.stream().map(BidBlock::block).toList();
  }
}
