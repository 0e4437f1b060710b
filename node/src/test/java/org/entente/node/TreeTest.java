package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents name what is there, and the text of the tree keeps to the rules of CONTRIBUTING. */
class TreeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\.)*([a-z]+)\\.([A-Z]\\w+)");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w+(?:Test|Contract)");
  private static final Pattern METHOD = Pattern.compile("([a-z]\\w{24,}|[a-z]\\w{9,}…)");
  private static final Pattern COMMAND = Pattern.compile("\\./entente ([a-z]+)\\b.*");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** Phrases that a native reader has to decode; what to write instead stands in CONTRIBUTING. */
  private static final Pattern PHRASES =
      Pattern.compile(
          "\\b(for|of) who\\b|in the place of|whose time is over|\\bas of this\\b|\\bhowever\\.");

  /** A name with its package in the middle of code, where an import is due. */
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.\"])(?:java|javax|jakarta|com|org)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*");

  /** The tags that write the token of a form. */
  private static final Pattern TAGS =
      Pattern.compile("node/src/main/jte/frame/(form|step|upload)\\.jte");

  /** JTE's own content has the name of what a message says. */
  private static final Pattern IMPORTS = Pattern.compile("^@import .*|gg\\.jte\\.Content");

  /** A statement of the database that is put together from pieces. */
  private static final Pattern GLUED =
      Pattern.compile(
          "\"\\s*(?:SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|ORDER BY|VALUES)\\b[^\"\\n]*\"\\s*\\+"
              + "|\\+\\s*\"\\s*(?:FROM|WHERE|ORDER BY|VALUES|SET)\\b");

  /** Read once; what is built lies there too. */
  private static final List<Path> FILES = all();

  private static List<Path> all() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile).filter(file -> ours(named(file))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String named(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> files(Predicate<String> wanted) {
    return FILES.stream().filter(file -> wanted.test(named(file))).toList();
  }

  private static boolean ours(String file) {
    return !file.contains("target/") && !file.startsWith(".") && !file.contains("/.");
  }

  private static List<Path> documents() {
    return files(file -> file.endsWith(".md"));
  }

  private static List<Path> sources() {
    return files(file -> file.endsWith(".java"));
  }

  private static String name(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  @Test
  void everyClassTestAndMethodThatADocumentNamesIsThere() throws IOException {
    Set<String> classes = sources().stream().map(TreeTest::name).collect(Collectors.toSet());
    Set<String> placed =
        sources().stream()
            .map(file -> file.getName(file.getNameCount() - 2) + "." + name(file))
            .collect(Collectors.toSet());
    StringBuilder text = new StringBuilder();
    for (Path file : sources()) {
      text.append(Files.readString(file));
    }
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      for (String quoted : quoted(document)) {
        Matcher type = CLASS.matcher(quoted);
        Matcher method = METHOD.matcher(quoted);
        boolean there =
            type.matches()
                ? placed.contains(type.group(1) + "." + type.group(2))
                : TEST.matcher(quoted).matches()
                    ? classes.contains(quoted)
                    : !method.matches() || text.indexOf(quoted.replace("…", "")) >= 0;
        if (!there) {
          missing.add(ROOT.relativize(document) + ": " + quoted);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> quoted(Path document) throws IOException {
    return QUOTED
        .matcher(Files.readString(document))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void everyCommandThatADocumentNamesIsThere() throws IOException {
    StringBuilder commands = new StringBuilder(Files.readString(ROOT.resolve("entente")));
    for (Path file : files(f -> f.startsWith("command/src/main") && f.endsWith(".java"))) {
      commands.append(Files.readString(file));
    }
    for (Path document : documents()) {
      for (String quoted : quoted(document)) {
        Matcher command = COMMAND.matcher(quoted);
        if (command.matches()) {
          assertThat(commands)
              .as("%s names %s", ROOT.relativize(document), quoted)
              .containsPattern(
                  "(name = \"" + command.group(1) + "\"|\n    " + command.group(1) + "\\))");
        }
      }
    }
  }

  @Test
  void everyLinkOfADocumentLeadsSomewhere() throws IOException {
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        assertThat(document.resolveSibling(link.group(1).strip()))
            .as("linked from %s", ROOT.relativize(document))
            .exists();
      }
    }
  }

  @Test
  void nothingSaysWhatANativeReaderHasToDecode() throws IOException {
    List<Path> texts =
        files(f ->
            !f.equals("CONTRIBUTING.md")
                && !f.endsWith("TreeTest.java")
                && (f.endsWith(".java")
                    || f.endsWith(".md")
                    || f.matches(".*/messages/[a-z]+\\.properties")));
    assertThat(lines(texts, line -> PHRASES.matcher(line).find())).isEmpty();
  }

  @Test
  void templatesLeaveTokensToTheirTagsAndRolesToTheTableOfRights() throws IOException {
    List<Path> templates = files(f -> f.endsWith(".jte"));
    assertThat(templates).hasSizeGreaterThan(60);
    assertThat(
            lines(
                templates.stream().filter(f -> !TAGS.matcher(named(f)).matches()).toList(),
                line -> line.contains("_csrf") || line.contains("method=\"post\"")))
        .isEmpty();
    assertThat(lines(templates, line -> line.contains(".is(Role"))).isEmpty();
    assertThat(
            lines(
                templates, line -> QUALIFIED.matcher(IMPORTS.matcher(line).replaceAll("")).find()))
        .isEmpty();
  }

  @Test
  void aPageTakesOneVisitAndHandsTypedValuesToItsTemplate() throws IOException {
    List<Path> web = files(f -> f.startsWith("node/src/main/java/org/entente/node/web/"));
    assertThat(lines(web, line -> line.contains("parts.put("))).isEmpty();
    assertThat(
            lines(
                web.stream().filter(f -> !named(f).contains("/web/frame/")).toList(),
                line ->
                    line.contains("Officer officer, HttpServletRequest request")
                        || line.contains("officer, request")))
        .isEmpty();
  }

  @Test
  void aStatementIsReadAsItIsWritten() throws IOException {
    for (Path file : files(f -> f.startsWith("node/src/main/java/") && f.endsWith(".java"))) {
      assertThat(GLUED.matcher(Files.readString(file)).results().map(MatchResult::group))
          .as(named(file))
          .isEmpty();
    }
  }

  @Test
  void namesInCodeAreImported() throws IOException {
    List<Path> code =
        sources().stream()
            .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("TreeTest.java"))
            .toList();
    assertThat(
            lines(
                code,
                line ->
                    !line.matches("\\s*(import|package|\\*|//|/\\*).*")
                        && QUALIFIED.matcher(line.replaceAll("\"[^\"]*\"|//.*", "")).find()))
        .isEmpty();
  }

  private static List<String> lines(List<Path> files, Predicate<String> against)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      Files.readString(file)
          .lines()
          .filter(against)
          .forEach(line -> found.add(ROOT.relativize(file) + ": " + line.strip()));
    }
    return found;
  }
}
