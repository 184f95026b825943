package energy.optibid.shared.adapter;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Puts the organisation on every connection that EclipseLink takes for a transaction. It is called
 * before EclipseLink opens its first connection.
 */
public class TenantSessionCustomizer implements SessionCustomizer {

  // EclipseLink makes this object itself, so nothing can be injected; the name is a constant.
  @SuppressWarnings("BanJNDI")
  @Override
  public void customize(Session session) throws NamingException {
    DatabaseMigration.once();
    TransactionSynchronizationRegistry registry =
        InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    session.getEventManager().addListener(new OnAcquire(new TenantBinding(registry)));
  }

  private static final class OnAcquire extends SessionEventAdapter {

    private final TenantBinding binding;

    OnAcquire(TenantBinding binding) {
      this.binding = binding;
    }

    /**
     * An empty uuid column is bound as what it is; EclipseLink would bind text, which is refused.
     */
    @Override
    public void postLogin(SessionEvent event) {
      for (ClassDescriptor descriptor : event.getSession().getDescriptors().values()) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
          if (mapping.isDirectToFieldMapping()
              && UUID.class.equals(mapping.getAttributeClassification())) {
            mapping.getField().setSqlType(Types.OTHER);
          }
        }
      }
    }

    @Override
    public void postAcquireConnection(SessionEvent event) {
      // Outside a transaction nothing is set, and the policies show nothing.
      if (!binding.insideTransaction()) {
        return;
      }
      Connection connection = ((DatabaseAccessor) event.getResult()).getConnection();
      try {
        // In auto-commit the setting would end with its own statement and bind nothing.
        if (!connection.getAutoCommit()) {
          binding.bind(connection);
        }
      } catch (SQLException e) {
        throw DatabaseException.sqlException(e);
      }
    }
  }
}
