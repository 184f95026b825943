package energy.optibid.it.container;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is shipped, plus one web module with the test classes. */
final class RealEar {
  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String TEST_MODULE = "container-tests.war";

  private RealEar() {}

  /** The archive to return from a {@code @Deployment} method. */
  static EnterpriseArchive with(Class<?>... testClasses) {
    File shipped = new File(System.getProperty("optibid.test.ear", "../ear/target/optibid.ear"));
    EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, shipped);
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, TEST_MODULE)
            .addClasses(testClasses)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    String descriptor = read(ear);
    ear.delete(DESCRIPTOR);
    ear.addAsManifestResource(
        new StringAsset(
            descriptor.replaceFirst(
                "(?=<library-directory>)",
                "<module><web><web-uri>%s</web-uri><context-root>/container-tests</context-root></web></module>"
                    .formatted(TEST_MODULE))),
        "application.xml");
    return ear.addAsModule(Testable.archiveToTest(tests));
  }

  private static String read(EnterpriseArchive ear) {
    try (InputStream descriptor = ear.get(DESCRIPTOR).getAsset().openStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      descriptor.transferTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
