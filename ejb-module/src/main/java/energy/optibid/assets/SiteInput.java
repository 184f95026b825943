package energy.optibid.assets;

import org.jspecify.annotations.Nullable;

/** A site as somebody wrote it: nothing is certain about it yet. */
public record SiteInput(
    @Nullable String name, @Nullable String marketCode, @Nullable String areaCode) {}
