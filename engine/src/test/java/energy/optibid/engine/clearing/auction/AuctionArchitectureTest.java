package energy.optibid.engine.clearing.auction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "energy.optibid.engine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AuctionArchitectureTest {
  @ArchTest
  static final ArchRule theProofIgnoresEverythingThatSolves =
      noClasses()
          .that()
          .resideInAPackage("..clearing.auction.proof..")
          .or()
          .haveSimpleName("AuctionVerifier")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..clearing.auction.search..",
              "..clearing.domain..",
              "energy.optibid.engine.clearing.splitting");

  @ArchTest
  static final ArchRule theSearchIgnoresTheProof =
      noClasses()
          .that()
          .resideInAPackage("..clearing.auction.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..proof..");

  @ArchTest
  static final ArchRule theSearchIsCalledThroughItsRoot =
      noClasses()
          .that()
          .resideOutsideOfPackage("..clearing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..clearing.auction.search..", "..clearing.splitting..");
}
