package org.entente.node.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.agreement.ActKind;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Urgency;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.delivery.Understood;
import org.entente.node.forms.FilledForm;
import org.junit.jupiter.api.Test;

/** The persons and things of a message: their bytes, what they carry, what is wrong with them. */
class SubjectsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  private static ToldSubject thing(SubjectKind kind, ColumnMeaning field, String value) {
    return ToldSubject.of(kind, Map.of(field.code(), List.of(value)), SubjectRole.USED);
  }

  private static ToldSubject person(String family, SubjectRole role) {
    return ToldSubject.of(
        SubjectKind.PERSON, Map.of(ColumnMeaning.FAMILY.code(), List.of(family)), role);
  }

  private static Content.Reply reply(Subjects subjects) {
    return new Content.Reply(
        "Two entries, both at Preševo.",
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        null,
        false,
        "2026-11-24",
        null,
        null,
        subjects,
        List.of());
  }

  private static List<String> faults(Subjects subjects) {
    return ContentRules.faults(reply(subjects), Urgency.NORMAL, NOW).stream()
        .map(fault -> fault.field() + " " + fault.key())
        .toList();
  }

  private static Content.Request request() {
    Map<String, List<String>> van = new LinkedHashMap<>();
    van.put("plate", List.of("BG 1234-ŠĆ"));
    van.put("country", List.of("RS"));
    Map<String, List<String>> mira = new LinkedHashMap<>();
    mira.put("family", List.of("Lukić"));
    mira.put("given", List.of("Mira"));
    mira.put("born", List.of("1990"));
    return new Content.Request(
        null,
        "Who held the vehicle since the first of November.",
        "Criminal investigation of drug trafficking.",
        "The van was stopped near Astara and its driver ran away.",
        "Its plate is of Belgrade.",
        "The van carried the consignment.",
        null,
        null,
        "en",
        Set.of(HandlingCode.H1),
        null,
        new Subjects(
            List.of(
                new ToldSubject(
                    SubjectKind.VEHICLE,
                    van,
                    SubjectRole.USED,
                    new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
                    Set.of(),
                    "2026-11-24",
                    "White, with a dent on the left."),
                ToldSubject.of(SubjectKind.PERSON, mira, SubjectRole.WITNESS)),
            List.of(new SubjectLink(1, SubjectLink.Kind.LOCATED_AT, 0))),
        List.of());
  }

  @Test
  void aRequestAboutThingsHasTheseBytesAndIsOfVersionFour() throws Exception {
    byte[] vector = vector("content-request-subjects-v4");

    assertThat(Contents.bytes(request())).asString(UTF_8).isEqualTo(new String(vector, UTF_8));
    assertThat(Contents.read(ActKind.REQUEST, vector)).isEqualTo(Understood.of(request()));
  }

  @Test
  void whatALaterVersionSaysOfASubjectIsKeptWithItOrNamed() throws Exception {
    Understood<Content> read =
        Contents.read(ActKind.REQUEST, vector("content-request-subjects-v5"));

    assertThat(read.notUnderstood()).isEqualTo(List.of("subjects.told.0.weight"));
    assertThat(read.content().tells().told().getFirst().said())
        .containsEntry("colour", List.of("white"))
        .containsEntry("plate", List.of("BG 1234-ŠĆ"));
  }

  private static Content.Request withForm() {
    Content.Request r = request();
    Map<String, List<String>> said = new LinkedHashMap<>();
    said.put("seized-on", List.of("2026-11-24"));
    said.put("substances.0.found", List.of("heroin"));
    said.put("substances.0.amount", List.of("11.25"));
    said.put("substances.0.amount-unit", List.of("kg"));
    said.put("substances.0.logo", List.of("ŠĆ 9"));
    said.put("packing", List.of("brick", "other"));
    said.put("packing-other", List.of("çuval"));
    return new Content.Request(
        null,
        r.informationSought(),
        r.purpose(),
        r.facts(),
        r.reasonsToBelieve(),
        r.link(),
        null,
        null,
        r.language(),
        r.handling(),
        null,
        new Subjects(List.of(), List.of(), List.of(new FilledForm("drugs", said))),
        List.of());
  }

  @Test
  void aRequestWithAFormHasTheseBytesAndIsOfVersionFive() throws Exception {
    byte[] vector = vector("content-request-form-v5");

    assertThat(Contents.bytes(withForm())).asString(UTF_8).isEqualTo(new String(vector, UTF_8));
    assertThat(Contents.read(ActKind.REQUEST, vector)).isEqualTo(Understood.of(withForm()));
    assertThat(ContentRules.faults(withForm(), Urgency.NORMAL, NOW)).isEmpty();
  }

  @Test
  void aFormThatIsNotKnownIsRefusedWithASignedReason() throws Exception {
    String unknown =
        new String(vector("content-request-form-v5"), UTF_8).replace("\"drugs\"", "\"dreams\"");

    assertThatThrownBy(() -> Contents.read(ActKind.REQUEST, unknown.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            ContentRefused.class, e -> assertThat(e.code()).isEqualTo("kind-not-supported"));
  }

  @Test
  void aFormThatLeavesVictimsUnnamedKeepsTheirNamesOut() {
    FilledForm unnamed =
        new FilledForm(
            "trafficking",
            Map.of(
                "act", List.of("harbouring"),
                "child", List.of("yes"),
                "purpose", List.of("begging"),
                "unnamed", List.of("yes")));
    List<ToldSubject> told =
        List.of(person("Lukić", SubjectRole.SUSPECT), person("Lukić", SubjectRole.VICTIM));

    assertThat(faults(new Subjects(told, List.of(), List.of(unnamed))))
        .containsExactly("subjects.1.kind unnamed");
  }

  @Test
  void aMessageWithoutSubjectsIsOfTheVersionItWas() {
    assertThat(Contents.bytes(reply(Subjects.NONE))).asString(UTF_8).doesNotContain("version");
  }

  @Test
  void aKindARoleAndALinkThatAreNotKnownAreRefusedWithASignedReason() throws Exception {
    String vector = new String(vector("content-request-subjects-v4"), UTF_8);
    for (String unknown :
        List.of(
            vector.replace("\"VEHICLE\"", "\"SUBMARINE\""),
            vector.replace("\"USED\"", "\"DREAMT_OF\""),
            vector.replace("\"LOCATED_AT\"", "\"LOVES\""))) {
      assertThatThrownBy(() -> Contents.read(ActKind.REQUEST, unknown.getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              ContentRefused.class, e -> assertThat(e.code()).isEqualTo("kind-not-supported"));
    }
    for (String broken :
        List.of(
            vector.replace("[\"RS\"]", "[null]"),
            vector.replace("[\"RS\"]", "\"RS\""),
            vector.replace("\"from\":1", "\"from\":1.5"),
            vector.replace("\"from\":1", "\"from\":null"),
            vector.replace("\"role\":\"USED\"", "\"role\":null"))) {
      assertThatThrownBy(() -> Contents.read(ActKind.REQUEST, broken.getBytes(UTF_8)))
          .as(broken)
          .isInstanceOfSatisfying(
              ContentRefused.class, e -> assertThat(e.code()).isEqualTo("content-malformed"));
    }
  }

  @Test
  void eachIsDataAboutThePersonItBelongsTo() {
    Subjects alone =
        new Subjects(
            List.of(
                thing(SubjectKind.VEHICLE, ColumnMeaning.PLATE, "10-AA-123"),
                thing(SubjectKind.WALLET, ColumnMeaning.WALLET, "0x1"),
                ToldSubject.of(
                    SubjectKind.PHONE, Map.of("phone", List.of("+1")), SubjectRole.STOLEN)),
            List.of());
    assertThat(alone.data().bySubject())
        .isEqualTo(
            Map.of(
                DataSubjectCategory.SUSPECT_OR_CONVICTED,
                Set.of(DataCategory.TRANSPORT, DataCategory.ECONOMIC),
                DataSubjectCategory.VICTIM,
                Set.of(DataCategory.COMMUNICATION)));

    Subjects linked =
        new Subjects(
            List.of(
                thing(SubjectKind.VEHICLE, ColumnMeaning.PLATE, "10-AA-123"),
                person("Lukić", SubjectRole.VICTIM)),
            List.of(new SubjectLink(1, SubjectLink.Kind.OWNS, 0)));
    assertThat(linked.data().bySubject())
        .isEqualTo(
            Map.of(
                DataSubjectCategory.VICTIM,
                Set.of(DataCategory.TRANSPORT, DataCategory.PERSONAL_DETAILS)));
    assertThat(linked.data().withinPolicy()).as("a victim's vehicle is not exchanged").isFalse();
    assertThat(alone.data().withinPolicy()).as("nor a victim's telephone").isFalse();
  }

  @Test
  void everyFaultIsNamedAtItsField() {
    Subjects wrong =
        new Subjects(
            List.of(
                ToldSubject.of(SubjectKind.VEHICLE, Map.of(), SubjectRole.WITNESS),
                new ToldSubject(
                    SubjectKind.PERSON,
                    Map.of("family", List.of("Lukić\u0007")),
                    SubjectRole.USED,
                    null,
                    Set.of(HandlingCode.H3),
                    "soon",
                    null)),
            List.of(
                new SubjectLink(0, SubjectLink.Kind.USES, 0),
                new SubjectLink(7, SubjectLink.Kind.USES, 1)));

    assertThat(faults(wrong))
        .containsExactly(
            "subjects.0.role role",
            "subjects.0.kind missing",
            "subjects.1.role role",
            "subjects.1.family control",
            "subjects.1.note missing",
            "subjects.1.as-of date",
            "links.0.to choose",
            "links.1.from choose");
  }

  @Test
  void whatIsTooMuchIsNotTaken() {
    ToldSubject one = thing(SubjectKind.PHONE, ColumnMeaning.PHONE, "+994502123456");
    List<ToldSubject> many = Collections.nCopies(Subjects.MOST + 1, one);
    assertThat(faults(new Subjects(many, List.of()))).containsExactly("subjects many");

    ToldSubject page = thing(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "a".repeat(2_001));
    assertThat(faults(new Subjects(List.of(page), List.of())))
        .containsExactly("subjects.0.web-address long");

    ToldSubject large = thing(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "a".repeat(2_000));
    assertThat(faults(new Subjects(Collections.nCopies(21, large), List.of())))
        .containsExactly("subjects long");

    ToldSubject hostile =
        ToldSubject.of(SubjectKind.PHONE, Map.of("<script>", List.of("x")), SubjectRole.SEEN);
    assertThat(faults(new Subjects(List.of(hostile), List.of())))
        .containsExactly("subjects.0.kind many");
  }

  @Test
  void aValueThatCannotBeReadIsSentAsItWasWritten() {
    Subjects damaged =
        new Subjects(
            List.of(thing(SubjectKind.ACCOUNT, ColumnMeaning.ACCOUNT, "RS35 2600 ?")), List.of());

    assertThat(faults(damaged)).isEmpty();
  }

  @Test
  void aRequestNeedsAPersonOrAThing() {
    Content.Request nothing =
        new Content.Request(
            null,
            "Who held the vehicle since November.",
            "Criminal investigation of drug trafficking.",
            "The van was stopped near Astara.",
            "Its plate is of Belgrade.",
            "The van carried the consignment.",
            null,
            null,
            "en",
            Set.of(HandlingCode.H1),
            List.of());

    assertThat(ContentRules.faults(nothing, Urgency.NORMAL, NOW))
        .containsExactly(new ContentFault("familyName", "missing", 0));
    assertThat(ContentRules.faults(request(), Urgency.NORMAL, NOW)).isEmpty();
  }

  @Property(tries = 300)
  void whateverIsToldComesBackFromItsBytes(@ForAll("subjects") Subjects subjects) throws Exception {
    Content.Reply reply = reply(subjects);

    byte[] bytes = Contents.bytes(reply);
    Understood<Content> read = Contents.read(ActKind.REPLY, bytes);

    assertThat(read).isEqualTo(Understood.of(reply));
    assertThat(Contents.bytes(read.content())).isEqualTo(bytes);
    assertThat(read.content().tells().data()).isEqualTo(subjects.data());
    read.content().tells().told().forEach(told -> assertThat(told.subject()).isNotNull());
  }

  @Provide
  Arbitrary<Subjects> subjects() {
    Arbitrary<String> fields = Arbitraries.of(ColumnMeaning.values()).map(ColumnMeaning::code);
    Arbitrary<List<String>> values =
        Arbitraries.strings()
            .excludeChars('\u0000')
            .ofMaxLength(40)
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
            .list()
            .ofMaxSize(3);
    Arbitrary<ToldSubject> told =
        Combinators.combine(
                Arbitraries.of(SubjectKind.values()),
                Arbitraries.maps(fields, values).ofMaxSize(5),
                Arbitraries.of(SubjectRole.values()),
                Arbitraries.of(Evaluation.Source.values()).injectNull(0.5),
                Arbitraries.of(HandlingCode.values()).set().ofMaxSize(3),
                Arbitraries.of("2026", "2026-11", "2026-11-30").injectNull(0.5),
                Arbitraries.strings().alpha().ofMaxLength(20).injectNull(0.5))
            .as((kind, said, role, source, handling, asOf, note) ->
                new ToldSubject(
                    kind,
                    said,
                    role,
                    source == null ? null : new Evaluation(source, Evaluation.Information.ONE),
                    handling,
                    asOf,
                    note));
    Arbitrary<SubjectLink> link =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.of(SubjectLink.Kind.values()),
                Arbitraries.integers().between(0, 5))
            .as(SubjectLink::new);
    return Combinators.combine(told.list().ofMinSize(1).ofMaxSize(5), link.list().ofMaxSize(4))
        .as(Subjects::new);
  }

  private static byte[] vector(String name) throws IOException {
    try (InputStream in = SubjectsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
