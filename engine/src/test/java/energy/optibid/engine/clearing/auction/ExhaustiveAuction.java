package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The best of a small auction by trying every decision: each block at each whole lot, each complex
 * order in or out. For step orders and lossless links.
 */
final class ExhaustiveAuction {
  private record Candidate(Decisions decisions, List<ClearingResult> hours) {
    java.math.BigDecimal welfare() {
      return WrittenAnswer.welfare(decisions, hours).amount();
    }
  }

  private final AuctionProblem problem;
  private final Map<ClearingProblem, Optional<ClearingResult>> cleared = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();

  private ExhaustiveAuction(AuctionProblem problem) {
    this.problem = problem;
  }

  /** Empty where not even the hourly orders alone can meet the fixed exchanges. */
  static Optional<AuctionResult> best(AuctionProblem problem) {
    ExhaustiveAuction search = new ExhaustiveAuction(problem);
    search.tryBlocks(0, new HashMap<>());
    search.candidates.sort(Comparator.comparing(Candidate::welfare).reversed());
    for (Candidate candidate : search.candidates) {
      Optional<Map<NoLossPrices.At, Long>> prices =
          NoLossPrices.find(candidate.decisions(), candidate.hours());
      if (prices.isPresent()) {
        return prices.map(
            p -> new WrittenAnswer(candidate.decisions(), candidate.hours(), p).written());
      }
    }
    return Optional.empty();
  }

  private void tryBlocks(int index, Map<String, Ratio> ratios) {
    if (index == problem.blocks().size()) {
      tryComplexes(0, new HashSet<>(), ratios);
      return;
    }
    BlockOrder block = problem.blocks().get(index);
    for (Ratio ratio : choices(block)) {
      ratios.put(block.id(), ratio);
      tryBlocks(index + 1, ratios);
    }
  }

  /** Nothing, or the ratios that give each whole number of lots of its largest quantity. */
  private List<Ratio> choices(BlockOrder block) {
    List<Ratio> choices = new ArrayList<>(List.of(Ratio.ZERO));
    long largest =
        block.quantities().values().stream().mapToLong(Power::kilowatts).max().orElseThrow()
            / problem.rules().lot().kilowatts();
    for (long lots = 1; lots <= largest; lots++) {
      Ratio ratio = new Ratio((lots * Ratio.ONE.millionths() + largest - 1) / largest);
      if (ratio.compareTo(block.minimumAcceptance()) >= 0) {
        choices.add(ratio);
      }
    }
    return choices;
  }

  private void tryComplexes(int index, Set<String> active, Map<String, Ratio> ratios) {
    if (index == problem.complexes().size()) {
      tryDecisions(new Decisions(problem, ratios, active));
      return;
    }
    ComplexOrder complex = problem.complexes().get(index);
    if (complex.income().isPresent()) {
      tryComplexes(index + 1, active, ratios);
    }
    active.add(complex.id());
    tryComplexes(index + 1, active, ratios);
    active.remove(complex.id());
  }

  private void tryDecisions(Decisions decisions) {
    if (!decisions.areAllowed()) {
      return;
    }
    List<ClearingResult> hours = new ArrayList<>();
    for (int hour = 1; hour <= problem.periods().size(); hour++) {
      Optional<ClearingResult> result =
          cleared.computeIfAbsent(decisions.hour(hour), ExhaustiveAuction::tryToClear);
      if (result.isEmpty()) {
        return;
      }
      hours.add(result.get());
    }
    candidates.add(new Candidate(decisions, hours));
  }

  private static Optional<ClearingResult> tryToClear(ClearingProblem hour) {
    try {
      return Optional.of(Clearing.clear(hour));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }
}
