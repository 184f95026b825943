package energy.optibid.identity.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.identity.domain.SignInJournal;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.jspecify.annotations.Nullable;

/** Signing in and out in the organisation's audit trail, from where the person came. */
@ApplicationScoped
@Typed(SignInJournal.class)
public class AuditedSignIn implements SignInJournal {
  private final AuditTrail audit;
  private final Transactions transactions;
  @Resource private @Nullable ManagedExecutorService threads;

  @Inject
  public AuditedSignIn(AuditTrail audit, Transactions transactions) {
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public void note(Happened happened, Caller person) {
    if (happened == Happened.REFUSED && threads != null) {
      // a wrong password must not take longer where there is an account
      threads.execute(() -> write(happened, person));
    } else {
      write(happened, person);
    }
  }

  private void write(Happened happened, Caller person) {
    Tenancy.runAs(
        person,
        () ->
            transactions.call(
                () -> {
                  audit.record(
                      happened.action(),
                      "user",
                      person.userId(),
                      Json.createObjectBuilder().add("email", person.email()).build());
                  return true;
                }));
  }
}
