package energy.optibid.errorreports.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScrubbedTest {

  @Test
  void whatBelongsToSomebody_isLeftOut() {
    assertEquals("to [e-mail] failed", Scrubbed.of("to ann.lee+x@example.org failed"));
    assertEquals("Bearer [token]", Scrubbed.of("Bearer abc.def"));
    assertEquals("sent [token]", Scrubbed.of("sent eyJhbGciOi.eyJzdWIi.c2ln"));
    assertEquals("password=[secret] x", Scrubbed.of("password=hunter2 x"));
    assertEquals("https://[address]@host/p", Scrubbed.of("https://key:secret@host/p"));
    assertEquals("bid [id]", Scrubbed.of("bid 0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000"));
    assertEquals("from [ip]", Scrubbed.of("from 10.1.2.3"));
    assertEquals("Key (email)=([value]) exists", Scrubbed.of("Key (email)=(Ann Lee) exists"));
    assertEquals("value '[value]' too long", Scrubbed.of("value 'Ann' too long"));
    assertEquals(501, Scrubbed.of("a ".repeat(900)).length());
  }

  @Test
  void traceIds_areFound_andStay() {
    String text = "trace 00ff00ff00ff00ff at /api/v1/bids";
    assertEquals(text, Scrubbed.of(text));
    assertEquals(Optional.of("00ff00ff00ff00ff"), Scrubbed.traceId(text));
    assertEquals(Optional.empty(), Scrubbed.traceId("a trace of it"));
  }
}
