package energy.optibid.market.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.market.BidAreas;
import energy.optibid.market.DayStaging;
import energy.optibid.market.Markets;
import energy.optibid.market.OrderBooks;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceStaging;
import energy.optibid.market.PriceVersions;
import energy.optibid.market.Prices;
import energy.optibid.outbox.Outbox;
import energy.optibid.testing.LocalTransactions;

/** The market's adapters on plain transactions. */
public final class MarketBench {
  private MarketBench() {}

  public static DayStaging staging(LocalTransactions transactions, Outbox outbox) {
    return new StoredDays(transactions, transactions, outbox);
  }

  public static PriceStaging priceStaging(LocalTransactions transactions) {
    return new StoredPriceStaging(transactions, transactions);
  }

  public static PriceCharts charts(LocalTransactions transactions) {
    return new StoredPriceCharts(
        transactions, transactions, new StoredMarkets(transactions, transactions));
  }

  public static PriceCharts cachedCharts(LocalTransactions transactions, Cache cache) {
    return new CachedPriceCharts(
        new StoredPriceCharts(
            transactions, transactions, new StoredMarkets(transactions, transactions)),
        cache,
        versions(transactions));
  }

  public static Markets markets(LocalTransactions transactions) {
    return new StoredMarkets(transactions, transactions);
  }

  public static BidAreas areas(LocalTransactions transactions) {
    return new StoredMarkets(transactions, transactions);
  }

  public static PriceVersions versions(LocalTransactions transactions) {
    return new StoredPriceVersions(transactions, transactions);
  }

  public static Prices prices(LocalTransactions transactions, Outbox outbox) {
    return new StoredPrices(transactions, transactions, outbox);
  }

  public static Prices cachedPrices(LocalTransactions transactions, Outbox outbox, Cache cache) {
    return new CachedPrices(
        new StoredPrices(transactions, transactions, outbox), cache, versions(transactions));
  }

  public static OrderBooks books(LocalTransactions transactions) {
    return new StoredOrderBooks(transactions, transactions);
  }
}
