package energy.optibid.clearing;

/** An award and the market whose auction gave it. */
public record MarketAward(String marketCode, Award award) {}
