package energy.optibid.outbox;

import energy.optibid.shared.DomainEvent;

/** Where a change leaves its event. */
public interface Outbox {

  /**
   * Saves the event in the caller's transaction; it is handed on after the commit, and never when
   * the transaction rolls back.
   *
   * @throws IllegalStateException outside a transaction
   */
  void append(DomainEvent event);
}
