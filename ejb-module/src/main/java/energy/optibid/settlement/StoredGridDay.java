package energy.optibid.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the grid's data of a day were imported, and by whom.
 *
 * @param revision 1, and one more each time other data took their place
 * @param recordedAt when this revision came, by the wall clock
 * @param recordedBy null for data from before this was kept
 * @param recordedByName null for a person who is gone
 */
public record StoredGridDay(
    LocalDate day,
    int revision,
    OffsetDateTime recordedAt,
    @Nullable UUID recordedBy,
    @Nullable String recordedByName) {}
