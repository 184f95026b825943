package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  @Test
  void limit_notGiven_is50() {
    assertEquals(50, new Paging(null, null).limit());
    assertEquals(200, new Paging(200, null).limit());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
  void limit_outOfRange_namesTheParameter(int limit) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> new Paging(limit, null).limit());
    assertEquals("?limit", problem.faults().get(0).field());
  }

  @Test
  void cursor_ofStrangeCharacters_isRefused() {
    assertNull(new Paging(null, "").cursor());
    assertEquals("abc_-=", new Paging(null, "abc_-=").cursor());
    assertThrows(ProblemException.class, () -> new Paging(null, "a' or 1=1").cursor());
  }
}
