package energy.optibid.launcher.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LaunchFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cret@db.example:5433/bids",
        "postgres://ann:s3cret@db.example:5433/bids",
        "postgresql+asyncpg://ann:s3cret@db.example:5433/bids"
      })
  void everySpelling_meansTheSame(String text) {
    DatabaseUrl url = DatabaseUrl.parse(text);
    assertEquals("jdbc:postgresql://db.example:5433/bids", url.jdbc());
    assertEquals("ann", url.user());
    assertEquals("s3cret", url.password());
  }

  @Test
  void parametersAndDefaultPort_areKept() {
    assertEquals(
        "jdbc:postgresql://db/bids?sslmode=require",
        DatabaseUrl.parse("postgresql://a:b@db/bids?sslmode=require").jdbc().replace(":5432", ""));
  }

  @Test
  void percentEscapesAndPlus_inThePassword() {
    assertEquals("p@ss+w/rd", DatabaseUrl.parse("postgresql://a:p%40ss+w%2Frd@db/x").password());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://a:hidden@db/x",
        "postgresql://db/x",
        "postgresql://a@db/x",
        "postgresql://a:hidden@db",
        "postgresql://a:hid den@db/x",
        "nonsense"
      })
  void wrong_isRefusedWithoutQuotingThePassword(String text) {
    LaunchFailure refusal = assertThrows(LaunchFailure.class, () -> DatabaseUrl.parse(text));
    String sentence = String.valueOf(refusal.getMessage());
    assertTrue(sentence.startsWith("DATABASE_URL"), sentence);
    assertFalse(sentence.contains("hid"), sentence);
  }

  @Test
  void printed_showsNoPassword() {
    assertEquals("db:5432/x", DatabaseUrl.parse("postgresql://a:hidden@db/x").toString());
  }
}
