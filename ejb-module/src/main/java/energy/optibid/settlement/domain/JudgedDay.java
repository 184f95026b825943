package energy.optibid.settlement.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which blocks of an asset's delivery day were held against the first deviation band. Element
 * {@code block − 1} is of the block.
 *
 * @param revisions revision of the reading that was judged; 0 where none was
 * @param outside whether it lay outside the band
 */
public record JudgedDay(List<Integer> revisions, List<Boolean> outside) {
  /**
   * @throws IllegalArgumentException if the lists differ in length
   */
  public JudgedDay {
    if (revisions.size() != outside.size()) {
      throw new IllegalArgumentException("a judgement for each block");
    }
    revisions = List.copyOf(revisions);
    outside = List.copyOf(outside);
  }

  /** A day of so many blocks of which nothing was judged. */
  public static JudgedDay none(int blocks) {
    return new JudgedDay(Collections.nCopies(blocks, 0), Collections.nCopies(blocks, false));
  }

  /**
   * The day after a look at its readings. Each revision of a reading is judged once: what a
   * schedule that is changed later would make of it is no news of the meter.
   *
   * @param readings revision by block
   * @param beyond blocks that lie outside the band by these readings
   */
  public JudgedDay with(Map<Integer, Integer> readings, Set<Integer> beyond) {
    List<Integer> judged = new ArrayList<>(revisions);
    List<Boolean> out = new ArrayList<>(outside);
    readings.forEach(
        (block, revision) -> {
          if (revision > judged.get(block - 1)) {
            judged.set(block - 1, revision);
            out.set(block - 1, beyond.contains(block));
          }
        });
    return new JudgedDay(judged, out);
  }

  /**
   * Blocks in which the asset left the band, as far as that is new. Blocks outside the band that
   * follow each other, whatever is unknown between them, are one departure; it is new if none of
   * them was outside before.
   */
  public List<Integer> departuresSince(JudgedDay before) {
    List<Integer> departures = new ArrayList<>();
    int first = 0;
    boolean known = false;
    for (int block = 1; block <= revisions.size(); block++) {
      if (revisions.get(block - 1) == 0) {
        continue;
      }
      if (outside.get(block - 1)) {
        first = first == 0 ? block : first;
        known |= before.outside.get(block - 1);
      } else {
        addUnlessKnown(departures, first, known);
        first = 0;
        known = false;
      }
    }
    addUnlessKnown(departures, first, known);
    return departures;
  }

  private static void addUnlessKnown(List<Integer> departures, int first, boolean known) {
    if (first > 0 && !known) {
      departures.add(first);
    }
  }
}
