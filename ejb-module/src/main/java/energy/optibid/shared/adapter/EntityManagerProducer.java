package energy.optibid.shared.adapter;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The entity manager to inject: each call goes to the one of the current transaction, which is
 * opened at its first use and closed when the transaction is over.
 */
@ApplicationScoped
public class EntityManagerProducer {

  private static final Object KEY = "optibid.entity-manager";

  @Inject private PersistenceUnitDoor door;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry registry;

  @Produces
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManagerProducer.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) ->
                forward(method, arguments == null ? new Object[0] : arguments));
  }

  private @Nullable Object forward(Method method, Object[] arguments) throws Throwable {
    Object target = method.getDeclaringClass() == Object.class ? this : ofTransaction();
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private EntityManager ofTransaction() {
    if (registry.getTransactionKey() == null) {
      throw new IllegalStateException("database work belongs in a transaction");
    }
    if (registry.getResource(KEY) instanceof EntityManager open) {
      return open;
    }
    EntityManager opened = door.open();
    registry.putResource(KEY, opened);
    registry.registerInterposedSynchronization(new Closing(opened));
    return opened;
  }

  private record Closing(EntityManager entityManager) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // the persistence provider flushes by itself
    }

    @Override
    public void afterCompletion(int status) {
      entityManager.close();
    }
  }
}
