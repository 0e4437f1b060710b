package org.entente.node.web.frame;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.agreement.DeadlineState;
import org.entente.agreement.Pending;
import org.entente.agreement.UrgencyReason;
import org.entente.duty.Way;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.RowFault;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueSign;
import org.entente.ledger.Access;
import org.entente.node.act.Refusal;
import org.entente.node.agreements.NoteKind;
import org.entente.node.agreements.StepRefusal;
import org.entente.node.agreements.StepState;
import org.entente.node.casework.CaseState;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.DamagedFiles;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.NextStep;
import org.entente.node.casework.RefusalGround;
import org.entente.node.casework.Rejection;
import org.entente.node.casework.Route;
import org.entente.node.casework.Side;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.WorkView;
import org.entente.node.checks.AnswerState;
import org.entente.node.checks.CheckRefusal;
import org.entente.node.checks.Justification;
import org.entente.node.checks.ListView;
import org.entente.node.checks.StopPattern;
import org.entente.node.duty.AlarmKind;
import org.entente.node.duty.AlarmView;
import org.entente.node.duty.DutyRefusal;
import org.entente.node.duty.Tried;
import org.entente.node.evidence.EvidenceRefusal;
import org.entente.node.evidence.FileDamaged;
import org.entente.node.evidence.SubjectFormat;
import org.entente.node.followup.NoticeKind;
import org.entente.node.followup.NoticeRefusal;
import org.entente.node.followup.NoticeState;
import org.entente.node.followup.PassingOn;
import org.entente.node.measures.Course;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.MeasureRefusal;
import org.entente.node.measures.MeasureState;
import org.entente.node.officers.Role;
import org.entente.node.oversight.BreachScope;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Finding;
import org.entente.node.oversight.Glance;
import org.entente.node.oversight.History;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.partners.Consented;
import org.entente.node.records.FileState;
import org.entente.node.records.Likeness;
import org.entente.node.records.PossibleMatch;
import org.entente.node.records.RecordRefusal;
import org.entente.node.retention.RetentionRefusal;
import org.entente.node.retention.Review;
import org.entente.node.retention.ReviewStep;
import org.entente.node.web.agreements.PartnerStanding;
import org.entente.subject.Gender;
import org.entente.subject.compare.Evidence;
import org.entente.subject.names.NameMatch;
import org.entente.subject.numbers.WrittenNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path PAGES = Path.of("src/main/java/org/entente/node/web");

  private static final Pattern LITERAL_KEY =
      Pattern.compile("reader\\.(?:t|say)\\(\"([a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern CONSTANT = Pattern.compile("reader\\s*\\.of\\(\\s*\"([a-z-]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  /** What stands on pages as a constant of a list, by the prefix of its text. */
  private static final Map<String, List<? extends Enum<?>>> CONSTANTS =
      Map.ofEntries(
          entry("access", List.of(Access.values())),
          entry("answer-state", List.of(AnswerState.values())),
          entry("alarm-kind", List.of(AlarmKind.values())),
          entry("alarm-state", List.of(AlarmView.State.values())),
          entry("attempt", List.of(Tried.State.values())),
          entry("duty-way", List.of(Way.values())),
          entry("duty-way-address", List.of(Way.E_MAIL, Way.WEBHOOK, Way.SMS)),
          entry("breach-scope", List.of(BreachScope.values())),
          entry("case-state", List.of(CaseState.values())),
          entry("check-aim", List.of(Justification.Aim.values())),
          entry("check-list-state", List.of(ListView.State.values())),
          entry("consent-state", List.of(Consented.State.values())),
          entry("damaged-file", List.of(DamagedFiles.Damage.values())),
          entry("deadline", List.of(DeadlineState.values())),
          entry("evidence", List.of(Evidence.Kind.values())),
          entry("gender", List.of(Gender.values())),
          entry("how", List.of(NameMatch.How.values())),
          entry("import-state", List.of(FileState.values())),
          entry("figure", List.of(Figure.values())),
          entry("subject-format", List.of(SubjectFormat.values())),
          entry("letter-kind", List.of(MentionKey.Kind.values())),
          entry("likeness", List.of(Likeness.Strength.values())),
          entry(
              "match-before", List.of(PossibleMatch.State.CONFIRMED, PossibleMatch.State.REJECTED)),
          entry("match-state", List.of(PossibleMatch.State.values())),
          entry("mention-kind", List.of(MentionKey.Kind.values())),
          entry("measure-kind", List.of(MeasureKind.values())),
          entry("measure-state", List.of(MeasureState.values())),
          entry("measure-course", List.of(Course.values())),
          entry("measure-corrects", List.of(Measure.Corrects.values())),
          entry("measure-ground", List.of(Measure.Ground.values())),
          entry("measure-declines", List.of(Measure.Declines.values())),
          entry("measure-finding", List.of(Measure.Finding.values())),
          entry("measure-arrived", List.of(Measure.Arrived.values())),
          entry("measure-document", List.of(Measure.Document.values())),
          entry("measure-sent", List.of(Measure.Sent.values())),
          entry("measure-step", inWhatAsks()),
          entry("measure-step-what", inWhatAsks()),
          entry("message-state", List.of(MessageState.values())),
          entry("note", List.of(NoteKind.values())),
          entry("pending", List.of(Pending.values())),
          entry("notice-kind", List.of(NoticeKind.values())),
          entry("notice-state", List.of(NoticeState.values())),
          entry(
              "number-use",
              Arrays.stream(WrittenNumber.Use.values())
                  .filter(use -> use != WrittenNumber.Use.TELLING)
                  .toList()),
          entry("occasion", List.of(Appearance.Occasion.DEMONSTRATION, Appearance.Occasion.TEST)),
          entry("partner-line", List.of(PartnerStanding.Line.values())),
          entry("passing-why", List.of(PassingOn.Why.values())),
          entry("record-field", List.of(ColumnMeaning.values())),
          entry("record-kind", List.of(SubjectKind.values())),
          entry("copy", List.of(ContactPointCopy.values())),
          entry("refusal", List.of(RefusalGround.values())),
          entry("review-state", List.of(ReviewStep.State.values())),
          entry("review-step", List.of(ReviewStep.Kind.values())),
          entry("review-urgency", List.of(Review.Urgency.values())),
          entry("role", List.of(Role.values())),
          entry("role-may", List.of(Role.values())),
          entry("route-kind", List.of(Route.Kind.values())),
          entry("rule-name", List.of(Finding.Rule.values())),
          entry("rule-what", List.of(Finding.Rule.values())),
          entry("screening-state", List.of(FileState.values())),
          entry("side", List.of(Side.values())),
          entry("subject-role", List.of(SubjectRole.values())),
          entry("subject-link", List.of(SubjectLink.Kind.values())),
          entry("value-sign", List.of(ValueSign.values())),
          entry("step-state", List.of(StepState.values())),
          entry("stop-pattern", List.of(StopPattern.values())),
          entry("transfer-kind", Glance.kinds()),
          entry("why-kind", List.of(History.Why.Kind.values())),
          entry("withheld", List.of(Content.Withheld.Why.values())),
          entry("withheld-short", List.of(Content.Withheld.Why.values())),
          entry("ground-short", List.of(UrgencyReason.values())),
          entry("next-step", List.of(NextStep.values())),
          entry("work-view", List.of(WorkView.values())),
          entry("work-empty", List.of(WorkView.values())));

  /** Why acts are refused, by the prefix of the sentence. */
  static final Map<String, List<? extends Refusal>> REFUSALS =
      Map.of(
          "rejection", List.of(Rejection.values()),
          "duty-refused", List.of(DutyRefusal.values()),
          "check-refusal", List.of(CheckRefusal.values()),
          "record-refusal", List.of(RecordRefusal.values()),
          "retention-refused", List.of(RetentionRefusal.values()),
          "measure-refused", List.of(MeasureRefusal.values()),
          "notice-refused", List.of(NoticeRefusal.values()),
          "oversight-refusal", List.of(OversightRefusal.values()),
          "evidence-refused",
              Stream.concat(
                      Arrays.stream(EvidenceRefusal.values()), Stream.of(new FileDamaged("a.jpg")))
                  .toList(),
          "step-refused", List.of(StepRefusal.values()));

  /** What a form sends in a measure that asks for something. */
  private static List<MeasureKind> inWhatAsks() {
    return Arrays.stream(MeasureKind.values()).filter(MeasureKind::followsWhatAsks).toList();
  }

  static Stream<String> rooms() {
    return Sentences.BUNDLES.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_az", "_sr", "_sr_Latn"})
  void everyLanguageSaysEverythingThatEnglishSays(String language) throws IOException {
    for (String room : Sentences.BUNDLES) {
      Properties english = bundle(room, "");
      Properties other = bundle(room, language);

      assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(placeholders(other, key)).as(key).isEqualTo(placeholders(english, key));
        assertThat(other.getProperty(key)).as(key).isNotBlank();
      }
    }
  }

  @Test
  void noTextIsInTwoBundles() throws IOException {
    Map<String, String> rooms = new HashMap<>();
    for (String room : Sentences.BUNDLES) {
      for (String key : bundle(room, "").stringPropertyNames()) {
        assertThat(rooms.put(key, room)).as(key).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyTextOfATemplateIsInTheBundleOfItsRoomOrOfTheFrame(String room) throws IOException {
    Set<String> known = new TreeSet<>(bundle(room, "").stringPropertyNames());
    known.addAll(bundle("messages/frame", "").stringPropertyNames());
    Path folder = TEMPLATES.resolve(room.substring("messages/".length()));
    if (Files.exists(folder)) {
      for (Path template : files(folder)) {
        Matcher key = LITERAL_KEY.matcher(Files.readString(template));
        while (key.find()) {
          assertThat(known).as(template.toString()).contains(key.group(1));
        }
      }
    }
  }

  @Test
  void everyConstantThatAPageShowsHasItsText() throws IOException {
    Set<String> known = all();
    Set<String> shown = new TreeSet<>();
    for (Path folder : List.of(TEMPLATES, PAGES)) {
      for (Path file : files(folder)) {
        Matcher prefix = CONSTANT.matcher(Files.readString(file));
        while (prefix.find()) {
          shown.add(prefix.group(1));
        }
      }
    }

    assertThat(shown).isEqualTo(new TreeSet<>(CONSTANTS.keySet()));
    CONSTANTS.forEach((prefix, constants) ->
        constants.forEach(
            constant -> assertThat(known).contains(prefix + "." + Problems.code(constant))));
  }

  @Test
  void everyRefusalHasItsSentence() throws IOException {
    Set<String> known = all();
    REFUSALS.forEach((prefix, refusals) -> {
      assertThat(known).contains(prefix + ".not-found", prefix + ".role-missing");
      refusals.forEach(refusal -> assertThat(known).contains(prefix + "." + refusal.code()));
    });
  }

  @Test
  void everyFaultOfALineHasItsSentence() throws IOException {
    assertThat(all())
        .containsAll(
            Arrays.stream(RowFault.values()).map(fault -> "row-fault." + fault.code()).toList());
  }

  @Test
  void noTextStandsTwiceUnderOneName() throws IOException {
    for (Path file : files(Path.of("src/main/resources/messages"))) {
      List<String> keys =
          Files.readAllLines(file).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
    }
  }

  private static Set<String> all() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String room : Sentences.BUNDLES) {
      known.addAll(bundle(room, "").stringPropertyNames());
    }
    return known;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  private static Set<String> placeholders(Properties bundle, String key) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(bundle.getProperty(key));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties bundle(String room, String language) throws IOException {
    Properties bundle = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                BundlesTest.class.getResourceAsStream("/" + room + language + ".properties")),
            StandardCharsets.UTF_8)) {
      bundle.load(in);
    }
    return bundle;
  }
}
