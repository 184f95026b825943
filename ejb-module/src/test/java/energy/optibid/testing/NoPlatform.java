package energy.optibid.testing;

import energy.optibid.shared.PlatformTransactions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** For sandboxes, which have nobody else's bids: nobody asks for everybody's rows. */
public final class NoPlatform implements PlatformTransactions {
  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    throw new AssertionError("a sandbox asked for everybody's bids");
  }
}
