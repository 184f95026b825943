package energy.optibid.redis;

import java.util.Map;

/** Counts of something that uses Redis; each bean of this type shows in Redis's health. */
public interface RedisFigures {

  /** Counts by name, since the start of this node. */
  Map<String, Long> figures();
}
