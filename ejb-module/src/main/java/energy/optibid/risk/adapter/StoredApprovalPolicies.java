package energy.optibid.risk.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.risk.ApprovalPolicies;
import energy.optibid.risk.ApprovalPolicy;
import energy.optibid.risk.domain.ValidPolicy;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** Policies in PostgreSQL, one row per organisation that ever had one. */
@ApplicationScoped
@Typed(ApprovalPolicies.class)
@InTransaction
public class StoredApprovalPolicies implements ApprovalPolicies {
  private static final ApprovalPolicy NONE = new ApprovalPolicy(null, null, null, 0);

  private final TenantConnections connections;
  private final AuditTrail audit;

  @Inject
  public StoredApprovalPolicies(TenantConnections connections, AuditTrail audit) {
    this.connections = connections;
    this.audit = audit;
  }

  @Override
  public ApprovalPolicy get() {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select value, currency, volume_mwh, version from approval_policy
                    where organization_id = current_organization()""",
                    row ->
                        new ApprovalPolicy(
                            LimitRows.figure(row.getBigDecimal(1)),
                            row.getString(2),
                            LimitRows.figure(row.getBigDecimal(3)),
                            row.getLong(4)))
                .orElse(NONE));
  }

  @Override
  public ApprovalPolicy put(long expectedVersion, ApprovalPolicy.Input input) {
    ValidPolicy.require(input);
    UUID organization = Tenancy.require().organization().value();
    ApprovalPolicy before = get();
    int changed =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into approval_policy as p
                      (organization_id, value, currency, volume_mwh, version)
                    values (?, ?, ?, ?, 1)
                    on conflict (organization_id) do update
                    set value = excluded.value, currency = excluded.currency,
                      volume_mwh = excluded.volume_mwh, version = p.version + 1
                    where p.version = ?""",
                    organization,
                    input.value(),
                    input.currency(),
                    input.volumeMwh(),
                    expectedVersion));
    if (changed == 0) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "The policy changed since you read it.");
    }
    ApprovalPolicy after = get();
    audit.record(
        "approval_policy.changed", "approval_policy", organization, json(before), json(after));
    return after;
  }

  private static JsonObject json(ApprovalPolicy policy) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (policy.value() != null) {
      json.add("value", policy.value());
    }
    if (policy.currency() != null) {
      json.add("currency", policy.currency());
    }
    if (policy.volumeMwh() != null) {
      json.add("volumeMwh", policy.volumeMwh());
    }
    return json.build();
  }
}
