package energy.optibid.assets.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.domain.LimitsCodec;
import energy.optibid.shared.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An asset as the audit trail keeps it. */
final class AssetRecord {
  private AssetRecord() {}

  static JsonObject of(Asset asset) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", asset.name())
            .add("type", asset.type().code())
            .add("marketCode", asset.marketCode())
            .add("areaCode", asset.areaCode())
            .add("maxInjectionMw", asset.maxInjectionMw())
            .add("maxWithdrawalMw", asset.maxWithdrawalMw())
            .add("limits", JsonText.object(LimitsCodec.write(asset.limits())))
            .add("limitsStated", asset.limitsStated())
            .add("version", asset.version());
    if (asset.siteId() != null) {
      json.add("siteId", asset.siteId().toString());
    }
    if (asset.fuel() != null) {
      json.add("fuel", asset.fuel().code());
    }
    return json.build();
  }
}
