package energy.optibid.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A resource is a translator: it calls a capability at its package root and nothing behind it. */
@AnalyzeClasses(
    packages = "energy.optibid.web",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule resourcesCallPackageRootsOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("energy.optibid..domain..", "energy.optibid..adapter..")
                  .and(not(resideInAPackage("energy.optibid.web.."))));

  @ArchTest
  static final ArchRule resourcesHoldNoQuery =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");
}
