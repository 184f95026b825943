package energy.optibid.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Assets;
import energy.optibid.assets.Site;
import energy.optibid.assets.SiteInput;
import energy.optibid.assets.Sites;
import energy.optibid.identity.DemoOrganizations;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Row-level security holds through JPA and JDBC on the threads where the container begins no
 * transaction itself, and what a call throws undoes what it wrote.
 */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
public class TransactionsIT {
  @Deployment
  public static EnterpriseArchive ear() {
    return RealEar.with(TransactionsIT.class, FailingSites.class);
  }

  @Inject Assets assets;
  @Inject Sites sites;
  @Inject FailingSites failing;
  @Resource ManagedExecutorService threads;

  @Test
  void managedThread_seesItsOrganisationsRows() throws Exception {
    int onTheRequest = asDemo(() -> assets.list(null, null, 100).items().size());
    int onTheThread =
        threads.submit(() -> asDemo(() -> assets.list(null, null, 100).items().size())).get();
    assertTrue(onTheRequest > 0, "the demo organisation has assets");
    assertEquals(onTheRequest, onTheThread);
  }

  @Test
  void managedThread_keepsWhatItWrote() throws Exception {
    Site kept = threads.submit(() -> asDemo(() -> sites.create(named("kept")))).get();
    assertEquals(kept, asDemo(() -> sites.require(kept.id())));
  }

  @Test
  void checkedException_arrivesAsItWasThrown_andRollsBack() throws Exception {
    IOException thrown = new IOException("disk");
    UUID[] written = new UUID[1];
    assertSame(
        thrown,
        assertThrows(
            IOException.class,
            () -> asDemo(() -> failing.create(named("checked"), written, thrown))));
    assertFalse(asDemo(() -> sites.find(written[0]).isPresent()));
  }

  @Test
  void problem_arrivesAsItWasThrown_andRollsBack() throws Exception {
    ProblemException thrown = ProblemException.notFound("sense");
    UUID[] written = new UUID[1];
    assertSame(
        thrown,
        assertThrows(
            ProblemException.class,
            () -> asDemo(() -> failing.create(named("problem"), written, thrown))));
    assertFalse(asDemo(() -> sites.find(written[0]).isPresent()));
  }

  @Test
  void workThatGoesOnAfterAFailureInside_isRefusedInsteadOfLostInSilence() throws Exception {
    UUID[] written = new UUID[1];
    assertThrows(
        IllegalStateException.class,
        () -> asDemo(() -> failing.createAndForgive(named("forgiven"), written)));
    assertFalse(asDemo(() -> sites.find(written[0]).isPresent()));
  }

  private static SiteInput named(String name) {
    return new SiteInput(name + " " + UUID.randomUUID(), "gme-mgp", "NORD");
  }

  private static <T> T asDemo(Callable<T> work) throws Exception {
    return Tenancy.callAs(Tenancy.jobCaller(DemoOrganizations.DEMO.id(), new UUID(0, 1)), work);
  }
}
