package org.entente.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.ForeignFile;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Origin;
import org.entente.formats.Taken;
import org.entente.formats.Untaken;
import org.entente.intake.SubjectKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a file is, what of it would be taken, and what not and why. */
@Command(
    name = "check",
    description = {
      "Says what a file is, what of it would be taken, and what would not and why.",
      "Reads STIX 2.1, MISP, FollowTheMoney (one entity a line) and the lists of sanctions of the",
      "United Nations, Azerbaijan, the European Union and OFAC (plain and advanced XML)."
    },
    mixinStandardHelpOptions = true)
final class FormatsCheck implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(names = "--entries", description = "Prints each person and thing that would be taken.")
  boolean entries;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Stop(file + " cannot be read. Give the path of a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      Taken taken = ForeignFile.read(in);
      tell(taken);
      return taken.dossier().entries().isEmpty() ? Stop.STATUS : 0;
    } catch (FormatBroken broken) {
      throw new Stop("Nothing is taken (" + broken.why().code() + "). " + sentence(broken.why()));
    }
  }

  private void tell(Taken taken) {
    Dossier dossier = taken.dossier();
    System.out.println(name(taken.format()) + from(dossier.origin()));
    System.out.println();
    System.out.println(
        "Would be taken: "
            + dossier.entries().size()
            + " persons and things, "
            + dossier.links().size()
            + " links.");
    Map<SubjectKind, Long> kinds =
        dossier.entries().stream()
            .collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
    kinds.forEach(
        (kind, count) -> System.out.printf(Locale.ROOT, "  %6d  %s%n", count, kind.code()));
    if (entries) {
      dossier.entries().forEach(FormatsCheck::entry);
    }
    System.out.println();
    untaken(taken.untaken());
  }

  private static void entry(Entry entry) {
    String said =
        entry.said().entrySet().stream()
            .map(field -> field.getKey().code() + "=" + String.join(";", field.getValue()))
            .collect(Collectors.joining("  "));
    String weak = entry.weak().isEmpty() ? "" : "  weak=" + entry.weak().stream().sorted().toList();
    System.out.println("    " + entry.kind().code() + "  " + said + weak);
  }

  private static void untaken(List<Untaken> untaken) {
    if (untaken.isEmpty()) {
      System.out.println("Everything in it was understood.");
      return;
    }
    System.out.println("Would not be taken:");
    for (Untaken each : untaken) {
      System.out.printf(
          Locale.ROOT,
          "  %6d  %-40s  %s%s%n",
          each.times(),
          each.what(),
          reason(each.why()),
          each.first().isEmpty() ? "" : " (first: " + each.first() + ")");
    }
  }

  private static String from(Origin origin) {
    return (origin.authority().isEmpty() ? "" : ", from " + origin.authority())
        + (origin.title().isEmpty() ? "" : ": " + origin.title());
  }

  private static String name(Format format) {
    return switch (format) {
      case STIX -> "STIX 2.1";
      case MISP -> "MISP event";
      case FOLLOW_THE_MONEY -> "FollowTheMoney entities";
      case UN_LIST -> "List in the form of the United Nations";
      case EU_LIST -> "List of financial sanctions of the European Union";
      case OFAC_LIST -> "List of OFAC";
      case OFAC_ADVANCED_LIST -> "List of OFAC in its advanced form";
    };
  }

  private static String reason(Untaken.Why why) {
    return switch (why) {
      case KIND_UNKNOWN -> "no place for such a thing";
      case FIELD_UNKNOWN -> "no place for what it says";
      case NOTHING_SAID -> "says nothing by which it is known";
      case PATTERN_TOO_RICH -> "its pattern says more than what equals what";
      case LINK_OPEN -> "points at something that is not taken";
      case WITHDRAWN -> "withdrawn by its source";
      case VALUE_TOO_LONG -> "longer than a value may be";
      case TOO_MANY -> "more than can be held";
      case TOO_LARGE -> "larger than a part may be";
      case DAMAGED -> "not what such a part has to be";
    };
  }

  private static String sentence(FormatFault fault) {
    return switch (fault) {
      case EMPTY -> "The file is empty.";
      case NOT_KNOWN -> "It is in none of the formats that are read; see --help.";
      case DAMAGED -> "It breaks off or is not what it begins as. Ask its sender for it again.";
      case TOO_LARGE -> "It is larger or deeper than such a file may be. Ask for it in parts.";
      case DECLARES_ENTITIES -> "It declares a document type or entities, as attacks do.";
      case OLDER_VERSION -> "It is STIX before version 2.1. Ask for version 2.1.";
    };
  }
}
