package energy.optibid.settlement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement somebody asks for; nothing is certain about it yet.
 *
 * @param exchangeId a simulated exchange; null for reality
 * @param lastDay included; at most 31 days after the first
 */
public record StatementRequest(
    @Nullable UUID exchangeId, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {}
