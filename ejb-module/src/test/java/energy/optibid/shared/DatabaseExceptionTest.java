package energy.optibid.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseExceptionTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
  void connectionsThatAreLostOrRefused_meanThatItCannotBeReached(String state) {
    SQLException cause = new SQLException("gone", state);
    assertTrue(DatabaseException.isUnreachable(new DatabaseException(cause)));
    assertTrue(DatabaseException.isUnreachable(new IllegalStateException("flush", cause)));
  }

  @Test
  void aPoolWithoutAConnectionToGive_meansTheSame() {
    SQLException none =
        new SQLException(
            "Error in allocating a connection", new ResourceAllocationException("max-pool-size"));
    assertTrue(DatabaseException.isUnreachable(new DatabaseException(none)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "57014", "22012"})
  void whatTheDatabaseAnswers_showsThatItIsThere(String state) {
    assertFalse(
        DatabaseException.isUnreachable(new DatabaseException(new SQLException("no", state))));
  }

  @Test
  void otherFailures_sayNothingOfIt() {
    assertFalse(DatabaseException.isUnreachable(new IllegalStateException("unknown")));
  }
}
