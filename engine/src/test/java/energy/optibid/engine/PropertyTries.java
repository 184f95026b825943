package energy.optibid.engine;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Lets every property try more or less often than it says: {@code
 * -Doptibid.test.tries.percent=1000} for a long search, few where the same property runs for
 * hundreds of mutants. Found by jqwik as a service.
 */
public final class PropertyTries implements AroundPropertyHook {
  private static final int PERCENT = Integer.getInteger("optibid.test.tries.percent", 100);

  /** What jqwik does where a property does not say how often. */
  private static final int UNSAID = 1000;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
    int said = context.attributes().tries().orElse(UNSAID);
    context.attributes().setTries(Math.max(1, Math.multiplyExact(said, PERCENT) / 100));
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
