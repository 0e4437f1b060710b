package org.entente.node.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.PersonalData;

/**
 * A form as it was filled in.
 *
 * @param form the code of its description
 * @param said what stands in its fields, by path: the name of a field, or the name of a group, a
 *     number from 0 and the name of a field in it, with points between; a field of a later version
 *     is kept and shown by its path
 */
public record FilledForm(String form, Map<String, List<String>> said) {
  /** Answers of one field: as many as can be ticked in the longest list. */
  static final int VALUES_MOST = 20;

  /** Fields of one form that are filled in, those of its groups with them. */
  static final int PATHS_MOST = 600;

  public FilledForm {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    said.forEach((path, values) -> copy.put(path, List.copyOf(values)));
    said = Collections.unmodifiableMap(copy);
  }

  /** What describes it; empty where this version knows no such form. */
  public Optional<FormDescription> described() {
    return Forms.ofCode(form);
  }

  /** What stands at a path; nothing where that is blank. */
  public List<String> values(String path) {
    return said.getOrDefault(path, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The first of it; empty where there is none. */
  public String value(String path) {
    List<String> values = values(path);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The path of a field in the row of a group. */
  public static String path(String group, int at, String field) {
    return group + "." + at + "." + field;
  }

  /** The numbers of the rows of a group in which something stands. */
  public List<Integer> rows(String group) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (String path : said.keySet()) {
      FormPath at = FormPath.of(path).orElse(null);
      if (at != null && at.group().equals(group) && !values(path).isEmpty()) {
        rows.add(at.row());
      }
    }
    return List.copyOf(rows);
  }

  /** Whether its description has a field to which a path belongs. */
  public boolean known(String path) {
    return described()
        .map(description -> FormPath.fields(description, path))
        .filter(fields -> !fields.isEmpty())
        .filter(fields -> !(fields.getLast().type() instanceof FieldType.Group))
        .isPresent();
  }

  /** What the field at a path takes; empty for what stands beside one, and for an unknown one. */
  public Optional<FieldType> type(String path) {
    return described()
        .map(description -> FormPath.fields(description, path))
        .filter(fields -> !fields.isEmpty())
        .map(List::getLast)
        .filter(field -> path.equals(field.code()) || path.endsWith("." + field.code()))
        .map(FormField::type);
  }

  /** What is wrong with it on a day. */
  public List<FormFault> faults(LocalDate today) {
    return described()
        .map(description -> new FormCheck(this, description, today).faults())
        .orElseGet(() -> List.of(new FormFault("form", "unknown", 0)));
  }

  /** Which blocks of data it carries about which categories of persons. */
  public PersonalData data() {
    FormDescription description = described().orElse(null);
    if (description == null) {
      return PersonalData.none();
    }
    PersonalData data = description.carries();
    for (String path : said.keySet()) {
      if (!values(path).isEmpty()) {
        for (FormField field : FormPath.fields(description, path)) {
          data = and(data, field.carries());
        }
      }
    }
    return data;
  }

  /**
   * Words of a form that identify a thing.
   *
   * @param as what
   */
  public record Identified(FormField.Identifying as, String words) {
    @Override
    public String toString() {
      return "Identified[" + as + "]";
    }
  }

  /** Everything in it that identifies a thing. */
  public List<Identified> identified() {
    List<Identified> all = new ArrayList<>();
    described()
        .ifPresent(description -> {
          for (String path : said.keySet()) {
            List<FormField> fields = FormPath.fields(description, path);
            if (!fields.isEmpty()) {
              fields
                  .getLast()
                  .identifies()
                  .ifPresent(as ->
                      values(path).forEach(words -> all.add(new Identified(as, words.strip()))));
            }
          }
        });
    return all;
  }

  /** The categories of persons whom its message must not name. */
  public Set<DataSubjectCategory> unnamed() {
    Set<DataSubjectCategory> unnamed = EnumSet.noneOf(DataSubjectCategory.class);
    described()
        .ifPresent(description ->
            description
                .rules()
                .forEach(rule -> {
                  if (rule instanceof FormRule.Unnamed(String field, DataSubjectCategory whom)
                      && value(field).equals(FieldType.YesNo.YES)) {
                    unnamed.add(whom);
                  }
                }));
    return unnamed;
  }

  private static PersonalData and(PersonalData data, PersonalData more) {
    PersonalData all = data;
    for (var each : more.bySubject().entrySet()) {
      all = all.and(each.getKey(), each.getValue());
    }
    return all;
  }

  /**
   * What the amounts of a group come to.
   *
   * @param apart what the amounts that were added have in common, by the fields that keep others
   *     apart; what is empty was not said
   * @param unit in which all of them were given
   * @param rows how many they are
   */
  public record Total(List<String> apart, String unit, String sum, int rows) {
    public Total {
      apart = List.copyOf(apart);
    }
  }

  /**
   * The sums of a quantity of a group: of each unit its own, and only of what is alike. One amount
   * alone is no sum.
   */
  public List<Total> totals(String group, FormField field, FieldType.Quantity quantity) {
    Map<List<String>, BigDecimal> sums = new LinkedHashMap<>();
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (int row : rows(group)) {
      String at = path(group, row, field.code());
      String unit = value(at + FieldType.UNIT_SUFFIX);
      Optional<BigDecimal> value = Amount.value(value(at));
      if (value.isPresent() && !unit.isEmpty() && !unit.equals(CodeList.OTHER)) {
        List<String> alike = new ArrayList<>(List.of(unit));
        quantity.apart().forEach(name -> alike.add(value(path(group, row, name))));
        sums.merge(alike, value.get(), BigDecimal::add);
        counts.merge(alike, 1, Integer::sum);
      }
    }
    List<Total> totals = new ArrayList<>();
    sums.forEach((alike, sum) -> {
      int rows = counts.getOrDefault(alike, 0);
      if (rows > 1) {
        totals.add(
            new Total(alike.subList(1, alike.size()), alike.getFirst(), sum.toPlainString(), rows));
      }
    });
    return totals;
  }

  /** How much is said in it. */
  public long chars() {
    return said.values().stream().flatMap(List::stream).mapToLong(String::length).sum();
  }

  @Override
  public String toString() {
    return "FilledForm[" + form + "]";
  }
}
