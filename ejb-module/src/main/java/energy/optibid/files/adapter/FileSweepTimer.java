package energy.optibid.files.adapter;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sweeps once an hour. */
@Singleton
public class FileSweepTimer {

  @Inject private FileSweep sweep;

  @Schedule(hour = "*", minute = "17", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void onTheHour() {
    sweep.sweep();
  }
}
