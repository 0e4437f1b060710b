package org.entente.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.seal.OpeningGrant;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md: web, then capability, then library, never back. */
class ArchitectureTest {
  private static final String NODE = "org.entente.node.";

  /** What each capability may use of the others. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          entry("store", List.of()),
          entry("oversight", List.of("store")),
          entry("officers", List.of("store", "oversight")),
          entry("partners", List.of("store", "oversight")),
          entry("delivery", List.of("store", "oversight", "partners")),
          entry("agreements", List.of("store", "oversight", "officers", "partners", "delivery")),
          entry("casework", List.of("store", "oversight", "officers", "partners", "delivery")),
          entry("witnesses", List.of("store", "oversight", "officers", "partners", "delivery")),
          entry(
              "records",
              List.of("store", "oversight", "officers", "partners", "delivery", "casework")),
          entry(
              "retention",
              List.of("store", "oversight", "officers", "partners", "delivery", "casework")),
          entry(
              "notices",
              List.of(
                  "store",
                  "oversight",
                  "officers",
                  "partners",
                  "delivery",
                  "casework",
                  "retention")),
          entry(
              "evidence",
              List.of(
                  "store",
                  "oversight",
                  "officers",
                  "partners",
                  "delivery",
                  "casework",
                  "notices",
                  "witnesses")),
          entry(
              "checks",
              List.of(
                  "store",
                  "oversight",
                  "officers",
                  "partners",
                  "delivery",
                  "casework",
                  "records")));

  private static final List<String> ALL =
      Stream.concat(MAY_USE.keySet().stream(), Stream.of("web")).toList();

  private final JavaClasses node =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.entente.node");

  @Test
  void aCapabilityUsesOnlyWhatItsPackageSays() {
    MAY_USE.forEach((capability, allowed) -> {
      List<String> forbidden = new ArrayList<>(ALL);
      forbidden.remove(capability);
      forbidden.removeAll(allowed);
      noClasses()
          .that()
          .resideInAPackage(NODE + capability + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.stream().map(f -> NODE + f + "..").toArray(String[]::new))
          .check(node);
    });
  }

  @Test
  void onlyADecisionMakesAGrantToOpenContent() {
    classes()
        .that()
        .areAssignableTo(OpeningGrant.class)
        .should()
        .haveFullyQualifiedName("org.entente.node.partners.PermittedOpening")
        .check(node);
  }

  @Test
  void timeComesFromTheOneClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.entente.node.Wiring")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .check(node);
  }

  @Test
  void namesAreTheFieldsNames() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(node);
  }
}
