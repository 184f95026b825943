package energy.optibid.analytics.adapter;

import energy.optibid.market.Market;
import energy.optibid.market.MarketOperator;
import energy.optibid.market.Markets;
import java.util.List;
import java.util.Optional;

/** The one market of the tests here. */
final class FewMarkets implements Markets {
  @Override
  public List<MarketOperator> operators() {
    return List.of();
  }

  @Override
  public List<Market> all() {
    return List.of(
        new Market(
            GeneratedPrices.MARKET,
            "Europe",
            "entsoe",
            "EUR",
            "Europe/Brussels",
            false,
            "da",
            "eu",
            false));
  }

  @Override
  public Optional<Market> find(String code) {
    return all().stream().filter(market -> market.code().equals(code)).findFirst();
  }
}
