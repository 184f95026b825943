package energy.optibid.jms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A message is word that something waits; the broker's side knows package roots and no query. */
@AnalyzeClasses(
    packages = "energy.optibid.jms",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule listenersCallPackageRootsOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("energy.optibid..domain..", "energy.optibid..adapter..")
                  .and(not(resideInAPackage("energy.optibid.jms.."))));

  @ArchTest
  static final ArchRule listenersHoldNoQuery =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");
}
