package energy.optibid.shared;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Binds a {@link Caller} to the current thread; row-level security follows it.
 *
 * <p>Bind before a transaction starts: a transaction belongs to one organisation, and the database
 * gates refuse a change of organisation inside one.
 */
public final class Tenancy {

  /** The user of work that no person asked for. */
  public static final UUID NOBODY = new UUID(0, 0);

  private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

  private Tenancy() {}

  public static Optional<Caller> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * The caller of this thread.
   *
   * @throws ProblemException {@link ProblemCode#UNAUTHENTICATED} when nobody is bound
   */
  public static Caller require() {
    return current()
        .orElseThrow(
            () -> new ProblemException(ProblemCode.UNAUTHENTICATED, "Sign in to do this."));
  }

  /** Runs the work as this caller and restores the previous one, whatever happens. */
  public static <T extends @Nullable Object> T callAs(Caller caller, Callable<T> work)
      throws Exception {
    Caller previous = CURRENT.get();
    CURRENT.set(caller);
    try {
      return work.call();
    } finally {
      restore(previous);
    }
  }

  /** Runs the work as this caller and restores the previous one, whatever happens. */
  public static void runAs(Caller caller, Runnable work) {
    Caller previous = CURRENT.get();
    CURRENT.set(caller);
    try {
      work.run();
    } finally {
      restore(previous);
    }
  }

  /** The caller of a background job: the organisation and the user who asked for it. */
  public static Caller jobCaller(OrganizationId organization, UUID requestedBy) {
    return new Caller(requestedBy, "", organization, Set.of());
  }

  private static void restore(@Nullable Caller previous) {
    if (previous == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(previous);
    }
  }
}
