package energy.optibid.engine.clearing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(
    packages = "energy.optibid.engine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ClearingArchitectureTest {
  @ArchTest
  static final ArchRule engineKnowsNoJakarta =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta..", "javax..")
                  .and(resideOutsideOfPackage("javax.xml.stream.."))); // Java SE's own

  @ArchTest
  static final ArchRule clearingAndUnitsArePure =
      classes()
          .that()
          .resideInAnyPackage("..engine.clearing..", "..engine.units..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "energy.optibid.engine.clearing..",
              "energy.optibid.engine.units..",
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule clearingReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("..engine.clearing..", "..engine.units..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule proofIgnoresTheSolver =
      noClasses()
          .that()
          .resideInAPackage("..clearing.proof..")
          .or()
          .haveSimpleName("ClearingVerifier")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..clearing.domain..");

  @ArchTest
  static final ArchRule solverIgnoresTheProof =
      noClasses()
          .that()
          .resideInAPackage("..clearing.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..clearing.proof..");

  @ArchTest
  static final ArchRule auctionProofIgnoresTheSearch =
      noClasses()
          .that()
          .resideInAPackage("..clearing.auction.proof..")
          .or()
          .haveSimpleName("AuctionVerifier")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..clearing.auction.search..", "..clearing.domain..", "..clearing.splitting");

  @ArchTest
  static final ArchRule searchIgnoresTheProof =
      noClasses()
          .that()
          .resideInAPackage("..clearing.auction.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..proof..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule solverIsCalledThroughItsRoot =
      noClasses()
          .that()
          .resideOutsideOfPackage("..clearing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..clearing.domain..", "..clearing.proof..");
}
