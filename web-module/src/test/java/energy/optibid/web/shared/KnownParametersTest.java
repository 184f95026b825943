package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownParametersTest {
  private static final SortedSet<String> NAMES = new TreeSet<>(List.of("day", "limit"));

  /** Parameters of its own beside those it inherits. */
  static class Search extends Paging {
    @QueryParam("q")
    String text = "";
  }

  interface Resource {
    String list(
        @PathParam("id") String id, @QueryParam("day") String day, @BeanParam Search search);

    String one(@PathParam("id") String id);
  }

  @Test
  void names_areThoseOfTheMethodAndOfItsBeans() throws NoSuchMethodException {
    Method list =
        Resource.class.getDeclaredMethod("list", String.class, String.class, Search.class);
    Method one = Resource.class.getDeclaredMethod("one", String.class);
    assertEquals(
        List.of("cursor", "day", "limit", "q"), List.copyOf(KnownParameters.namesOf(list)));
    assertEquals(List.of(), List.copyOf(KnownParameters.namesOf(one)));
  }

  @Test
  void aQueryOfKnownNames_hasNoFaults() {
    assertEquals(
        List.of(),
        KnownParameters.faults(NAMES, Map.of("day", List.of("2026-11-27"), "limit", List.of("5"))));
  }

  @Test
  void misspeltAndRepeatedNames_areToldTogether() {
    Map<String, List<String>> query = new TreeMap<>();
    query.put("dya", List.of("2026-11-27"));
    query.put("limit", List.of("5", "6"));
    assertEquals(
        List.of(
            "?dya unknown_parameter There is no such parameter here; there is day, limit.",
            "?limit repeated May be given once."),
        KnownParameters.faults(NAMES, query).stream()
            .map(fault -> fault.field() + " " + fault.code() + " " + fault.message())
            .toList());
  }
}
