package energy.optibid.assets;

import java.util.UUID;

/**
 * A place where assets stand.
 *
 * @param version rises with every change; the entity tag
 */
public record Site(UUID id, String name, String marketCode, String areaCode, long version) {}
