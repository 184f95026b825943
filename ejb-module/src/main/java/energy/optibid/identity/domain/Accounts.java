package energy.optibid.identity.domain;

import energy.optibid.shared.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts and failed attempts, looked up before anybody's organisation is known. */
public interface Accounts {

  /** The active account of an address (in lower case), with its oldest membership. */
  Optional<Account> byEmail(String email);

  /** The account as it is now, if it is still active and a member. */
  Optional<Account> byId(UUID userId, OrganizationId organization);

  /**
   * Counts an attempt as failed, unless the address is locked.
   *
   * @return the state before the attempt
   */
  Lockout beginAttempt(String email, Instant now);

  /** Forgives everything: the password was right. */
  void forgive(String email);
}
