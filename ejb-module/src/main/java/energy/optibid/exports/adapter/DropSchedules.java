package energy.optibid.exports.adapter;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ScheduleExports;
import energy.optibid.gateway.DeliverySchedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The export of a day's schedules, for drop folders. */
@ApplicationScoped
@Typed(DeliverySchedules.class)
public class DropSchedules implements DeliverySchedules {
  private final ScheduleExports exports;

  @Inject
  public DropSchedules(ScheduleExports exports) {
    this.exports = exports;
  }

  @Override
  public Schedules ofDay(LocalDate deliveryDay) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      exports.schedules(deliveryDay, null, null, ExportFormat.CSV).content().writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    String csv = file.toString(StandardCharsets.UTF_8);
    return new Schedules(csv, csv.lines().skip(1).count());
  }
}
