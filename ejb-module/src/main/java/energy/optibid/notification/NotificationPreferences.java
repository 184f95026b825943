package energy.optibid.notification;

/** The caller's own settings. */
public interface NotificationPreferences {

  NotificationSettings get();

  /**
   * Replaces them.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault,
   *     {@code precondition_failed} if the version has moved on
   */
  NotificationSettings put(long expectedVersion, NotificationSettings.Input input);
}
