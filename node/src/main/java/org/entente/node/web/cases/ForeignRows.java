package org.entente.node.web.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Entry;
import org.entente.formats.ForeignFile;
import org.entente.formats.FormatBroken;
import org.entente.formats.Link;
import org.entente.formats.Standing;
import org.entente.formats.Taken;
import org.entente.formats.Untaken;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.Subjects;
import org.entente.node.web.frame.AsWritten;
import org.springframework.util.MultiValueMap;

/**
 * A file of another format (STIX, MISP, FollowTheMoney, a list of sanctions) that was pasted or
 * chosen: each person and thing becomes a row, with what its source says of it. What has no place
 * is named by its kind and number and stays in the box; weak names stay there too, because alone
 * they mean nobody.
 */
final class ForeignRows {
  private final Taken taken;
  private final List<String> over = new ArrayList<>();

  private ForeignRows(Taken taken) {
    this.taken = taken;
  }

  /** Empty where the text is none of these formats; it is read as words then. */
  static Optional<ForeignRows> read(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    try {
      return Optional.of(new ForeignRows(ForeignFile.read(new ByteArrayInputStream(bytes))));
    } catch (FormatBroken none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  /**
   * Fills rows and links after those that are there.
   *
   * @param next the first free row
   * @param nextLink the first free link
   * @return what stays in the box
   */
  String into(MultiValueMap<String, String> fields, int next, int nextLink) {
    List<Entry> entries = taken.dossier().entries();
    Map<Integer, Integer> rows = new HashMap<>();
    for (int at = 0; at < entries.size(); at++) {
      Entry entry = entries.get(at);
      int row = next + rows.size();
      Optional<Entry> strong = entry.strong();
      if (strong.isEmpty() || row >= Subjects.MOST) {
        over.add(said(entry));
        continue;
      }
      put(fields, row, strong.get());
      entry.weak().stream().sorted().forEach(name -> over.add("≈ " + name));
      rows.put(at, row);
    }
    int link = nextLink;
    for (Link each : taken.dossier().links()) {
      Optional<SubjectLink.Kind> kind = SubjectLink.Kind.ofCode(each.kind().code());
      Integer from = rows.get(each.from());
      Integer to = rows.get(each.to());
      if (from != null && to != null && kind.isPresent() && link < Subjects.LINKS_MOST) {
        fields.set(Subjects.linkField(link, "from"), Integer.toString(from));
        fields.set(Subjects.linkField(link, "kind"), kind.get().code());
        fields.set(Subjects.linkField(link, "to"), Integer.toString(to));
        link++;
      }
    }
    for (Untaken each : taken.untaken()) {
      over.add(
          each.times() + " × " + each.what() + (each.first().isEmpty() ? "" : ": " + each.first()));
    }
    return String.join("\n", over).strip();
  }

  private static String said(Entry entry) {
    return String.join(" ", entry.said().values().stream().flatMap(List::stream).toList());
  }

  private void put(MultiValueMap<String, String> fields, int at, Entry entry) {
    fields.set(Subjects.field(at, "kind"), entry.kind().code());
    entry
        .said()
        .forEach((field, values) ->
            fields.set(Subjects.field(at, field.code()), String.join("\n", values)));
    Standing standing = entry.standing();
    standing
        .role()
        .flatMap(role -> SubjectRole.ofCode(role.code()))
        .filter(role -> role.fits(entry.kind()))
        .ifPresent(role -> fields.set(Subjects.field(at, "role"), role.code()));
    standing
        .evaluation()
        .ifPresent(of -> {
          fields.set(Subjects.field(at, "source"), of.source().name());
          fields.set(Subjects.field(at, "information"), of.information().digit());
        });
    Set<HandlingCode> codes =
        standing.handling().isEmpty() ? taken.dossier().origin().handling() : standing.handling();
    codes.stream()
        .sorted()
        .forEach(code -> fields.add(Subjects.field(at, "handling"), code.code()));
    standing.asOf().ifPresent(day -> fields.set(Subjects.field(at, "as-of"), AsWritten.shown(day)));
    standing.note().ifPresent(note -> fields.set(Subjects.field(at, "note"), note));
  }
}
