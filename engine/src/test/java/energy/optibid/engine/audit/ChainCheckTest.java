package energy.optibid.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  private static final UUID ORGANIZATION = new UUID(1, 1);
  private final List<ChainedEntry> chain = chain(5);

  @Test
  void canonicalJson_isOneTextPerValue() {
    assertEquals(
        "{\"a\":[1,0.5,true,null],\"b\":{\"ä\":\"x\\n\\u0001\\\"\",\"č\":100}}",
        CanonicalJson.of(
            " { \"b\" : {\"\\u010d\": 1.00e2, \"ä\":\"x\\n\\u0001\\\"\"}, \"a\":[1.0, 0.50, true,"
                + " null]}"));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of("{} {}"));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of("{\"a\":1,\"a\":2}"));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(""));
  }

  /** Computed with sha256sum over the canonical text, so that nobody changes the form unseen. */
  @Test
  void theHashOfAnEntry_isThatOfItsCanonicalText() {
    assertEquals(
        "{\"action\":\"bid.submitted\",\"actor\":\"00000000-0000-0000-0000-000000000007\","
            + "\"actorKind\":\"user\",\"address\":\"203.0.113.9\",\"after\":{\"price\":45.1},"
            + "\"at\":\"2026-07-01T10:00:00.000000Z\",\"before\":null,"
            + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"number\":1,"
            + "\"organizationId\":\"00000000-0000-0001-0000-000000000001\","
            + "\"previousHash\":\""
            + ChainedEntry.GENESIS
            + "\",\"session\":null,\"subjectId\":\"00000000-0000-0000-0000-000000000009\","
            + "\"subjectType\":\"bid\",\"userAgent\":null}",
        CanonicalJson.object(chain.get(0).content()));
    assertEquals(
        "acf94bb60fb35d86d4940be348815cb00653ea4001abbd953998cc8b9cddd6b8", chain.get(0).hash());
  }

  @Test
  void aWholeChain_holds_alsoAsExportedLines() {
    assertEquals(Optional.empty(), verify(ChainCheck.whole(), chain));
    List<ChainedEntry> read =
        chain.stream().map(ChainedEntry::line).map(ChainedEntry::read).toList();
    assertEquals(chain, read);
    assertEquals(Optional.empty(), verify(ChainCheck.part(), read.subList(2, 5)));
    assertEquals(
        Optional.empty(), verify(ChainCheck.from(3, chain.get(1).hash()), read.subList(2, 5)));
    assertEquals(
        Optional.empty(),
        verify(ChainCheck.excerpt(), List.of(chain.get(0), chain.get(2), chain.get(3))));
  }

  @Test
  void aChangedEntry_isNamed() {
    ChainedEntry third = chain.get(2);
    chain.set(2, ChainedEntry.read(third.line().replace("45.1", "45.2")));
    assertEquals(
        Optional.of(3L), verify(ChainCheck.whole(), chain).map(BrokenLink::number), "whole");
    assertEquals(
        Optional.of(BrokenLink.Kind.CONTENT),
        verify(ChainCheck.excerpt(), chain).map(BrokenLink::kind));
  }

  @Test
  void anEntryThatWasChangedAndHashedAgain_breaksTheNextLink() {
    ChainedEntry third = chain.get(2);
    ChainedEntry forged = ChainedEntry.read(third.line().replace("45.1", "45.2"));
    chain.set(2, ChainedEntry.sealed(forged.content()));
    BrokenLink broken = verify(ChainCheck.whole(), chain).orElseThrow();
    assertEquals(BrokenLink.Kind.ORDER, broken.kind());
    assertEquals(4, broken.number());
  }

  @Test
  void aMissingEntry_isNamedByItsNumber() {
    chain.remove(2);
    BrokenLink broken = verify(ChainCheck.whole(), chain).orElseThrow();
    assertEquals(BrokenLink.Kind.MISSING, broken.kind());
    assertEquals(3, broken.number());
  }

  @Test
  void swappedEntries_areFound() {
    ChainedEntry second = chain.get(1);
    chain.set(1, chain.get(2));
    chain.set(2, second);
    assertEquals(Optional.of(2L), verify(ChainCheck.whole(), chain).map(BrokenLink::number));
  }

  @Test
  void aCutTail_isFoundByTheHead() {
    ChainedEntry head = chain.remove(4);
    ChainCheck check = ChainCheck.whole();
    assertEquals(Optional.empty(), verify(check, chain));
    BrokenLink broken = check.end(head.number(), head.hash()).orElseThrow();
    assertEquals(BrokenLink.Kind.HEAD, broken.kind());
    assertEquals(5, broken.number());
    assertEquals(Optional.empty(), check.end(4, chain.get(3).hash()));
    assertEquals(
        Optional.of(BrokenLink.Kind.HEAD), check.end(4, head.hash()).map(BrokenLink::kind));
    assertEquals(Optional.of(1L), ChainCheck.whole().end(5, head.hash()).map(BrokenLink::number));
  }

  private static Optional<BrokenLink> verify(ChainCheck check, List<ChainedEntry> entries) {
    for (ChainedEntry entry : entries) {
      Optional<BrokenLink> broken = check.next(entry);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static List<ChainedEntry> chain(int length) {
    List<ChainedEntry> entries = new ArrayList<>();
    String previous = ChainedEntry.GENESIS;
    for (int number = 1; number <= length; number++) {
      ChainedEntry entry = change(number).chained(number, previous);
      entries.add(entry);
      previous = entry.hash();
    }
    return entries;
  }

  private static RecordedChange change(int number) {
    return new RecordedChange(
        new UUID(0, number),
        ORGANIZATION,
        Instant.parse("2026-07-01T10:00:00Z"),
        new UUID(0, 7),
        "user",
        null,
        "203.0.113.9",
        null,
        "bid.submitted",
        "bid",
        new UUID(0, 9),
        null,
        "{\"price\": 45.10}");
  }
}
