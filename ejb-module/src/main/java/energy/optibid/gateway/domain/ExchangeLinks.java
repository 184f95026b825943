package energy.optibid.gateway.domain;

/** Puts connections to work. */
public interface ExchangeLinks {
  ExchangeLink of(ConnectionSettings settings);
}
