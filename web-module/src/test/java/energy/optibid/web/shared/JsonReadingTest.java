package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
  enum Side {
    BUY,
    SELL
  }

  record Point(BigDecimal price, int block) {}

  record Order(UUID id, Side side, @Nullable String label, List<Point> points) {}

  private static final String ID = "01900000-0000-7000-8000-000000000001";

  private static Order read(String json) {
    return JsonReading.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Order.class);
  }

  private static List<Fault> faults(String json) {
    return assertThrows(ProblemException.class, () -> read(json)).faults();
  }

  @Test
  void read_wholeRecord_keepsEveryDigit() {
    Order order =
        read(
            """
            {"id":"%s","side":"sell","points":[{"price":0.10,"block":1},{"price":-500,"block":24}]}
            """
                .formatted(ID));
    assertEquals(
        new Order(
            UUID.fromString(ID),
            Side.SELL,
            null,
            List.of(new Point(new BigDecimal("0.10"), 1), new Point(new BigDecimal("-500"), 24))),
        order);
  }

  @Test
  void read_manyFaults_namesAllOfThemByPointer() {
    List<Fault> faults =
        faults(
            """
            {"id":"x","side":"hold","labl":"a","label":3,"points":[{"price":"1","block":1.5},{"block":2}]}
            """);
    assertEquals(
        List.of(
            "/id wrong_type",
            "/side unknown_value",
            "/label wrong_type",
            "/points/0/price wrong_type",
            "/points/0/block wrong_type",
            "/points/1/price required",
            "/labl unknown_field"),
        faults.stream().map(fault -> fault.field() + " " + fault.code()).toList());
  }

  @Test
  void read_nullWhereNullMayBe_isNull() {
    assertNull(
        read("{\"id\":\"%s\",\"side\":\"buy\",\"label\":null,\"points\":[]}".formatted(ID))
            .label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400000000", "1e-400000000", "1234567890123456789012345678901"})
  void read_absurdNumber_isRefusedWithoutExpandingIt(String number) {
    String json =
        "{\"id\":\"%s\",\"side\":\"buy\",\"points\":[{\"price\":%s,\"block\":1}]}"
            .formatted(ID, number);
    assertEquals("/points/0/price", faults(json).get(0).field());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"id\": |line 1", "{\"id\":1,\"id\":2}|column 14", "[]|shape", "''|line 1"})
  void read_noObject_isMalformedRequest(String json, String detail) {
    ProblemException problem = assertThrows(ProblemException.class, () -> read(json));
    assertEquals(ProblemCode.MALFORMED_REQUEST, problem.code());
    assertTrue(problem.detail().contains(detail), problem.detail());
  }
}
