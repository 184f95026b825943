package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search finds recorded optima of every kind, without the native solver that found them. */
class RecordedOptimaTest {
  static Stream<RecordedOptimum> recorded() {
    return RecordedOptimum.all().stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void clear_findsTheOptimumWithTheRecordedWork(RecordedOptimum recorded) {
    AuctionProblem problem = recorded.problem();
    AuctionResult found = Auction.clear(problem, WorkBudget.DEFAULT);
    assertEquals(
        recorded.welfare(),
        found.welfare().amount().doubleValue(),
        RandomKind.allowed(problem, recorded.welfare()),
        recorded::toString);
    assertEquals(recorded.work(), found.search().work(), recorded::toString);
    assertEquals(Search.End.OPTIMAL, found.search().end());
    assertEquals(List.of(), AuctionVerifier.verify(problem, found));
  }
}
