package energy.optibid.rules.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.rules.PackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pack texts on a real PostgreSQL. */
class PackArchiveIT {
  private static final PostgresServer SERVER = PostgresServer.shared();

  private final LocalTransactions transactions = SERVER.transactions();
  private final Caller caller = Tenants.create(SERVER);

  /** Two auctions of a day that clear at once keep the packs of both, each its own first. */
  @Test
  void twoWhoKeepTheSameNewPacksInOtherOrders_bothGoOn() throws Exception {
    RulePack one = newPack();
    RulePack other = newPack();
    CyclicBarrier firstKept = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Future<String> here = nodes.submit(() -> keepBoth(one, other, firstKept));
      Future<String> there = nodes.submit(() -> keepBoth(other, one, firstKept));
      assertEquals(other.identity(), here.get(1, TimeUnit.MINUTES));
      assertEquals(one.identity(), there.get(1, TimeUnit.MINUTES));
    } finally {
      nodes.shutdownNow();
    }
    PackArchive archive = archive();
    for (RulePack pack : List.of(one, other)) {
      assertEquals(
          pack.text(), transactions.callAs(caller, () -> archive.require(pack.identity())).text());
    }
  }

  private String keepBoth(RulePack first, RulePack second, CyclicBarrier firstKept) {
    PackArchive archive = archive();
    return transactions.callAs(
        caller,
        () -> {
          archive.keep(first);
          try {
            firstKept.await();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return archive.keep(second);
        });
  }

  private PackArchive archive() {
    return new JdbcPackArchive(transactions, transactions, SERVER.systemConnections());
  }

  /** A real pack with a source that no other names. */
  private static RulePack newPack() {
    String text =
        new ClassPathRulePacks()
            .rules()
            .pack("gme-mgp")
            .text()
            .replaceFirst("order books", "order books " + UUID.randomUUID());
    return RulePack.read(
        "gme-mgp.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
