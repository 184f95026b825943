package energy.optibid.risk;

/** The approval policy of the caller's organisation. */
public interface ApprovalPolicies {
  ApprovalPolicy get();

  /**
   * Replaces it.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault,
   *     {@code precondition_failed} if the version has moved on
   */
  ApprovalPolicy put(long expectedVersion, ApprovalPolicy.Input input);
}
