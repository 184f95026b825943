package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  enum State {
    IN_DOUBT
  }

  record Row(
      @Nullable String leftOut,
      @JsonbNillable @Nullable String kept,
      @JsonbProperty("access_token") String token,
      State state) {}

  @Test
  void of_record_keepsOrderAndMeaningfulNullsAndNames() {
    assertEquals(
        "{\"kept\":null,\"access_token\":\"t\",\"state\":\"in_doubt\"}",
        JsonText.of(new Row(null, null, "t", State.IN_DOUBT)));
  }

  @Test
  void of_decimals_arePlainWithTheirOwnScale() {
    List<BigDecimal> numbers =
        List.of(new BigDecimal("1E+3"), new BigDecimal("0.00000001"), new BigDecimal("10.50"));
    assertEquals("[1000,0.00000001,10.50]", JsonText.of(numbers));
  }

  @Test
  void of_listWithNulls_keepsPositions() {
    assertEquals("[1,null,2]", JsonText.of(Arrays.asList(1, null, 2)));
  }

  @Test
  void of_text_isEscaped() {
    assertEquals(
        "\"a\\\"b\\\\c\\n\\u0001\\u2028é\\ud800\"", JsonText.of("a\"b\\c\n\u0001\u2028é\ud800"));
  }

  @Test
  void of_instant_hasItsOffset() {
    assertEquals("\"2025-04-02T00:00Z\"", JsonText.of(Instant.parse("2025-04-02T00:00:00Z")));
  }

  @Test
  void of_somethingWithoutForm_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> JsonText.of(new Object()));
  }
}
