package energy.optibid.web.clearing;

import energy.optibid.clearing.AreaOutcome;
import java.util.List;

/** Prices and positions of a run, by area; empty before it cleared. */
public record RunPricesAnswer(List<AreaOutcome> areas) {}
