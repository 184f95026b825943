package energy.optibid.market.adapter;

/**
 * The first and the last price of each area and source. Every end is one look into an index in its
 * order, so that years of prices cost no more than a day.
 */
final class CoverageQuery {
  private static final String OF_IMPORTS =
      "select p.starts_at from price p where p.auction_id is null"
          + " and p.organization_id = (select current_organization()) and p.market_code = m.code"
          + " and p.area = a.code order by p.starts_at";
  private static final String OF_FEED =
      "select p.starts_at from price p where p.auction_id is null and p.organization_id is null"
          + " and p.market_code = m.code and p.area = a.code order by p.starts_at";
  private static final String OF_AUCTIONS =
      "select p.starts_at from price p where p.auction_id is not null"
          + " and p.market_code = m.code and p.area = a.code and p.source = '%s'"
          + " order by p.starts_at";

  /** Takes the market code twice, or null for every market. */
  static final String TEXT =
      "select m.code, m.name, m.simulated, m.time_zone, a.code, a.name, a.kind, e.source,"
          + " min(e.first), max(e.last) from market m join bid_area a on a.market_code = m.code"
          + " cross join lateral ("
          + ends("published", OF_IMPORTS)
          + " union all "
          + ends("published", OF_FEED)
          + " union all "
          + ends("published", OF_AUCTIONS.formatted("published"))
          + " union all "
          + ends("cleared", OF_AUCTIONS.formatted("cleared"))
          + ") e where (?::text is null or m.code = ?) and e.first is not null"
          + " group by m.code, a.market_code, a.code, e.source"
          + " order by m.code, array_position(array['bidding', 'total', 'external', 'index'],"
          + " a.kind), a.code, e.source desc";

  private CoverageQuery() {}

  private static String ends(String source, String ordered) {
    return "select '%s' as source, (%s limit 1) as first, (%s desc limit 1) as last"
        .formatted(source, ordered, ordered);
  }
}
