package org.entente.node.web.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Pasted;
import org.entente.intake.SubjectKind;
import org.entente.node.casework.Subjects;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.PersonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The box of a form into which anything can be pasted. It works without a script: a button reads
 * it, and the page comes back with a row for each person or thing that was recognised. What was not
 * stays in the box, until an officer takes it out or puts it into the text.
 */
final class SubjectBox {
  /** What the button that reads the box sends. */
  static final String READ = "read";

  /** What the button sends that puts what was not recognised into the text of the message. */
  static final String AS_TEXT = "as-text";

  private SubjectBox() {}

  /** Whether the form came back to be read rather than taken. */
  static boolean reads(Form form) {
    return form.has("step", READ) || form.has("step", AS_TEXT);
  }

  /**
   * The form with what was pasted read into rows, an empty row if one was wanted, and without those
   * that were removed.
   *
   * @param text the field of the message's text, into which what was not recognised can be put
   * @param aboutPerson whether the form has fields for whom the message is about, which the first
   *     person that was pasted fills as long as they are empty
   */
  static Form read(Form form, String text, boolean aboutPerson, AuthorityId own, LocalDate today) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    form.all()
        .forEach((name, values) -> {
          if (!SubjectForm.ours(name)) {
            fields.put(name, new ArrayList<>(values));
          }
        });
    @Nullable Subjects kept = SubjectForm.subjects(form);
    int next = 0;
    if (kept != null) {
      SubjectForm.fill(fields, kept);
      next = kept.told().size();
      unchosen(form, fields);
    }
    FormRows.more(form, fields);
    if (form.has("step", AS_TEXT)) {
      String before = form.text(text);
      fields.set(
          text,
          before.isBlank()
              ? form.text(SubjectForm.PASTED)
              : before.stripTrailing() + "\n" + form.text(SubjectForm.PASTED));
      return new Form(fields);
    }
    Optional<ForeignRows> foreign = ForeignRows.read(form.text(SubjectForm.PASTED));
    if (foreign.isPresent()) {
      fields.set(SubjectForm.PASTED, foreign.get().into(fields, next, links(kept)));
      return new Form(fields);
    }
    Pasted pasted =
        Pasted.read(
            form.text(SubjectForm.PASTED),
            Optional.of(own.value().substring(0, 2).toUpperCase(Locale.ROOT)),
            today);
    List<String> over = new ArrayList<>();
    for (Pasted.Found found : pasted.found()) {
      if (aboutPerson
          && found.kind() == SubjectKind.PERSON
          && !PersonFields.filled(new Form(fields))) {
        about(fields, found.said());
      } else if (next >= Subjects.MOST) {
        over.add(
            found.said().values().stream()
                .flatMap(List::stream)
                .reduce("", (a, b) -> (a + " " + b).strip()));
      } else {
        put(fields, next++, found);
      }
    }
    over.add(pasted.rest());
    fields.set(SubjectForm.PASTED, String.join("\n", over).strip());
    Optional<SubjectKind> more = SubjectKind.ofCode(form.text(SubjectForm.MORE));
    if (more.isPresent() && next < Subjects.MOST) {
      fields.set(Subjects.field(next, "kind"), more.get().code());
    }
    return new Form(fields);
  }

  private static int links(@Nullable Subjects kept) {
    return kept == null ? 0 : kept.links().size();
  }

  /** Rows whose role was not chosen yet stay so. */
  private static void unchosen(Form form, MultiValueMap<String, String> fields) {
    List<SubjectForm.Row> rows =
        SubjectForm.rows(form).stream().filter(row -> !row.removed()).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).chosen()) {
        fields.remove(Subjects.field(i, "role"));
      }
    }
  }

  private static void put(MultiValueMap<String, String> fields, int at, Pasted.Found found) {
    fields.set(Subjects.field(at, "kind"), found.kind().code());
    new EnumMap<>(found.said())
        .forEach((field, values) ->
            fields.put(
                Subjects.field(at, field.code()),
                new ArrayList<>(List.of(String.join("\n", values)))));
  }

  /** Whom the message is about, from the lines of a document. */
  private static void about(
      MultiValueMap<String, String> fields, Map<ColumnMeaning, List<String>> said) {
    set(fields, "familyName", said, ColumnMeaning.FAMILY, ColumnMeaning.NAME);
    set(fields, "givenName", said, ColumnMeaning.GIVEN);
    set(fields, "nationality", said, ColumnMeaning.NATIONALITY);
    set(
        fields,
        "document",
        said,
        ColumnMeaning.PASSPORT,
        ColumnMeaning.IDENTITY_CARD,
        ColumnMeaning.DOCUMENT);
    said.getOrDefault(ColumnMeaning.BORN, List.of()).stream()
        .findFirst()
        .ifPresent(born -> fields.set("birthDate", AsWritten.shown(born)));
  }

  private static void set(
      MultiValueMap<String, String> fields,
      String name,
      Map<ColumnMeaning, List<String>> said,
      ColumnMeaning... meanings) {
    for (ColumnMeaning meaning : meanings) {
      Optional<String> value = said.getOrDefault(meaning, List.of()).stream().findFirst();
      if (value.isPresent() && !fields.containsKey(name)) {
        fields.set(name, value.get());
      }
    }
  }
}
