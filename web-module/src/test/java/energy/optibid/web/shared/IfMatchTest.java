package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
  private static ProblemCode refusal(@Nullable String header) {
    return assertThrows(ProblemException.class, () -> IfMatch.require(header, 7)).code();
  }

  @Test
  void require_itsOwnEtag_passes() {
    assertDoesNotThrow(() -> IfMatch.require(IfMatch.etag(7), 7));
    assertDoesNotThrow(() -> IfMatch.require("*", 7));
  }

  @Test
  void require_nothing_is428() {
    assertEquals(ProblemCode.PRECONDITION_REQUIRED, refusal(null));
    assertEquals(ProblemCode.PRECONDITION_REQUIRED, refusal(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"6\"", "7", "W/\"7\"", "\"-1\"", "\"7\",\"8\"", "\"99999999999999999999\""})
  void require_anythingElse_is412(String header) {
    assertEquals(ProblemCode.PRECONDITION_FAILED, refusal(header));
  }
}
