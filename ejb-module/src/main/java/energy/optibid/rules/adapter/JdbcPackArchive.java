package energy.optibid.rules.adapter;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.rules.PackArchive;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Pack texts in the table {@code rule_pack}, which can only grow. */
@ApplicationScoped
@Typed(PackArchive.class)
public class JdbcPackArchive implements PackArchive {
  private final Transactions transactions;
  private final TenantConnections connections;
  private final SystemConnections system;
  private final Map<String, RulePack> parsed = new ConcurrentHashMap<>();
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  @Inject
  public JdbcPackArchive(
      Transactions transactions, TenantConnections connections, SystemConnections system) {
    this.transactions = transactions;
    this.connections = connections;
    this.system = system;
  }

  @Override
  public String keep(RulePack pack) {
    if (!kept.contains(pack.identity())) {
      // Within the callers' transactions, two that keep two packs would wait for each other.
      system.inTransaction(
          connection ->
              Sql.change(
                  connection,
                  "insert into rule_pack (identity, pack, content) values (?, ?, ?)"
                      + " on conflict do nothing",
                  pack.identity(),
                  pack.market(),
                  pack.text()));
      kept.add(pack.identity());
    }
    return pack.identity();
  }

  @Override
  public RulePack require(String identity) {
    RulePack known = parsed.get(identity);
    if (known != null) {
      return known;
    }
    RulePack found =
        text(identity)
            .map(text -> parse(identity, text))
            .orElseThrow(() -> ProblemException.notFound("rule pack of a result"));
    parsed.put(identity, found);
    return found;
  }

  private Optional<String> text(String identity) {
    return transactions.call(
        () ->
            connections.withConnection(
                connection ->
                    Sql.first(
                        connection,
                        "select content from rule_pack where identity = ?",
                        row -> row.getString(1),
                        identity)));
  }

  private static RulePack parse(String identity, String text) {
    return RulePack.read(identity, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
