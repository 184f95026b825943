package energy.optibid.ws;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A socket passes on what a capability says at its package root and reaches nothing behind it. */
@AnalyzeClasses(
    packages = "energy.optibid.ws",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule socketsCallPackageRootsOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("energy.optibid..domain..", "energy.optibid..adapter..")
                  .and(not(resideInAPackage("energy.optibid.ws.."))));

  @ArchTest
  static final ArchRule socketsHoldNoQuery =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");
}
