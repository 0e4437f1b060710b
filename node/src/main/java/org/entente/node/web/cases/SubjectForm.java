package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.forms.FilledForm;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.SubjectFields;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The rows of a form in which persons and things are told of, and how they belong together: from
 * fields to subjects and back.
 */
public final class SubjectForm {
  /** The box. */
  public static final String PASTED = "pasted";

  /** The kind of which an empty row is wanted. */
  public static final String MORE = "more";

  private static final Pattern ROW = Pattern.compile("subjects\\.([0-9]{1,3})\\.([a-z0-9-]{1,40})");
  private static final Pattern LINK = Pattern.compile("links\\.([0-9]{1,3})\\.(from|kind|to)");

  /** Fields of a row that are not what is said of the subject. */
  private static final Set<String> BESIDE =
      Set.of("kind", "role", "source", "information", "handling", "as-of", "note", "remove");

  /** What the roles of rows are before anybody chose one. */
  private static final SubjectRole UNCHOSEN = SubjectRole.OTHER;

  private SubjectForm() {}

  /**
   * A row.
   *
   * @param at its number in the names of its fields
   * @param told what it says so far
   * @param chosen whether its role was chosen
   */
  public record Row(int at, ToldSubject told, boolean chosen, boolean removed) {
    public List<ColumnMeaning> fields() {
      Set<ColumnMeaning> fields = new LinkedHashSet<>(SubjectFields.of(told.kind()));
      fields.addAll(told.known().keySet());
      return List.copyOf(fields);
    }

    /** The name of one of its fields. */
    public String name(String field) {
      return Subjects.field(at, field);
    }

    /** The roles that a subject of its kind can have. */
    public List<SubjectRole> roles() {
      return Arrays.stream(SubjectRole.values()).filter(role -> role.fits(told.kind())).toList();
    }

    @Override
    public String toString() {
      return "Row[" + at + "]";
    }
  }

  /** Every name under which a form has something of a subject, a link or the box. */
  static Set<String> names(Form form) {
    Set<String> names = new TreeSet<>();
    for (String name : form.typed().keySet()) {
      if (ours(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a field is one of these, or of a form of a field of crime. */
  static boolean ours(String name) {
    return name.equals(PASTED)
        || name.equals(MORE)
        || FormRows.ours(name)
        || ROW.matcher(name).matches()
        || LINK.matcher(name).matches();
  }

  /** The rows of a form, in their order. */
  public static List<Row> rows(Form form) {
    Map<String, List<String>> typed = form.typed();
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : typed.keySet()) {
      Matcher row = ROW.matcher(name);
      if (row.matches() && SubjectKind.ofCode(form.text(kind(row.group(1)))).isPresent()) {
        numbers.add(Integer.valueOf(row.group(1)));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int at : numbers) {
      rows.add(row(form, typed, at));
    }
    return rows;
  }

  private static String kind(String at) {
    return Subjects.field(Integer.parseInt(at), "kind");
  }

  private static Row row(Form form, Map<String, List<String>> typed, int at) {
    SubjectKind kind = SubjectKind.ofCode(form.text(Subjects.field(at, "kind"))).orElseThrow();
    Map<String, List<String>> said = new LinkedHashMap<>();
    String prefix = Subjects.field(at, "");
    typed.forEach((name, values) -> {
      String field = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      if (!field.isEmpty() && !BESIDE.contains(field)) {
        List<String> lines =
            values.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!lines.isEmpty()) {
          said.put(field, lines);
        }
      }
    });
    Optional<SubjectRole> role = SubjectRole.ofCode(form.text(prefix + "role"));
    String asOf = form.text(prefix + "as-of").strip();
    return new Row(
        at,
        new ToldSubject(
            kind,
            said,
            role.orElse(UNCHOSEN),
            evaluation(form, prefix),
            handling(form, prefix),
            asOf.isEmpty() ? null : AsWritten.date(asOf),
            form.optional(prefix + "note")),
        role.isPresent(),
        form.has(prefix + "remove", "true"));
  }

  private static @Nullable Evaluation evaluation(Form form, String prefix) {
    return Evaluation.ofCode(form.text(prefix + "source") + form.text(prefix + "information"))
        .orElse(null);
  }

  private static Set<HandlingCode> handling(Form form, String prefix) {
    Set<HandlingCode> codes = new LinkedHashSet<>();
    for (HandlingCode code : HandlingCode.values()) {
      if (form.has(prefix + "handling", code.code())) {
        codes.add(code);
      }
    }
    return codes;
  }

  /**
   * A link as the form has it.
   *
   * @param at its number in the names of its fields
   * @param from number of the row it begins at, as in names; -1 where none was chosen
   */
  public record LinkRow(int at, int from, Optional<SubjectLink.Kind> kind, int to) {
    public String name(String field) {
      return Subjects.linkField(at, field);
    }
  }

  /** The links of a form, in their order. */
  public static List<LinkRow> links(Form form) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : form.typed().keySet()) {
      Matcher link = LINK.matcher(name);
      if (link.matches()) {
        numbers.add(Integer.valueOf(link.group(1)));
      }
    }
    return numbers.stream().map(at -> link(form, at)).toList();
  }

  private static LinkRow link(Form form, int at) {
    return new LinkRow(
        at,
        place(form.text(Subjects.linkField(at, "from"))),
        SubjectLink.Kind.ofCode(form.text(Subjects.linkField(at, "kind"))),
        place(form.text(Subjects.linkField(at, "to"))));
  }

  /** A place in a list, as it stands in a form or an address; -1 where it is none. */
  static int place(String typed) {
    return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1;
  }

  /** What the rows say; null where there is none. Links of a row that was removed go with it. */
  static @Nullable Subjects subjects(Form form) {
    List<Row> rows = rows(form).stream().filter(row -> !row.removed()).toList();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (Row row : rows) {
      places.put(row.at(), places.size());
    }
    List<SubjectLink> links = new ArrayList<>();
    for (LinkRow link : links(form)) {
      @Nullable Integer from = places.get(link.from());
      @Nullable Integer to = places.get(link.to());
      if (from != null && to != null && link.kind().isPresent()) {
        links.add(new SubjectLink(from, link.kind().get(), to));
      }
    }
    List<FilledForm> forms = FormRows.forms(form);
    return rows.isEmpty() && forms.isEmpty()
        ? null
        : new Subjects(rows.stream().map(Row::told).toList(), links, forms);
  }

  /** What an officer still has to decide: what the box holds, and roles. */
  static List<String> unchosen(Form form) {
    List<String> missing = new ArrayList<>();
    if (!form.text(PASTED).isBlank()) {
      missing.add(PASTED);
    }
    for (Row row : rows(form)) {
      if (!row.removed() && !row.chosen()) {
        missing.add(row.name("role"));
      }
    }
    for (LinkRow link : links(form)) {
      boolean begun = link.from() >= 0 || link.to() >= 0;
      if (begun && link.kind().isEmpty()) {
        missing.add(link.name("kind"));
      }
    }
    return missing;
  }

  /** The rows that these subjects fill. */
  static void fill(MultiValueMap<String, String> fields, Subjects subjects) {
    for (int i = 0; i < subjects.told().size(); i++) {
      ToldSubject told = subjects.told().get(i);
      fields.set(Subjects.field(i, "kind"), told.kind().code());
      fields.set(Subjects.field(i, "role"), told.role().code());
      int at = i;
      told.said()
          .forEach(
              (field, values) -> fields.set(Subjects.field(at, field), String.join("\n", values)));
      if (told.evaluation() != null) {
        fields.set(Subjects.field(i, "source"), told.evaluation().source().name());
        fields.set(Subjects.field(i, "information"), told.evaluation().information().digit());
      }
      told.handling().stream()
          .sorted()
          .forEach(code -> fields.add(Subjects.field(at, "handling"), code.code()));
      if (told.asOf() != null) {
        fields.set(Subjects.field(i, "as-of"), AsWritten.shown(told.asOf()));
      }
      if (told.note() != null) {
        fields.set(Subjects.field(i, "note"), told.note());
      }
    }
    for (int i = 0; i < subjects.links().size(); i++) {
      SubjectLink link = subjects.links().get(i);
      fields.set(Subjects.linkField(i, "from"), Integer.toString(link.from()));
      fields.set(Subjects.linkField(i, "kind"), link.kind().code());
      fields.set(Subjects.linkField(i, "to"), Integer.toString(link.to()));
    }
    FormRows.fill(fields, subjects.forms());
  }
}
