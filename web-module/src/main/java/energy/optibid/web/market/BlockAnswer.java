package energy.optibid.web.market;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.market.Auction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of an auction.
 *
 * @param block number from 1
 * @param startsAt in the market's own zone
 * @param endsAt the first moment after it
 */
public record BlockAnswer(int block, OffsetDateTime startsAt, OffsetDateTime endsAt) {
  static List<BlockAnswer> of(Auction auction) {
    ZoneId zone = auction.day().zone();
    List<DeliveryBlock> blocks = auction.day().blocks();
    return IntStream.range(0, blocks.size())
        .mapToObj(
            i ->
                new BlockAnswer(
                    i + 1, at(blocks.get(i).start(), zone), at(blocks.get(i).end(), zone)))
        .toList();
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
