package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.CurveVerifier;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.market.iex.IexCurveReader;
import energy.optibid.engine.market.iex.IexCurves;
import energy.optibid.engine.market.omie.OmieCurveReader;
import energy.optibid.engine.market.omie.OmieCurves;
import energy.optibid.engine.market.omie.OmieOffer.Stage;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.Refusal;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Curves that markets publish, cleared period by period. Nothing links their zones: the files say
 * nothing of the limits between them.
 */
final class CurveFiles {
  /**
   * One zone of one curve, cleared.
   *
   * @param curve which of the file's curves, a word
   */
  record Cleared(
      LocalDate day, int period, String curve, ZoneOutcome zone, List<Violation> violations) {}

  private final Predicate<LocalDate> wanted;
  private final List<Cleared> cleared = new ArrayList<>();

  private CurveFiles(Predicate<LocalDate> wanted) {
    this.wanted = wanted;
  }

  /**
   * Curve files of OMIE: what was offered and what was matched, each for itself.
   *
   * @param input a file, or a folder whose files are all taken
   */
  static List<Cleared> omie(Path input, RulePack pack, Predicate<LocalDate> wanted) {
    CurveFiles run = new CurveFiles(wanted);
    OmieCurveReader reader = new OmieCurveReader(pack, ReadLimits.DEFAULT);
    for (Path file : files(input)) {
      OmieCurveReader.Answer answer = read(file, reader::read);
      OmieCurves curves = answer.curves();
      if (curves == null) {
        throw refused(answer.report());
      }
      run.clear(curves);
    }
    return run.cleared;
  }

  /**
   * Aggregated curves of IEX's markets.
   *
   * @param input a file, or a folder whose files are all taken
   */
  static List<Cleared> iex(Path input, MarketDays markets, Predicate<LocalDate> wanted) {
    CurveFiles run = new CurveFiles(wanted);
    IexCurveReader reader = new IexCurveReader(markets, ReadLimits.DEFAULT);
    for (Path file : files(input)) {
      IexCurveReader.Answer answer = read(file, reader::read);
      if (!answer.report().accepted()) {
        throw refused(answer.report());
      }
      answer.curves().forEach(run::clear);
    }
    return run.cleared;
  }

  private void clear(OmieCurves curves) {
    if (!wanted.test(curves.day())) {
      return;
    }
    for (int period : curves.periods()) {
      for (Stage stage : Stage.values()) {
        ClearingProblem problem = curves.problem(period, stage);
        ClearingResult result = Clearing.clear(problem);
        List<Violation> violations = ClearingVerifier.verify(problem, result);
        String curve = stage.name().toLowerCase(Locale.ROOT);
        result
            .zones()
            .forEach(
                zone -> cleared.add(new Cleared(curves.day(), period, curve, zone, violations)));
      }
    }
  }

  private void clear(IexCurves curves) {
    LocalDate day = curves.rules().deliveryDay();
    if (!wanted.test(day)) {
      return;
    }
    for (int block : curves.blocks()) {
      CurveProblem problem = curves.problem(block);
      CurveResult result = CurveClearing.clear(problem);
      List<Violation> violations = CurveVerifier.verify(problem, result);
      result
          .split()
          .zones()
          .forEach(
              zone ->
                  cleared.add(new Cleared(day, block, curves.rules().market(), zone, violations)));
    }
  }

  private static List<Path> files(Path input) {
    if (!Files.isDirectory(input)) {
      return List.of(input);
    }
    try (Stream<Path> content = Files.list(input)) {
      return content.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, input + " cannot be read: " + e);
    }
  }

  private interface Reading<A> {
    A read(String name, InputStream in) throws IOException;
  }

  private static <A> A read(Path file, Reading<A> reader) {
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(String.valueOf(file.getFileName()), in);
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be read: " + e);
    }
  }

  private static StoppedException refused(ResultsReport report) {
    return new StoppedException(
        OptibidEngine.INPUT_REFUSED,
        "%s%n%s is refused: %d faults"
            .formatted(
                report.refusals().stream().map(Refusal::toString).collect(Collectors.joining("\n")),
                report.file(),
                report.refused()));
  }
}
