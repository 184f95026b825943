package energy.optibid.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Who may know whom in the engine. */
@AnalyzeClasses(packages = "energy.optibid.engine", importOptions = DoNotIncludeTests.class)
class EngineArchitectureTest {
  private static final String ROOT = "energy.optibid.engine.";

  @ArchTest
  static final ArchRule engineIsPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta..", "javax..", "java.sql..", "java.net..", "sun..")
                  .and(resideOutsideOfPackage("javax.xml.stream.."))); // Java SE's own

  @ArchTest
  static final ArchRule capabilitiesHaveNoCycles =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule clearingKnowsUnitsOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "clearing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "rules..", ROOT + "market..", ROOT + "cli..");

  @ArchTest
  static final ArchRule rulesKnowUnitsOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "clearing..", ROOT + "market..", ROOT + "cli..");

  @ArchTest
  static final ArchRule readersDoNotKnowTheGenerator =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "market.gme")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "market.gme.sample..");

  @ArchTest
  static final ArchRule onlyTheCommandLineTouchesFilesAndTheJvm =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "picocli..")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule functionsHaveNoClockAndNoChance =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "cli..", ROOT + "market.gme.sample..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");
}
