package org.entente.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.seal.OpeningGrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of docs/architecture.md: web, then capability, then library, never back. */
class ArchitectureTest {
  private static final String NODE = "org.entente.node.";
  private static final Path SOURCES = Path.of("src/main/java/org/entente/node");

  /** The sentence of a package-info that says which other capabilities its package may use. */
  private static final Pattern SENTENCE = Pattern.compile("May use ([^.]+)\\.");

  private static final Pattern LIBRARIES =
      Pattern.compile("(,|and)? ?the (libraries [a-z, ]+|[a-z ]+ librar(y|ies))");
  private static final String NO_OTHER = "nothing of the other capabilities";

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
          entry("Measures", Set.of("mentions")),
          entry("MeasureMentions", Set.of("about", "measure", "reference")),
          entry("Offers", Set.of("stops")));

  /** A text in code, of one line or a block. */
  private static final Pattern TEXTS =
      Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");

  /** A table of the schema in a statement; its name has an underscore or follows the keyword. */
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z][a-z_]{3,})\\b");

  /** Read once: it takes longer than all rules together. */
  private static final JavaClasses node =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.entente.node");

  /** The packages that are capabilities: all but the web, which may use each of them. */
  static Stream<String> capabilities() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("web"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void aCapabilityUsesWhatItsPackageSaysAndNothingElse(String capability) throws IOException {
    Set<String> uses = new TreeSet<>();
    for (JavaClass from : node.getPackage(NODE + capability).getClassesInPackageTree()) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        String to = arrow.getTargetClass().getPackageName() + ".";
        if (to.startsWith(NODE) && !to.startsWith(NODE + capability + ".")) {
          String used =
              to.equals(NODE)
                  ? "node"
                  : to.substring(NODE.length(), to.indexOf('.', NODE.length()));
          uses.add(used);
        }
      }
    }

    assertThat(mayUse(capability)).isEqualTo(uses);
  }

  /** What the package-info promises; CONTRIBUTING.md has the form. */
  private static Set<String> mayUse(String capability) throws IOException {
    String text =
        Files.readString(SOURCES.resolve(capability).resolve("package-info.java"))
            .replaceAll("\\s+(\\*\\s+)?", " ");
    Matcher sentence = SENTENCE.matcher(text);
    assertThat(sentence.find()).as("%s says: May use …", capability).isTrue();
    String named = LIBRARIES.matcher(sentence.group(1)).replaceAll("").strip();
    return named.equals(NO_OTHER) ? Set.of() : new TreeSet<>(List.of(named.split(",? and |, ")));
  }

  @Test
  void aRoomOfTheWebUsesTheFrameAndNoOtherRoom() {
    String web = NODE + "web.";
    Set<String> arrows = new TreeSet<>();
    for (JavaClass from : node.getPackage(NODE + "web").getClassesInPackageTree()) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        String to = arrow.getTargetClass().getPackageName();
        if (to.startsWith(web) && !to.equals(from.getPackageName()) && !to.equals(web + "frame")) {
          arrows.add(from.getName() + " -> " + arrow.getTargetClass().getName());
        }
      }
    }

    assertThat(arrows).isEmpty();
  }

  @Test
  void aTableIsNamedInOneCapabilityOnly() throws IOException {
    Map<String, Set<String>> users = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher text = TEXTS.matcher(Files.readString(file));
        while (text.find()) {
          Matcher named = TABLE.matcher(text.group());
          while (named.find()) {
            users
                .computeIfAbsent(named.group(1), table -> new TreeSet<>())
                .add(SOURCES.relativize(file).getName(0).toString());
          }
        }
      }
    }
    // The proven time of a folder that had none begins with the newest entry.
    Objects.requireNonNull(users.get("ledger_entry")).remove("store");

    assertThat(users).hasSizeGreaterThan(60);
    assertThat(users.entrySet().stream().filter(table -> table.getValue().size() > 1)).isEmpty();
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
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(node);
  }

  @Test
  void whatRunsInTheBackgroundIsAWorker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.entente.node.work")
        .and()
        .doNotHaveFullyQualifiedName("org.entente.node.store.StoreEnd")
        .should()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ExecutorService.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
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
