package energy.optibid.engine.cli;

import energy.optibid.engine.market.gme.PublishedDecision;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** How the engine's decisions about blocks compare with the published ones. */
final class BlockMatch {
  private int compared;
  private int acceptedOrNotRight;
  private int labelRight;
  private int paradoxical;
  private int paradoxicalFound;
  private final List<ClearedBlock> misses = new ArrayList<>();
  private final List<ClearedBlock> partial = new ArrayList<>();

  void compare(ClearedBlock block) {
    if (!block.outcome().ratio().isZero() && block.outcome().ratio().millionths() < 1_000_000) {
      partial.add(block);
    }
    if (block.published().isEmpty()) {
      return;
    }
    PublishedDecision published = block.published().get();
    PublishedDecision decided = block.decision();
    compared++;
    boolean sameSide =
        (published == PublishedDecision.ACCEPTED) == (decided == PublishedDecision.ACCEPTED);
    acceptedOrNotRight += sameSide ? 1 : 0;
    labelRight += published == decided ? 1 : 0;
    if (published == PublishedDecision.PARADOXICALLY_REJECTED) {
      paradoxical++;
      paradoxicalFound += decided == published ? 1 : 0;
    }
    if (published != decided) {
      misses.add(block);
    }
  }

  void print(PrintWriter out) {
    out.printf(
        "blocks: %d of %d accepted or not as published, %d with the same label;"
            + " %d of %d paradoxical rejections%n",
        acceptedOrNotRight, compared, labelRight, paradoxicalFound, paradoxical);
    for (ClearedBlock miss : misses) {
      out.printf(
          "  %s %s: published %s, decided %s (%s), %s better than its limit, surplus %s%n",
          miss.deliveryDay(),
          miss.outcome().blockId(),
          miss.published().map(PublishedDecision::code).orElse("-"),
          miss.decision().code(),
          miss.outcome().decision(),
          miss.outcome().distance(),
          miss.outcome().surplus().rounded());
    }
    for (ClearedBlock block : partial) {
      out.printf(
          "  %s %s: accepted in part, %s%n",
          block.deliveryDay(), block.outcome().blockId(), block.outcome().ratio());
    }
  }
}
