package energy.optibid.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A uuid column that may be empty. EclipseLink 4.0 converts UUIDs by itself but fails on a null, so
 * each such column names this converter.
 */
@Converter
public class NullableUuid implements AttributeConverter<@Nullable UUID, @Nullable UUID> {
  @Override
  public @Nullable UUID convertToDatabaseColumn(@Nullable UUID value) {
    return value;
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable UUID column) {
    return column;
  }
}
