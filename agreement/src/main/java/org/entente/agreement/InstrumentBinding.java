package org.entente.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an instrument of a file that satisfies its schema. */
final class InstrumentBinding {

  private final Value root;
  private final AgreementId id;

  private InstrumentBinding(Value root) {
    this.root = root;
    this.id = new AgreementId(root.at("id").text());
  }

  /** Empty if it added a fault. */
  static Optional<Instrument> bind(Source source, List<Fault> faults) {
    int before = faults.size();
    Optional<Instrument> instrument =
        new InstrumentBinding(Value.root(source, faults)).instrument();
    return faults.size() == before ? instrument : Optional.empty();
  }

  private Optional<Instrument> instrument() {
    Value signed = root.at("signed");
    Optional<LocalDate> signedOn = date(signed.at("date"));
    List<Party> parties = root.at("parties").items().stream().map(this::party).toList();
    Value.unique(
        root.at("parties").items(), party -> party.at("authority").text(), "This authority");
    List<Article> articles = root.at("articles").items().stream().map(this::article).toList();
    Value.unique(root.at("articles").items(), each -> each.at("number").numeral(), "This article");
    checkOneOpenClause();
    return signedOn.map(day ->
        new Instrument(
            id,
            root.at("title").localText(),
            root.at("note").localText(),
            day,
            signed.at("place").localText(),
            parties,
            languages(),
            prevails(),
            articles));
  }

  private Party party(Value party) {
    return new Party(
        party.at("authority").authority(),
        party.at("country").text(),
        party.at("name").localText(),
        party.optional("central").map(Value::flag).orElse(false),
        party
            .optional("competence")
            .map(InstrumentBinding::competence)
            .orElse(Party.Competence.whole()));
  }

  /** What is not named is not narrowed. */
  private static Party.Competence competence(Value competence) {
    Party.Competence whole = Party.Competence.whole();
    return new Party.Competence(
        competence.optional("areas").map(InstrumentBinding::areas).orElse(whole.areas()),
        competence
            .optional("acts")
            .map(v -> v.each(ActKind.values(), ActKind::code, FaultCode.UNKNOWN_ACT))
            .orElse(whole.acts()));
  }

  private List<String> languages() {
    return root.optional("languages")
        .map(v -> v.at("authentic").items().stream().map(Value::text).toList())
        .orElse(List.of());
  }

  private Optional<String> prevails() {
    Optional<Value> prevails = root.optional("languages").flatMap(v -> v.optional("prevails"));
    prevails
        .filter(tag -> !languages().contains(tag.text()))
        .ifPresent(tag ->
            tag.add(
                FaultCode.DANGLING_REFERENCE, "This language is not among the authentic ones."));
    return prevails.map(Value::text);
  }

  private Article article(Value article) {
    String number = article.at("number").numeral();
    List<Value> items = article.at("paragraphs").items();
    Value.unique(items, each -> each.at("number").numeral(), "This paragraph");
    List<Paragraph> paragraphs = items.stream().map(each -> paragraph(number, each)).toList();
    return new Article(number, article.at("heading").localText(), paragraphs);
  }

  /** The schema lets a paragraph be exactly one of the five. */
  private Paragraph paragraph(String article, Value paragraph) {
    String label = "Art. " + article + "(" + paragraph.at("number").numeral() + ")";
    if (paragraph.has("otherAreas")) {
      LocalText wording = paragraph.at("otherAreas").at("wording").localText();
      return new Paragraph.OtherAreas(reference(label), wording);
    }
    if (paragraph.has("text")) {
      return new Paragraph.Plain(reference(label), paragraph.at("text").localText());
    }
    if (paragraph.has("excludes")) {
      Value excludes = paragraph.at("excludes");
      return new Paragraph.Excludes(
          reference(label), excludes.at("wording").localText(), areas(excludes.at("areas")));
    }
    if (paragraph.has("crimes")) {
      List<Value> items = paragraph.at("crimes").items();
      Value.unique(items, InstrumentBinding::label, "This label");
      return new Paragraph.Crimes(
          reference(label), items.stream().map(item -> crime(label, item)).toList());
    }
    List<Value> items = paragraph.at("forms").items();
    Value.unique(items, InstrumentBinding::label, "This label");
    return new Paragraph.Forms(
        reference(label), items.stream().map(item -> form(label, item)).toList());
  }

  private Paragraph.Crime crime(String paragraph, Value item) {
    return new Paragraph.Crime(
        itemReference(paragraph, item),
        item.at("wording").localText(),
        areas(item.at("areas")),
        item.optional("minPenaltyMonths").map(Value::number).orElse(0));
  }

  /** {@code all} stands for every area: some instruments cover every criminal offence. */
  private static Set<OffenceArea> areas(Value areas) {
    List<Value> items = areas.items();
    return items.size() == 1 && items.getFirst().text().equals("all")
        ? EnumSet.allOf(OffenceArea.class)
        : areas.each(OffenceArea.values(), OffenceArea::code, FaultCode.UNKNOWN_AREA);
  }

  private Paragraph.Form form(String paragraph, Value item) {
    return new Paragraph.Form(
        itemReference(paragraph, item),
        item.at("wording").localText(),
        item.at("acts").each(ActKind.values(), ActKind::code, FaultCode.UNKNOWN_ACT),
        conditions(item));
  }

  private static Conditions conditions(Value form) {
    Set<OffenceArea> areas = form.optional("areas").map(InstrumentBinding::areas).orElse(Set.of());
    Optional<Value> found = form.optional("conditions");
    if (found.isEmpty()) {
      return areas.isEmpty()
          ? Conditions.none()
          : new Conditions(Set.of(), Set.of(), 0, 0, false, areas, false);
    }
    Value value = found.orElseThrow();
    return new Conditions(
        value
            .optional("subjects")
            .map(v ->
                v.each(
                    DataSubjectCategory.values(),
                    DataSubjectCategory::code,
                    FaultCode.UNKNOWN_VALUE))
            .orElse(Set.of()),
        value
            .optional("data")
            .map(v -> v.each(DataCategory.values(), DataCategory::code, FaultCode.UNKNOWN_VALUE))
            .orElse(Set.of()),
        value.optional("minPenaltyMonths").map(Value::number).orElse(0),
        value.optional("minIdentifiers").map(Value::number).orElse(0),
        value.optional("justification").map(Value::flag).orElse(false),
        areas,
        !value.optional("personalData").map(Value::flag).orElse(true));
  }

  private void checkOneOpenClause() {
    List<Value> open =
        root.at("articles").items().stream()
            .flatMap(article -> article.at("paragraphs").items().stream())
            .filter(paragraph -> paragraph.has("otherAreas"))
            .toList();
    Value.unique(open, paragraph -> "otherAreas", "The paragraph on other areas");
  }

  private ArticleReference itemReference(String paragraph, Value item) {
    String label = label(item);
    return reference(label.isEmpty() ? paragraph : paragraph + "(" + label + ")");
  }

  /** A paragraph with one item only has no letters. */
  private static String label(Value item) {
    return item.optional("label").map(Value::text).orElse("");
  }

  private ArticleReference reference(String label) {
    return new ArticleReference(id, label);
  }

  private static Optional<LocalDate> date(Value value) {
    try {
      return Optional.of(LocalDate.parse(value.text()));
    } catch (DateTimeException noSuchDay) {
      value.add(FaultCode.MALFORMED, "There is no such day.");
      return Optional.empty();
    }
  }
}
