package energy.optibid.shared.adapter;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/**
 * Opens the persistence unit. The server looks a unit up in the module of the component at work; in
 * a CDI bean that is the module of the request, a WAR, which has none. In an EJB it is this module.
 */
@Singleton
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PersistenceUnitDoor {

  @SuppressWarnings("NullAway.Init") // the container fills it
  @PersistenceUnit(unitName = "optibid")
  private EntityManagerFactory unit;

  /** An entity manager that takes part in the caller's transaction; the caller closes it. */
  public EntityManager open() {
    return unit.createEntityManager();
  }
}
