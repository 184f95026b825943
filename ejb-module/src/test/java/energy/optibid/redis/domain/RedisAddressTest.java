package energy.optibid.redis.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.redis.domain.RedisAddress.Host;
import energy.optibid.redis.domain.RedisAddress.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  void oneServer_withEverything() {
    assertEquals(
        new RedisAddress(
            Kind.SINGLE, true, List.of(new Host("cache", 6380)), "me", "p@ss:+/w", 3, null),
        RedisAddress.parse(" rediss://me:p%40ss:+%2Fw@cache:6380/3 "));
  }

  @Test
  void oneServer_withNothing() {
    assertEquals(
        new RedisAddress(Kind.SINGLE, false, List.of(new Host("::1", 6379)), null, null, 0, null),
        RedisAddress.parse("redis://[::1]"));
    assertEquals("secret", RedisAddress.parse("redis://:secret@cache/").password());
  }

  @Test
  void sentinels_nameTheirMaster() {
    assertEquals(
        new RedisAddress(
            Kind.SENTINEL,
            false,
            List.of(new Host("a", 26379), new Host("b", 5000)),
            null,
            "pw",
            2,
            "main"),
        RedisAddress.parse("redis+sentinel://:pw@a,b:5000/main/2"));
  }

  @Test
  void cluster_isAListOfNodes() {
    assertEquals(
        new RedisAddress(
            Kind.CLUSTER,
            true,
            List.of(new Host("a", 6379), new Host("b", 7000)),
            "me",
            "pw",
            0,
            null),
        RedisAddress.parse("rediss+cluster://me:pw@a,b:7000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cache",
        "redis://",
        "redis://a,b",
        "redis://u:hidden@cache:99999",
        "redis://cache/one",
        "redis+sentinel://a",
        "redis+cluster://a/1",
        "redis://u:hidden@a b:1:2"
      })
  void whatIsNone_isRefused_withoutTheSecret(String url) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RedisAddress.parse(url));
    String sentence = String.valueOf(refused.getMessage());
    assertEquals("optibid.redis.url", sentence.substring(0, 17));
    assertFalse(sentence.contains("hidden"));
  }

  @Test
  void asText_itHasNoSecret() {
    assertFalse(RedisAddress.parse("redis://u:hidden@cache").toString().contains("hidden"));
  }
}
