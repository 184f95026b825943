package energy.optibid.web.identity;

import jakarta.json.JsonObject;
import java.util.List;

/** A JWK set (RFC 7517), as the API description shows it. */
public record JwkSet(List<JsonObject> keys) {}
