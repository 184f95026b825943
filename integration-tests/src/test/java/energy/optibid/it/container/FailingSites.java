package energy.optibid.it.container;

import energy.optibid.assets.Site;
import energy.optibid.assets.SiteInput;
import energy.optibid.assets.Sites;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Transactions that write a site and then go wrong. */
@ApplicationScoped
@InTransaction
public class FailingSites {
  @Inject Sites sites;

  /** Creates a site, tells its id and throws. */
  public Site create(SiteInput input, UUID[] written, Exception thrown) throws Exception {
    written[0] = sites.create(input).id();
    throw thrown;
  }

  /** Creates a site, fails to find another and goes on as if nothing had happened. */
  public Site createAndForgive(SiteInput input, UUID[] written) {
    Site site = sites.create(input);
    written[0] = site.id();
    try {
      return sites.require(new UUID(0, 0));
    } catch (ProblemException forgiven) {
      return site;
    }
  }
}
