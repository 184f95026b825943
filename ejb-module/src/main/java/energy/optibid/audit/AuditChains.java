package energy.optibid.audit;

/** The caller's organisation's chain of sealed entries. */
public interface AuditChains {

  /** How far the chain goes, and what the last verification found. */
  ChainState state();

  /** Follows the whole chain now, keeps what was found, and answers the new state. */
  ChainState verify();
}
