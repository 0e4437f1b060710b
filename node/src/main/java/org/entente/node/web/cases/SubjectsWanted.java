package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Evaluation;
import org.entente.intake.SubjectKind;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.forms.FilledForm;
import org.entente.node.forms.FormDescription;
import org.entente.node.forms.Forms;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;

/** The persons and things of a message as programs send them, in stable codes. */
final class SubjectsWanted {
  private SubjectsWanted() {}

  record SubjectWanted(
      @Nullable String kind,
      @Nullable Map<String, List<String>> said,
      @Nullable String role,
      @Nullable String evaluation,
      @Nullable List<String> handling,
      @Nullable String asOf,
      @Nullable String note) {
    private ToldSubject told() {
      return new ToldSubject(
          Wanted.code("kind", Wanted.said("kind", kind), SubjectKind::ofCode),
          Wanted.said("said", said),
          Wanted.code("role", Wanted.said("role", role), SubjectRole::ofCode),
          evaluation == null ? null : Wanted.code("evaluation", evaluation, Evaluation::ofCode),
          Wanted.handling(handling),
          asOf,
          note);
    }
  }

  record LinkWanted(@Nullable Integer from, @Nullable String kind, @Nullable Integer to) {
    private SubjectLink link() {
      return new SubjectLink(
          Wanted.said("from", from),
          Wanted.code("kind", Wanted.said("kind", kind), SubjectLink.Kind::ofCode),
          Wanted.said("to", to));
    }
  }

  /**
   * A form of a field of crime. Codes are those of its lists; a date is one of ISO 8601, an amount
   * has a point before its fraction.
   */
  record FormWanted(@Nullable String form, @Nullable Map<String, List<String>> said) {
    private FilledForm filled() {
      FormDescription described = Wanted.code("form", Wanted.said("form", form), Forms::ofCode);
      return new FilledForm(described.code(), Wanted.said("said", said));
    }
  }

  /** What programs sent; null where that is nothing. */
  static @Nullable Subjects subjects(
      @Nullable List<SubjectWanted> subjects,
      @Nullable List<LinkWanted> links,
      @Nullable List<FormWanted> forms) {
    List<FilledForm> filled = new ArrayList<>();
    if (forms != null) {
      forms.forEach(each -> filled.add(each.filled()));
    }
    List<ToldSubject> told = new ArrayList<>();
    List<SubjectLink> joined = new ArrayList<>();
    if (subjects != null) {
      subjects.forEach(each -> told.add(each.told()));
    }
    if (links != null) {
      links.forEach(each -> joined.add(each.link()));
    }
    return told.isEmpty() && joined.isEmpty() && filled.isEmpty()
        ? null
        : new Subjects(told, joined, filled);
  }
}
