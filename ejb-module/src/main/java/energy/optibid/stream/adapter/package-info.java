/**
 * Apache Kafka: one node of the installation publishes, all of them share the feed's partitions,
 * and each hears all of the others' ticks. All of it works in threads of its own with the plain
 * client; a broker's loss is noted and waited for.
 */
@NullMarked
package energy.optibid.stream.adapter;

import org.jspecify.annotations.NullMarked;
