package energy.optibid.web.clearing;

import energy.optibid.clearing.LinkOutcome;
import java.util.List;

/** Flows of a run, by link; empty before it cleared. */
public record RunFlowsAnswer(List<LinkOutcome> links) {}
