package org.entente.node.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Language;
import org.entente.arms.Build;
import org.entente.arms.Coded;
import org.entente.arms.Find;
import org.entente.arms.Lot;
import org.entente.arms.Part;
import org.entente.arms.Receipt;
import org.entente.arms.SerialMark;
import org.entente.arms.WeaponType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the fields of crime: their texts, rules, sums, and what they carry about whom. */
class FormsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  /** A form in which these fields are filled in: path, value, path, value. */
  static FilledForm form(String code, String... said) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < said.length; i += 2) {
      all.put(said[i], List.of(said[i + 1].split(",")));
    }
    return new FilledForm(code, all);
  }

  private static List<String> faults(FilledForm form) {
    return form.faults(TODAY).stream().map(fault -> fault.path() + " " + fault.key()).toList();
  }

  private static FilledForm trafficking(String... more) {
    List<String> said =
        new ArrayList<>(
            List.of("act", "recruitment", "child", "no", "purpose", "sexual", "means", "fraud"));
    said.addAll(List.of(more));
    return form("trafficking", said.toArray(String[]::new));
  }

  @Test
  void everyFormFieldAndCodeHasItsNameInEveryLanguage() throws IOException {
    Properties english = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                FormsTest.class.getResourceAsStream("/messages/forms.properties")),
            StandardCharsets.UTF_8)) {
      english.load(in);
    }
    for (FormDescription form : Forms.ALL) {
      assertThat(english).containsKey("form." + form.code());
      assertThat(form.source()).isNotBlank();
      named(english, "form-field." + form.code() + ".", form.fields());
    }
  }

  private static void named(Properties english, String prefix, List<FormField> fields) {
    for (FormField field : fields) {
      assertThat(english).containsKey(prefix + field.code());
      switch (field.type()) {
        case FieldType.Codes(CodeList list, boolean several) -> listed(list, several);
        case FieldType.Quantity(CodeList units, List<String> apart) -> listed(units, false);
        case FieldType.Group(List<FormField> inner, int most) ->
            named(english, prefix + field.code() + ".", inner);
        default -> {}
      }
    }
  }

  private static void listed(CodeList list, boolean several) {
    assertThat(list.codes()).as(list.name()).contains(CodeList.OTHER).doesNotHaveDuplicates();
    assertThat(list.source()).isNotBlank();
    assertThat(list.licence()).isNotBlank();
    if (several) {
      assertThat(list.codes()).as(list.name()).hasSizeLessThanOrEqualTo(FilledForm.VALUES_MOST);
    }
    for (String code : list.codes()) {
      for (Language language : Language.values()) {
        assertThat(list.label(code, Locale.forLanguageTag(language.tag())))
            .as(list.name() + " " + code + " " + language)
            .hasValueSatisfying(name -> assertThat(name).isNotBlank());
      }
    }
  }

  @Test
  void amountsOfDifferentUnitsSubstancesOrWeightsAreNeverAdded() {
    FilledForm drugs =
        form(
            "drugs",
            "substances.0.found",
            "heroin",
            "substances.0.amount",
            "1.5",
            "substances.0.amount-unit",
            "kg",
            "substances.0.weight",
            "net",
            "substances.1.found",
            "heroin",
            "substances.1.amount",
            "2.25",
            "substances.1.amount-unit",
            "kg",
            "substances.1.weight",
            "net",
            "substances.2.found",
            "heroin",
            "substances.2.amount",
            "7",
            "substances.2.amount-unit",
            "kg",
            "substances.2.weight",
            "gross",
            "substances.3.found",
            "heroin",
            "substances.3.amount",
            "300",
            "substances.3.amount-unit",
            "tablet");
    FormField group = DrugForm.DESCRIPTION.field("substances").orElseThrow();
    FormField amount = FormPath.fields(DrugForm.DESCRIPTION, "substances.0.amount").getLast();

    assertThat(faults(drugs)).isEmpty();
    assertThat(drugs.totals(group.code(), amount, (FieldType.Quantity) amount.type()))
        .containsExactly(new FilledForm.Total(List.of("heroin", "net"), "kg", "3.75", 2));
  }

  @ParameterizedTest
  @CsvSource({"1234,1234", "'1,5',1.5", "'1 200,5',1200.5", "0.125,0.125", "1.2340,1.2340"})
  void anAmountIsReadAsOfficersWriteIt(String written, String kept) {
    assertThat(Amount.read(written)).contains(kept);
    assertThat(Amount.read(kept)).as("what is kept reads the same").contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.200", "1,200", "-1", "1e9", "about 5", "١٢", "1.2.3", ""})
  void anAmountThatCouldMeanTwoThingsIsNotGuessed(String written) {
    assertThat(Amount.read(written)).isEmpty();
    assertThat(Amount.kept(written)).isFalse();
  }

  @Test
  void whatAFormLacksIsNamedAtItsField() {
    assertThat(faults(form("drugs"))).containsExactly("substances.0.found missing");
    assertThat(
            faults(
                form(
                    "drugs",
                    "seized-on",
                    "soon",
                    "substances.0.found",
                    "other",
                    "substances.0.amount",
                    "five",
                    "substances.0.purity",
                    "101",
                    "substances.0.packages",
                    "1.5",
                    "route.0.place",
                    "Astara",
                    "sample-kept",
                    "perhaps")))
        .containsExactly(
            "seized-on date",
            "substances.0.found-other say-what",
            "substances.0.amount amount",
            "substances.0.amount-unit unit",
            "substances.0.packages whole",
            "substances.0.purity percent",
            "route.0.point choose",
            "sample-kept unknown");
  }

  @Test
  void aChildNeedsNoMeans() {
    FilledForm adult =
        form("trafficking", "act", "recruitment", "child", "no", "purpose", "sexual");
    FilledForm child =
        form("trafficking", "act", "recruitment", "child", "yes", "purpose", "sexual");

    assertThat(faults(adult)).containsExactly("means no-means");
    assertThat(faults(child)).isEmpty();
  }

  @Test
  void aVictimsPartSaysNoMoreThanTheLawAllows() {
    FilledForm victims =
        trafficking("victims.0.number", "2", "victims.0.age", "9-17", "victims.0.protected", "yes");

    assertThat(faults(victims)).isEmpty();
    assertThat(victims.data().bySubject())
        .containsEntry(
            DataSubjectCategory.VICTIM,
            Set.of(DataCategory.PERSONAL_DETAILS, DataCategory.VICTIM_PARTICULARS))
        .containsEntry(
            DataSubjectCategory.SUSPECT_OR_CONVICTED, Set.of(DataCategory.CRIMINAL_CONDUCT));
    assertThat(victims.data().withinPolicy()).isTrue();
    assertThat(faults(trafficking("victims.0.number", "2", "victims.0.account", "AZ21")))
        .as("what nobody knows what it is says nothing about a victim")
        .containsExactly("victims.0.account reduced");
  }

  private static FilledForm trace(String... more) {
    List<String> said =
        new ArrayList<>(
            List.of("kind", "pistol", "make", "Zastava", "model", "M57", "calibre", "7.62x25"));
    said.addAll(List.of("serial-state", "intact", "serial", "Č-12345", "country", "SFRJ"));
    said.addAll(List.of("found-on", "2026-11-02", "found-where", "Bakı"));
    said.addAll(List.of("circumstance", "seizure", "illicit", "law-of-place,not-marked"));
    said.addAll(List.of("legal-ground", "CM 228", "asks", "export,import", "use", "trial"));
    said.addAll(List.of("confidential", "yes", "keeps", "yes"));
    said.addAll(List.of(more));
    return form("trace-weapon", said.toArray(String[]::new));
  }

  @Test
  void whatATraceCannotDoWithoutIsNamedAtItsField() {
    assertThat(faults(trace())).isEmpty();
    assertThat(faults(form("trace-weapon")))
        .contains(
            "make missing",
            "model missing",
            "calibre missing",
            "serial-state choose",
            "country missing",
            "illicit choose",
            "legal-ground missing",
            "asks choose",
            "use missing",
            "confidential missing",
            "keeps missing",
            "keeps-limits no-limits");
    assertThat(faults(form("trace-lot")))
        .contains("lot missing", "maker missing", "country missing", "legal-ground missing");
    assertThat(faults(form("trace-answer"))).containsExactly("hops.0.result missing");
    assertThat(faults(form("delivery")))
        .containsExactly(
            "question choose",
            "licence missing",
            "consignee missing",
            "goods missing",
            "left-on missing");
  }

  @Test
  void aTraceWithoutANumberSaysWhyThereIsNone() {
    assertThat(faults(trace("serial", "", "serial-state", "restored")))
        .containsExactly("serial no-serial");
    assertThat(faults(trace("serial", "", "serial-state", "obliterated"))).isEmpty();
    assertThat(faults(trace("serial", "", "serial-state", "never-marked"))).isEmpty();
    assertThat(faults(trace("keeps", "no"))).containsExactly("keeps-limits no-limits");
    assertThat(faults(trace("keeps", "no", "keeps-limits", "only until trial"))).isEmpty();
  }

  @Test
  void formsAndTheLibraryOfWeaponsChooseFromTheSameCodes() {
    same("kind", "trace-weapon", WeaponType.Kind.values());
    same("serial-state", "trace-weapon", SerialMark.State.values());
    same("serial-on", "trace-weapon", Part.Kind.values());
    same("conversion", "trace-weapon", Build.Conversion.values());
    same("circumstance", "trace-lot", Find.Circumstance.values());
    same("illicit", "trace-lot", Find.Illicit.values());
    same("nature", "trace-lot", Lot.Nature.values());
    assertThat(CodeList.of("lot-component").codes())
        .containsAll(Stream.of(Lot.Component.Kind.values()).map(Coded::code).toList());
    assertThat(CodeList.of("receipt-result").codes())
        .contains(
            Receipt.Result.IN_FULL.code(),
            Receipt.Result.IN_PART.code(),
            Receipt.Result.NOT_RECEIVED.code());
  }

  private static void same(String field, String form, Coded... codes) {
    FieldType type = Forms.ofCode(form).orElseThrow().field(field).orElseThrow().type();
    List<String> wanted =
        Stream.of(codes).map(Coded::code).filter(code -> !code.equals("unknown")).toList();

    assertThat(((FieldType.Codes) type).list().codes()).containsAll(wanted);
  }

  @Test
  void noFormCarriesMoreThanThePolicyAllows() {
    for (FormDescription form : Forms.ALL) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      for (FormField field : form.fields()) {
        if (field.type() instanceof FieldType.Group(List<FormField> inner, int most)) {
          inner.forEach(
              each -> all.put(FilledForm.path(field.code(), 0, each.code()), List.of("1")));
        } else {
          all.put(field.code(), List.of("1"));
        }
      }
      assertThat(new FilledForm(form.code(), all).data().withinPolicy()).as(form.code()).isTrue();
    }
  }

  @Test
  void aWatchHasAnEndAndSaysWhatToDo() {
    assertThat(faults(form("terrorism", "offence", "travel", "watch", "returned")))
        .containsExactly("watch-until missing", "watch-action missing");
    assertThat(
            faults(
                form(
                    "terrorism",
                    "offence",
                    "travel",
                    "watch",
                    "returned",
                    "watch-until",
                    "2026-11-29",
                    "watch-action",
                    "discreet")))
        .containsExactly("watch-until past");
  }

  @Test
  void whatIsHostileIsRefusedAndWhatIsOfALaterVersionIsKept() {
    assertThat(faults(form("drugs", "<script>", "x"))).containsExactly("form many");
    assertThat(faults(form("drugs", "substances.0.found", "heroin\u0007")))
        .containsExactly("substances.0.found control", "substances.0.found unknown");
    assertThat(faults(form("drugs", "marks", "a".repeat(201), "substances.0.found", "lsd")))
        .containsExactly("marks long");
    assertThat(faults(form("drugs", "substances.20.found", "lsd")))
        .containsExactly("substances.20.found many");
    FilledForm later = form("drugs", "substances.0.found", "opium-2", "smell", "sour");
    assertThat(faults(later)).isEmpty();
    assertThat(later.known("smell")).isFalse();
    assertThat(faults(form("dreams", "a", "b"))).containsExactly("form unknown");
  }
}
