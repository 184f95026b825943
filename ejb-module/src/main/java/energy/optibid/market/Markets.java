package energy.optibid.market;

import java.util.List;
import java.util.Optional;

/** Operators and their markets. They are the same for every organisation. */
public interface Markets {
  /** Every operator, by code. */
  List<MarketOperator> operators();

  /** Every market, by code. */
  List<Market> all();

  /** One market, if there is one of that code. */
  Optional<Market> find(String code);
}
