package energy.optibid;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The rules about packages that the code review would otherwise have to remember. */
@AnalyzeClasses(
    packages = "energy.optibid",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  private static final Pattern INNER =
      Pattern.compile("energy\\.optibid\\.(\\w+)\\.(?:domain|adapter)(?:\\..*)?");

  @ArchTest
  static final ArchRule domainKnowsNoTechnology =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..adapter..");

  @ArchTest
  static final ArchRule capabilitiesMeetAtTheirPackageRoots = classes().should(notReachInto());

  @ArchTest
  static final ArchRule capabilitiesHaveNoCycles =
      slices().matching("energy.optibid.(*)..").should().beFreeOfCycles();

  /** Payara 6 takes the delay as milliseconds, whatever its unit (ADR 0028). */
  @ArchTest
  static final ArchRule circuitsCountTheirDelayInMilliseconds =
      methods().that().areAnnotatedWith(CircuitBreaker.class).should(haveTheirDelayInMillis());

  @ArchTest
  static final ArchRule theDatabaseIsSpokenToInAdaptersOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..adapter..", "energy.optibid.shared")
          .should(
              dependOnClassesThat(
                  resideInAPackage("java.sql..")
                      .or(resideInAPackage("javax.sql.."))
                      .or(resideInAPackage("org.postgresql.."))
                      .or(resideInAPackage("org.eclipse.persistence.."))
                      .or(
                          DescribedPredicate.describe(
                              "an entity manager",
                              type ->
                                  type.getName()
                                      .startsWith("jakarta.persistence.EntityManager")))));

  /** See docs/adr/0010: on a managed thread it keeps no transaction around JDBC. */
  @ArchTest
  static final ArchRule transactionsAreOurOwn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.transaction.Transactional");

  @ArchTest
  static final ArchRule sharedKnowsNoCapability =
      noClasses()
          .that()
          .resideInAPackage("energy.optibid.shared..")
          .should(
              dependOnClassesThat(
                  resideInAPackage("energy.optibid..")
                      .and(not(resideInAPackage("energy.optibid.shared..")))));

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Info)");

  private static ArchCondition<JavaMethod> haveTheirDelayInMillis() {
    return new ArchCondition<>("have their delay in milliseconds") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        ChronoUnit unit = method.getAnnotationOfType(CircuitBreaker.class).delayUnit();
        if (unit != ChronoUnit.MILLIS) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName() + ": " + unit));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> notReachInto() {
    return new ArchCondition<>("not reach into the domain or adapter of another capability") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          Matcher inner = INNER.matcher(dependency.getTargetClass().getPackageName());
          if (inner.matches()
              && !(type.getPackageName() + ".")
                  .startsWith("energy.optibid." + inner.group(1) + ".")) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
