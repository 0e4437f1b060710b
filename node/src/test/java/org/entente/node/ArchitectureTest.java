package org.entente.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          entry("ledger", List.of("store")),
          entry("officers", List.of("store", "ledger")),
          entry("partners", List.of("store", "ledger")),
          entry("delivery", List.of("store", "ledger", "partners")),
          entry("agreements", List.of("store", "ledger", "officers", "partners", "delivery")),
          entry("casework", List.of("store", "ledger", "officers", "partners", "delivery")),
          entry("countersigning", List.of("store", "ledger", "officers", "partners", "delivery")),
          entry(
              "records",
              List.of("store", "ledger", "officers", "partners", "delivery", "casework")),
          entry(
              "retention",
              List.of("store", "ledger", "officers", "partners", "delivery", "casework")),
          entry(
              "followup",
              List.of(
                  "store", "ledger", "officers", "partners", "delivery", "casework", "retention")),
          entry(
              "evidence",
              List.of(
                  "store",
                  "ledger",
                  "officers",
                  "partners",
                  "delivery",
                  "casework",
                  "followup",
                  "countersigning")),
          entry(
              "checks",
              List.of(
                  "store", "ledger", "officers", "partners", "delivery", "casework", "records")),
          entry(
              "oversight",
              List.of(
                  "store",
                  "ledger",
                  "officers",
                  "partners",
                  "delivery",
                  "casework",
                  "records",
                  "retention",
                  "followup",
                  "checks")));

  private static final String DESK = NODE + "oversight";

  /** Whoever has one of these can change something. */
  private static final Set<String> KEEPERS =
      Set.of("Store", "Journal", "Vault", "Tx", "Writer", "Outbox");

  /** What the supervisor's desk may call of those that reach the store. */
  private static final Map<String, Set<String>> READS =
      Map.ofEntries(
          entry("Store", Set.of("read")),
          entry("Entries", Set.of("each")),
          entry("Officers", Set.of("find", "all")),
          entry("Cases", Set.of("summary", "caseOf", "called", "reasonsOfRestrictedLooks")),
          entry("Items", Set.of("find", "act", "whole", "content", "articles")),
          entry("Reviews", Set.of("of", "counts")),
          entry("Retention", Set.of("reviews")),
          entry("Records", Set.of("mentions", "standing")),
          entry(
              "Mentions",
              Set.of(
                  "askable",
                  "alike",
                  "records",
                  "record",
                  "names",
                  "casesBeside",
                  "requests",
                  "request",
                  "searches",
                  "search",
                  "lists",
                  "reasonOfList",
                  "endingBefore")),
          entry("CheckMentions", Set.of("about", "check")),
          entry("Offers", Set.of("stops")));

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
  void oversightWritesNothingButItsOwnLooks() {
    classes()
        .that()
        .resideInAPackage(DESK)
        .and()
        .doNotHaveFullyQualifiedName(DESK + ".Looks")
        .should(onlyRead())
        .check(node);
  }

  /** Calls nothing that could reach the store but what is listed as reading. */
  private static ArchCondition<JavaClass> onlyRead() {
    return new ArchCondition<>("call only what reads") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (JavaMethodCall call : from.getMethodCallsFromSelf()) {
          JavaClass owner = call.getTargetOwner();
          boolean reads =
              !reachesTheStore(owner)
                  || READS
                      .getOrDefault(owner.getSimpleName(), Set.of())
                      .contains(call.getTarget().getName());
          if (!reads) {
            events.add(SimpleConditionEvent.violated(call, call.getDescription()));
          }
        }
      }
    };
  }

  private static boolean reachesTheStore(JavaClass owner) {
    return owner.getPackageName().startsWith("org.entente.node")
        && !owner.getPackageName().equals(DESK)
        && (KEEPERS.contains(owner.getSimpleName())
            || owner.getAllFields().stream()
                .anyMatch(field -> KEEPERS.contains(field.getRawType().getSimpleName())));
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
