package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which looks at a day's readings are news that an asset left its band. */
class JudgedDayTest {
  private static final int BLOCKS = 8;

  private JudgedDay day = JudgedDay.none(BLOCKS);

  @Test
  void staying_outside_isToldOnce_andComingBackOpensTheNext() {
    assertEquals(List.of(), read("i"));
    assertEquals(List.of(2), read(".o"));
    assertEquals(List.of(), read("..o"));
    assertEquals(List.of(), read("...i"));
    assertEquals(List.of(5), read("....o"));
  }

  @Test
  void theSameReadings_areToldOnce() {
    assertEquals(List.of(2, 5), read("iooioooi"));
    assertEquals(List.of(), read("iooioooi"));
    assertEquals(List.of(), read("oooooooo"), "a revision that was judged stays judged");
  }

  @Test
  void whatIsUnknown_endsNoStretch() {
    assertEquals(List.of(2), read(".o.o"));
    assertEquals(List.of(), read("..i"), "the fourth was told with the second");
    assertEquals(List.of(), read("....o"));
  }

  @Test
  void aBlockThatComesLate_joinsTheStretchItTouches() {
    assertEquals(List.of(4), read("i..oo"));
    assertEquals(List.of(), read("..o"));
    assertEquals(List.of(), read(".....o"));
  }

  @Test
  void aCorrection_isJudgedAnew() {
    assertEquals(List.of(3), read("iioi"));
    assertEquals(List.of(), revised(3, 2, false));
    assertEquals(List.of(3), revised(3, 3, true));
    assertEquals(List.of(), revised(3, 3, false), "no revision twice");
    assertEquals(List.of(), revised(2, 2, true), "it was outside a block later already");
  }

  /** Whatever the readings, they tell as much one by one as together. */
  @Test
  void oneByOne_tellsAsMuchAsTogether() {
    for (int pattern = 0; pattern < 1 << BLOCKS; pattern++) {
      StringBuilder all = new StringBuilder();
      for (int block = 0; block < BLOCKS; block++) {
        all.append((pattern >> block & 1) == 1 ? 'o' : 'i');
      }
      day = JudgedDay.none(BLOCKS);
      List<Integer> together = read(all.toString());
      day = JudgedDay.none(BLOCKS);
      int apart = 0;
      for (int block = 0; block < BLOCKS; block++) {
        apart += read(".".repeat(block) + all.charAt(block)).size();
      }
      assertEquals(together.size(), apart, all.toString());
    }
  }

  @Test
  void aDay_hasAJudgementOfEachBlock() {
    assertThrows(IllegalArgumentException.class, () -> new JudgedDay(List.of(1, 1), List.of(true)));
  }

  /** First revisions of blocks from the first on: inside, outside, or none. */
  private List<Integer> read(String blocks) {
    Map<Integer, Integer> revisions = new HashMap<>();
    Set<Integer> beyond = new HashSet<>();
    for (int i = 0; i < blocks.length(); i++) {
      if (blocks.charAt(i) != '.') {
        revisions.put(i + 1, 1);
      }
      if (blocks.charAt(i) == 'o') {
        beyond.add(i + 1);
      }
    }
    return judged(revisions, beyond);
  }

  private List<Integer> revised(int block, int revision, boolean beyond) {
    return judged(Map.of(block, revision), beyond ? Set.of(block) : Set.of());
  }

  private List<Integer> judged(Map<Integer, Integer> revisions, Set<Integer> beyond) {
    JudgedDay before = day;
    day = before.with(revisions, beyond);
    return day.departuresSince(before);
  }
}
