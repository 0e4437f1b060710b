package org.entente.node.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.agreement.ActKind;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.PersonalData;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.delivery.Later;
import org.entente.node.forms.FilledForm;
import org.entente.node.forms.FormDescription;
import org.entente.node.forms.FormFault;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells of in fields, beside its words: persons and things, how they belong
 * together, and forms of the field of crime that were filled in.
 *
 * <p><b>Guarantees.</b> What they carry about whom is derived from them alone ({@link #data}), so
 * that sender and receiver decide on the same.
 */
public record Subjects(
    List<ToldSubject> told,
    List<SubjectLink> links,
    @Later @JsonProperty("forms") @Nullable List<FilledForm> filled) {
  /** A list of indicators of one incident; longer ones go along as a file. */
  public static final int MOST = 100;

  public static final int LINKS_MOST = 200;

  /** More fields than any kind has. */
  static final int FIELDS_MOST = 40;

  /** Values of one field, such as other names. */
  static final int VALUES_MOST = 20;

  /** The address of a page is the longest of all values. */
  public static final int VALUE_MOST = 2_000;

  static final int NOTE_MOST = 2_000;

  /** All that is said of all subjects together: twice as much as the longest text. */
  static final int CHARS_MOST = 40_000;

  /** A matter of several fields of crime has a form of each. */
  public static final int FORMS_MOST = 5;

  /** All that is said in all forms together. */
  static final int FORM_CHARS_MOST = 40_000;

  public static final Subjects NONE = new Subjects(List.of(), List.of());

  /** By which a person is named. */
  private static final Set<ColumnMeaning> NAMING =
      Set.of(
          ColumnMeaning.NAME,
          ColumnMeaning.FAMILY,
          ColumnMeaning.GIVEN,
          ColumnMeaning.PATRONYMIC,
          ColumnMeaning.ALIAS,
          ColumnMeaning.NATIONAL_NUMBER,
          ColumnMeaning.PASSPORT,
          ColumnMeaning.IDENTITY_CARD,
          ColumnMeaning.DOCUMENT);

  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public Subjects {
    told = List.copyOf(told);
    links = List.copyOf(links);
    filled = filled == null || filled.isEmpty() ? null : List.copyOf(filled);
  }

  /** Persons and things without a form. */
  public Subjects(List<ToldSubject> told, List<SubjectLink> links) {
    this(told, links, null);
  }

  public boolean none() {
    return told.isEmpty() && links.isEmpty() && filled == null;
  }

  /** The forms that were filled in. Said since version 5 of the content. */
  public List<FilledForm> forms() {
    return filled == null ? List.of() : filled;
  }

  /** Whether every form is one that this version knows; no rule can be asked of another. */
  boolean understood() {
    return forms().stream().allMatch(form -> form.described().isPresent());
  }

  /** What a request with these forms asks for beside, so that the agreement decides on it too. */
  public Set<ActKind> acts() {
    Set<ActKind> acts = EnumSet.noneOf(ActKind.class);
    forms().forEach(form -> form.described().flatMap(FormDescription::act).ifPresent(acts::add));
    return acts;
  }

  /** The categories of persons whom the message must not name, because a form says so. */
  Set<DataSubjectCategory> unnamed() {
    Set<DataSubjectCategory> unnamed = EnumSet.noneOf(DataSubjectCategory.class);
    forms().forEach(form -> unnamed.addAll(form.unnamed()));
    return unnamed;
  }

  /** How a fault, a form and the API call a field of one of them. */
  public static String field(int at, String name) {
    return "subjects." + at + "." + name;
  }

  /** The same of a field of one of the forms. */
  public static String formField(int at, String path) {
    return "forms." + at + "." + path;
  }

  /** The same of a field of one of the links. */
  public static String linkField(int at, String name) {
    return "links." + at + "." + name;
  }

  /**
   * Which blocks of data they carry about which categories of persons. A person carries their own;
   * a thing that is linked with persons is data about these, any other about the person who stands
   * behind it by its role. A form carries what its description says.
   */
  public PersonalData data() {
    PersonalData data = PersonalData.none();
    for (int i = 0; i < told.size(); i++) {
      for (DataSubjectCategory about : about(i)) {
        data = data.and(about, blocks(told.get(i)));
      }
    }
    for (FilledForm form : forms()) {
      for (var each : form.data().bySubject().entrySet()) {
        data = data.and(each.getKey(), each.getValue());
      }
    }
    return data;
  }

  private Set<DataSubjectCategory> about(int at) {
    Set<DataSubjectCategory> about = EnumSet.noneOf(DataSubjectCategory.class);
    if (told.get(at).kind() != SubjectKind.PERSON) {
      for (SubjectLink link : links) {
        int other = link.from() == at ? link.to() : link.to() == at ? link.from() : -1;
        if (other >= 0 && other < told.size() && told.get(other).kind() == SubjectKind.PERSON) {
          about.add(told.get(other).role().category());
        }
      }
    }
    if (about.isEmpty()) {
      about.add(told.get(at).role().category());
    }
    return about;
  }

  private static Set<DataCategory> blocks(ToldSubject subject) {
    Set<DataCategory> blocks = EnumSet.noneOf(DataCategory.class);
    switch (subject.kind()) {
      case PERSON -> {
        blocks.add(DataCategory.PERSONAL_DETAILS);
        Map<ColumnMeaning, List<String>> said = subject.known();
        if (says(said, ColumnMeaning.DOCUMENT, ColumnMeaning.PASSPORT)
            || says(said, ColumnMeaning.IDENTITY_CARD, ColumnMeaning.NATIONAL_NUMBER)) {
          blocks.add(DataCategory.IDENTIFICATION_NUMBERS);
        }
        if (says(said, ColumnMeaning.PHONE, ColumnMeaning.ONLINE)) {
          blocks.add(DataCategory.COMMUNICATION);
        }
        if (says(said, ColumnMeaning.ACCOUNT, ColumnMeaning.WALLET)) {
          blocks.add(DataCategory.ECONOMIC);
        }
      }
      case ORGANISATION -> blocks.add(DataCategory.LEGAL_PERSONS);
      case DOCUMENT -> blocks.add(DataCategory.IDENTIFICATION_NUMBERS);
      case PHONE, ONLINE, NETWORK, WEB, DEVICE -> blocks.add(DataCategory.COMMUNICATION);
      case VEHICLE, VESSEL -> blocks.add(DataCategory.TRANSPORT);
      case ACCOUNT, WALLET -> blocks.add(DataCategory.ECONOMIC);
      case FIREARM, PLACE -> blocks.add(DataCategory.BEHAVIOUR);
      case HASH -> blocks.add(DataCategory.CRIMINAL_CONDUCT);
    }
    return blocks;
  }

  private static boolean says(Map<ColumnMeaning, List<String>> said, ColumnMeaning... fields) {
    for (ColumnMeaning field : fields) {
      if (said.getOrDefault(field, List.of()).stream().anyMatch(value -> !value.isBlank())) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with them on a day, in the words of {@link ContentFault}. */
  List<ContentFault> faults(LocalDate today) {
    List<ContentFault> faults = new ArrayList<>();
    if (told.size() > MOST) {
      faults.add(new ContentFault("subjects", "many", MOST));
    }
    if (links.size() > LINKS_MOST) {
      faults.add(new ContentFault("links", "many", LINKS_MOST));
    }
    long chars = 0;
    for (int i = 0; i < told.size(); i++) {
      ToldSubject subject = told.get(i);
      chars += chars(subject);
      faults(faults, i, subject);
    }
    if (chars > CHARS_MOST) {
      faults.add(new ContentFault("subjects", "long", CHARS_MOST));
    }
    for (int i = 0; i < links.size(); i++) {
      SubjectLink link = links.get(i);
      if (link.from() < 0 || link.from() >= told.size()) {
        faults.add(new ContentFault(linkField(i, "from"), "choose", 0));
      }
      if (link.to() < 0 || link.to() >= told.size() || link.to() == link.from()) {
        faults.add(new ContentFault(linkField(i, "to"), "choose", 0));
      }
    }
    forms(faults, today);
    return faults;
  }

  private void forms(List<ContentFault> faults, LocalDate today) {
    if (forms().size() > FORMS_MOST) {
      faults.add(new ContentFault("forms", "many", FORMS_MOST));
    }
    long chars = 0;
    for (int i = 0; i < forms().size(); i++) {
      FilledForm form = forms().get(i);
      chars += form.chars();
      for (FormFault fault : form.faults(today)) {
        faults.add(new ContentFault(formField(i, fault.path()), fault.key(), fault.limit()));
      }
    }
    if (chars > FORM_CHARS_MOST) {
      faults.add(new ContentFault("forms", "long", FORM_CHARS_MOST));
    }
    Set<DataSubjectCategory> unnamed = unnamed();
    for (int i = 0; i < told.size(); i++) {
      ToldSubject subject = told.get(i);
      if (subject.kind() == SubjectKind.PERSON
          && unnamed.contains(subject.role().category())
          && NAMING.stream().anyMatch(field -> says(subject.known(), field))) {
        faults.add(new ContentFault(field(i, "kind"), "unnamed", 0));
      }
    }
  }

  private static void faults(List<ContentFault> faults, int at, ToldSubject subject) {
    if (!subject.role().fits(subject.kind())) {
      faults.add(new ContentFault(field(at, "role"), "role", 0));
    }
    boolean says =
        subject.said().values().stream().flatMap(List::stream).anyMatch(value -> !value.isBlank());
    if (!says) {
      faults.add(new ContentFault(field(at, "kind"), "missing", 0));
    }
    if (subject.said().size() > FIELDS_MOST
        || !subject.said().keySet().stream().allMatch(name -> FIELD.matcher(name).matches())) {
      faults.add(new ContentFault(field(at, "kind"), "many", FIELDS_MOST));
      return;
    }
    subject
        .said()
        .forEach((name, values) -> {
          if (values.size() > VALUES_MOST) {
            faults.add(new ContentFault(field(at, name), "many", VALUES_MOST));
          }
          values.forEach(
              value -> faults.addAll(ContentRules.line(field(at, name), value, VALUE_MOST)));
        });
    if (subject.handling().contains(HandlingCode.H3)
        && (subject.note() == null || subject.note().isBlank())) {
      faults.add(new ContentFault(field(at, "note"), "missing", 0));
    }
    if (subject.note() != null) {
      faults.addAll(ContentRules.line(field(at, "note"), subject.note(), NOTE_MOST));
    }
    if (subject.asOf() != null && !ContentRules.partialDate(subject.asOf())) {
      faults.add(new ContentFault(field(at, "as-of"), "date", 0));
    }
  }

  private static long chars(ToldSubject subject) {
    long chars = subject.note() == null ? 0 : subject.note().length();
    for (List<String> values : subject.said().values()) {
      for (String value : values) {
        chars += value.length();
      }
    }
    return chars;
  }

  @Override
  public String toString() {
    return "Subjects[" + told.size() + ", " + forms().size() + "]";
  }
}
