package energy.optibid.identity.domain;

import energy.optibid.shared.Caller;

/** What the organisation's auditors are told of signing in and out. */
public interface SignInJournal {

  /** Notes what happened to a person, in a transaction of its own. */
  void note(Happened happened, Caller person);

  /** What can happen. */
  enum Happened {
    SIGNED_IN("user.signed_in"),
    /** The password was wrong. */
    REFUSED("user.sign_in_refused"),
    SIGNED_OUT("user.signed_out");

    private final String action;

    Happened(String action) {
      this.action = action;
    }

    /** Its name in the audit trail. */
    public String action() {
      return action;
    }
  }
}
