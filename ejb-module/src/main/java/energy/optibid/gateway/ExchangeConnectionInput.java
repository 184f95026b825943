package energy.optibid.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A connection as somebody writes it; judged as a whole, every fault at once.
 *
 * @param secret signing secret of 16 to 256 characters; left out when a connection is changed, the
 *     one it has stays
 * @param timeoutMillis 100 to 60,000; 5,000 unless given
 * @param attempts 1 to 20; 5 unless given
 */
public record ExchangeConnectionInput(
    @Nullable String operatorCode,
    @Nullable ConnectionKind kind,
    @Nullable Boolean enabled,
    @Nullable String memberId,
    @Nullable String folder,
    @Nullable String url,
    @Nullable String secret,
    @Nullable Integer timeoutMillis,
    @Nullable Integer attempts) {}
