package energy.optibid.web.clearing;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.LinkOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Flows of a run. */
public record RunFlowsAnswer(List<RunLink> links) {
  static RunFlowsAnswer of(List<LinkOutcome> links, List<AreaOutcome> areas) {
    Map<String, AreaOutcome> byCode =
        areas.stream().collect(Collectors.toMap(AreaOutcome::area, Function.identity()));
    return new RunFlowsAnswer(links.stream().map(link -> RunLink.of(link, byCode)).toList());
  }
}
