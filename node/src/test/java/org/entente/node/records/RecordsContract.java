package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.entente.agreement.OffenceArea;
import org.entente.intake.FirstLook;
import org.entente.intake.Note;
import org.entente.intake.RowFault;
import org.entente.intake.SubjectKind;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.store.Database;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.RecordText;
import org.entente.subject.Person;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** What the national index promises on either database. */
abstract class RecordsContract {
  static final String HEADER = "id,given name,family name,date of birth,passport,alias\n";
  static final String DJORDJEVIC = "1,Petar,Đorđević,1984-03-21,P004711,Pera Limun\n";
  static final String HUSEYNOV = "2,Ramil,Hüseynov,1990,AZ0815,\n";

  @TempDir Path folder;
  private Register register;

  @Parameter Database database = Database.SQLITE;

  /** Where the search index lies; in the node's folder if not said otherwise. */
  Records opened(Records.Needs needs) {
    return Records.embedded(needs);
  }

  @BeforeEach
  void open() throws Exception {
    register = new Register(database.fresh(folder), folder, new SettableClock(), this::opened);
  }

  /** Removes the search index of a node that stands still. */
  void loseIndex() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Makes the search index of a node that stands still unfit for use. */
  void damageIndex() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.resolve("index"), "*.{cfs,cfe,si}")) {
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static Question document(String number) {
    return numbers("", number, "", "", "", "");
  }

  private static Question numbers(
      String born, String document, String vehicle, String firearm, String phone, String account) {
    return new Question(
        Optional.empty(),
        "",
        born,
        document,
        vehicle,
        firearm,
        phone,
        account,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        false);
  }

  private List<String> namesFor(String asked) {
    return register.named(asked).stream().map(RecordsContract::nameOf).toList();
  }

  @Test
  void anImportedPersonIsFoundByNameAndByDocument() throws InterruptedException {
    ImportView done = register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    assertThat(done.state()).isEqualTo(FileState.DONE);
    assertThat(done.counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 0));
    assertThat(namesFor("Petar Đorđević")).containsExactly("Petar Đorđević");
    assertThat(namesFor("Pera Limun")).containsExactly("Petar Đorđević");
    assertThat(register.search(document("az-0815"))).hasSize(1);
    assertThat(register.search(document("P009999"))).isEmpty();
  }

  @Test
  void aWalletAHashADeviceAndAnAddressAreFoundByOneField() throws InterruptedException {
    Map<SubjectKind, List<String>> things =
        Map.of(
            SubjectKind.WALLET,
            List.of(
                "wallet",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
            SubjectKind.HASH,
            List.of("md5", "9E107D9D372BB6826BD81D3542A419D6", "9e107d9d372bb6826bd81d3542a419d6"),
            SubjectKind.DEVICE,
            List.of("imei", "49-015420-323751-8", "490154203237518"),
            SubjectKind.NETWORK,
            List.of("ip", "2A02:04A8:0::1", "2a02:4a8::1"),
            SubjectKind.WEB,
            List.of("url", "hxxp://Evil-Host[.]example/a", "evil-host.example"));
    for (Map.Entry<SubjectKind, List<String>> thing : things.entrySet()) {
      String file = "id," + thing.getValue().get(0) + "\n1," + thing.getValue().get(1) + "\n";
      register.imported(
          file.getBytes(StandardCharsets.UTF_8), thing.getKey(), "list of " + thing.getKey());
    }

    for (Map.Entry<SubjectKind, List<String>> thing : things.entrySet()) {
      assertThat(register.search(Question.typed(thing.getValue().get(2))))
          .as(thing.getKey().code())
          .extracting(found -> found.record().kind())
          .containsExactly(thing.getKey());
    }
    assertThat(register.search(Question.typed("10.0.0.1"))).isEmpty();
  }

  @Test
  void aNumberIsFoundInWhateverWriting() throws InterruptedException {
    register.imported(
        """
        id,name,date of birth,passport,phone,iban
        1,Petar Đorđević,12/03/1984,P 0047-11,+381 60/123-4567,RS35260005601001611379
        """);
    register.imported(
        "id,plate,vin\n1,BG 1234-ŠĆ,1M8GDM9AXKP042788\n".getBytes(StandardCharsets.UTF_8),
        SubjectKind.VEHICLE,
        "stolen cars");
    register.imported(
        "id,make,serial\n1,Crvena Zastava,B-105 17\n".getBytes(StandardCharsets.UTF_8),
        SubjectKind.FIREARM,
        "stolen arms");

    for (Question asked :
        List.of(
            document("р004711"),
            numbers("", "", "бг1234шћ", "", "", ""),
            numbers("", "", "bg 1234 sc", "", "", ""),
            numbers("", "", "1m8gdm9axkp-O42788", "", "", ""),
            numbers("", "", "", "8IO5l7", "", ""),
            numbers("", "", "", "", "00381 60 123 45 67", ""),
            numbers("", "", "", "", "060 123 45 67", ""),
            numbers("", "", "", "", "٠٠٣٨١٦٠١٢٣٤٥٦٧", ""),
            numbers("", "", "", "", "", "rs35 2600 0560 1001 6113 79"),
            numbers("", "", "", "", "", "260-0056010016113-79"),
            numbers("3.12.1984", "", "", "", "", ""),
            numbers("12 mart 1984.", "", "", "", "", ""))) {
      assertThat(register.search(asked))
          .as(new String(RecordJson.any(asked), StandardCharsets.UTF_8))
          .hasSize(1);
    }
    assertThat(register.search(numbers("", "", "", "", "+387 60 123 45 67", ""))).isEmpty();
  }

  @Test
  void whatWasFoundSaysWhy() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    Found found = register.named("Petar Đorđević").getFirst();

    assertThat(found.likeness().strength()).isEqualTo(Likeness.Strength.POSSIBLE);
    assertThat(found.likeness().name().orElseThrow().parts()).isNotEmpty();
    assertThat(found.record().provisions().evaluation().code()).isEqualTo("B2");
    assertThat(found.record().source()).isEqualTo("wanted");
  }

  @Test
  void theSameFileAgainChangesNothing() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    ImportView again = register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    assertThat(again.counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0, 0));
  }

  @Test
  void aNewerRowWithTheSameKeyUpdatesTheRecord() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    ImportView newer = register.imported(HEADER + "1,Petar,Jovanović,1984-03-21,P004711,\n");

    assertThat(newer.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
    assertThat(namesFor("Petar Jovanović")).containsExactly("Petar Jovanović");
    assertThat(namesFor("Đorđević")).isEmpty();
    assertThat(register.search(document("P004711"))).hasSize(1);
  }

  @Test
  void aKeyThatStandsTwiceInOneFileIsReportedAndNotOverwritten() throws InterruptedException {
    ImportView done = register.imported(HEADER + DJORDJEVIC + "1,Marko,Lazić,1970,,\n");

    assertThat(done.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0));
    assertThat(namesFor("Petar Đorđević")).hasSize(1);
  }

  @Test
  void badRowsAreReportedWithLineAndReasonAndTheRestIsKept() throws InterruptedException {
    ImportView done =
        register.imported(
            HEADER
                + DJORDJEVIC
                + "3,Ana,Lukić,31.02.1980,,\n"
                + "4,,,1980,,\n"
                + HUSEYNOV
                + "5,\"Ana,Lukić,1980,,\n"
                + "6,Vesna,Lukić,1981,,,too,many\n");

    assertThat(done.counts()).isEqualTo(new ImportCounts(6, 3, 0, 0, 3, 1));
    List<String> faults = new ArrayList<>();
    done(
        register
            .records
            .importing()
            .faults(
                register.owner,
                done.id(),
                f -> faults.add(f.line() + " " + f.code() + (f.taken() ? " taken" : ""))));
    assertThat(faults)
        .containsExactlyInAnyOrder(
            "3 date-not-read taken", "4 name-missing", "6 quote-not-closed", "7 cells-too-many");
    Found ana = register.named("Ana Lukić").getFirst();
    assertThat(ana.record().described().notes())
        .containsExactly(new Note(RowFault.DATE_NOT_READ, "born"));
    assertThat(ana.record().described().written())
        .containsEntry("date of birth", List.of("31.02.1980"));
  }

  @Test
  void aPersonWithoutANameIsFoundByTheNumberOfTheirDocument() throws InterruptedException {
    ImportView done = register.imported(HEADER + "7,Unknown,Unknown,1984-03-21,P778899,\n");

    assertThat(done.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 1));
    assertThat(register.search(document("P778899"))).hasSize(1);
    assertThat(namesFor("Unknown Unknown")).isEmpty();
  }

  @Test
  void aRowWhoseHandlingIsNotUnderstoodIsForNoPartnerToCheck() throws InterruptedException {
    register.imported("id,name,handling\n1,Petar Lukić,H1\n2,Marko Savić,for our eyes\n");

    assertThat(register.named("Petar Lukić").getFirst().record().provisions().checkableBy())
        .isNotEmpty();
    assertThat(register.named("Marko Savić").getFirst().record().provisions().checkableBy())
        .isEmpty();
  }

  private ImportView withoutHuseynov() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.clock.pass(Duration.ofDays(1));
    return register.imported(HEADER + DJORDJEVIC);
  }

  @Test
  void aRegisterSentAgainNamesWhoIsNoLongerInItAndNothingHappensInSilence()
      throws InterruptedException {
    ImportView again = withoutHuseynov();

    assertThat(again.departed()).isEqualTo(new Departed(1, Optional.empty()));
    assertThat(
            done(register.records.importing().departed(register.owner, again.id(), 10)).stream()
                .map(record -> record.described().written().get("id")))
        .containsExactly(List.of("2"));
    assertThat(register.named("Hüseynov")).hasSize(1);
  }

  @Test
  void whoIsNoLongerInARegisterIsErasedKeptOrReviewedAsAnOfficerSays() throws InterruptedException {
    ImportView again = withoutHuseynov();
    Importing importing = register.records.importing();

    done(importing.settle(register.owner, again.id(), Departed.Choice.ERASE));
    register.records.awaitIndex();

    assertThat(register.named("Hüseynov")).isEmpty();
    assertThat(register.named("Đorđević")).hasSize(1);
    assertThat(importing.settle(register.owner, again.id(), Departed.Choice.KEEP))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    register.clock.pass(Duration.ofDays(1));
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.clock.pass(Duration.ofDays(1));
    ImportView third = register.imported(HEADER + HUSEYNOV);
    done(importing.settle(register.owner, third.id(), Departed.Choice.REVIEW));
    assertThat(register.named("Đorđević").getFirst().record().provisions().reviewBy())
        .isEqualTo(register.clock.instant());
    assertThat(LedgerOf.events(register.store)).contains("records-departed-settled");
  }

  @Test
  void aSmallerFileOfAnotherRegisterDepartsNobody() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.clock.pass(Duration.ofDays(1));

    ImportView other =
        register.imported(
            (HEADER + DJORDJEVIC).getBytes(StandardCharsets.UTF_8), SubjectKind.PERSON, "missing");

    assertThat(other.departed().records()).isZero();
  }

  @Test
  void everySearchIsAnEntryAndNoNameStandsInTheLedger() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.named("Đorđević");
    Found found = register.named("Hüseynov").getFirst();
    done(register.records.read(register.desk, found.record().id()));

    assertThat(LedgerOf.events(register.store))
        .containsExactly(
            "records-uploaded",
            "records-import-started",
            "records-imported",
            "records-import-ended",
            "records-searched",
            "records-searched",
            "record-read");
    assertThat(LedgerOf.text(register.store))
        .doesNotContain("orđević", "seynov", "Petar", "4711", "file.csv");
  }

  @Test
  void whatWasSearchedForIsForgottenAfterThreeYearsAndTheEntryStays() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC);
    register.named("Đorđević");
    register.clock.pass(Duration.ofDays(2 * 365));
    register.named("Somebody");
    register.records.forgetSearches();
    assertThat(searches()).isEqualTo(2);

    register.clock.pass(Duration.ofDays(370));
    register.records.forgetSearches();

    assertThat(searches()).isEqualTo(1);
    assertThat(LedgerOf.events(register.store))
        .containsSubsequence("records-searched", "records-searched", "search-erased")
        .filteredOn("search-erased"::equals)
        .hasSize(1);
  }

  private long searches() {
    return register.store.read(
        tx -> tx.sql("SELECT COUNT(*) FROM record_question").query(Long.class).single());
  }

  @Test
  void whoseRoleItIsNotIsRefused() {
    Question asked = Question.empty().named("Anybody");

    assertThat(register.records.search(asked, register.approver))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(
            register
                .records
                .importing()
                .receive(register.desk, "a.csv", InputStream.nullInputStream()))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(register.records.erase(register.analyst, RecordId.next()))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(register.records.search(Question.empty(), register.desk))
        .isEqualTo(Outcome.refused(Usual.NOTHING_ASKED));
  }

  /**
   * Three registers spell one man; each spelling, an English one, and one of his name alone, asks.
   */
  @Test
  void everySpellingOfANameFindsEveryOtherAmongFifteenHundredAndTheLikeliestStandsFirst()
      throws InterruptedException {
    List<String> spellings = List.of("Petar Đorđević", "DJORDJEVIC PETAR", "Петр Джорджевич");
    StringBuilder file = new StringBuilder("id,name,date of birth\n");
    for (int i = 0; i < spellings.size(); i++) {
      file.append("him").append(i).append(',').append(spellings.get(i)).append(",1979-09-23\n");
    }
    InventedPersons others = InventedPersons.of(14);
    for (int i = 0; i < 1_500; i++) {
      InventedPerson other = others.next();
      file.append(i).append(',').append(other.name().replace(',', ' ')).append(",\n");
    }
    register.imported(file.toString());

    for (String asked : List.of("Petar Đorđević", "Петар Ђорђевић", "Petr Dzhordzhevich")) {
      List<Found> found = register.named(asked);
      assertThat(found.stream().limit(10).map(RecordsContract::nameOf))
          .as(asked)
          .containsAll(spellings);
      assertThat(found.stream().map(f -> -f.likeness().rank())).as("order of " + asked).isSorted();
    }
    assertThat(namesFor("dzhordzhevich")).contains("Петр Джорджевич");
  }

  private static String nameOf(Found found) {
    return ((Person) found.record().described().subject()).names().getFirst().written();
  }

  @Test
  void strangersOfOneBirthdayAreNeitherFoundNorSuspected() throws InterruptedException {
    List<String> strangers =
        List.of(
            "Carlo Romano",
            "Andrew Pemwood",
            "Məmmədova Sevda Fuad qızı",
            "Mihajlo Kovačević",
            "Vuk Stojanović",
            "Vuk Lukić",
            "Стоянчева Йорданка Димитрова",
            "Kavita Das",
            "بلال بن محمد التكريتي",
            "Milorad Jovanović",
            "Petar Jovanović",
            "Marko Đorđević");
    StringBuilder file = new StringBuilder("id,name,date of birth,passport\n");
    for (String name : strangers) {
      file.append(name.hashCode()).append(',').append(name).append(",1979-09-23,\n");
    }
    register.imported(file + "again,Romano Carlo,1979-09-23,\n");

    for (String asked : List.of("Petar Đorđević", "Elşən Abdullayev", "Jelena Novaković")) {
      Question question = numbers("1979-09-23", "", "", "", "", "").named(asked);
      assertThat(register.search(question)).as(asked).isEmpty();
    }
    assertThat(RecordText.headline(awaitPair().first())).contains("Romano");
    assertThat(register.records.duplicates().waiting()).isEqualTo(1);
  }

  @Test
  void whatStandsForNoNumberOrWasDamagedIsNoKey() throws InterruptedException {
    register.imported(
        """
        id,name,date of birth,national number,passport
        1,Petar Đorđević,1984-03-21,1.20399E+12,-
        2,Ramil Hüseynov,1990-05-05,1.20399E+12,N/A
        3,Elvin Qasımlı,1975-01-01,nema,12345678.0
        4,Elvin Gasimli,1975-01-01,nema,
        """);

    for (String asked :
        List.of("1.20399E+12", "120399", "12039912", "-", "N/A", "nema", "123456780", "?")) {
      assertThat(register.records.search(document(asked), register.desk))
          .as(asked)
          .isIn(Outcome.done(List.of()), Outcome.refused(Usual.NOTHING_ASKED));
    }
    assertThat(register.search(document("12345678"))).hasSize(1);
    awaitPair();
    assertThat(register.records.duplicates().waiting()).isEqualTo(1);
  }

  @Test
  void suspectedDuplicatesAreFoundJoinedAndSeparatedAgainExactly() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC);
    register.imported(
        "id,name,date of birth\n7,Đorđević Petar,21.03.1984\n8,Lazić Ana,1970\n"
            .getBytes(StandardCharsets.UTF_8),
        SubjectKind.PERSON,
        "border");
    Pair pair = awaitPair();
    List<Map<String, @Nullable Object>> before = rows();

    RecordId kept =
        done(register.records.duplicates().merge(register.analyst, pair.id(), pair.first().id()));

    assertThat(kept).isEqualTo(pair.first().id());
    assertThat(register.named("Đorđević Petar"))
        .singleElement()
        .satisfies(f -> assertThat(f.record().id()).isEqualTo(kept));
    assertThat(done(register.records.read(register.desk, kept)).joined()).hasSize(1);

    done(register.records.duplicates().separate(register.analyst, pair.second().id()));

    assertThat(register.named("Đorđević Petar")).hasSize(2);
    assertThat(rows()).isEqualTo(before);
    assertThat(LedgerOf.events(register.store))
        .contains("records-compared", "record-merged", "record-separated");
  }

  @Test
  void aPairWithDayAndMonthExchangedIsSuspected() throws InterruptedException {
    register.imported(
        "id,name,date of birth\n1,Petar Đorđević,1990-01-02\n2,DJORDJEVIC PETAR,1990-02-01\n");

    assertThat(awaitPair().likeness().matches(Duplicates.SUSPECTED)).isTrue();
  }

  @Test
  void aPairThatWasToldApartIsNotSuspectedAgain() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + "9,Petar,Đorđević,1984-03-21,,\n");
    Pair pair = awaitPair();

    done(register.records.duplicates().tellApart(register.owner, pair.id()));
    register.imported(HEADER + "9,Petar,Đorđević,1984-03-21,X99,\n");
    Thread.sleep(200);

    assertThat(register.records.duplicates().waiting()).isZero();
  }

  private Pair awaitPair() throws InterruptedException {
    for (int i = 0; i < 1_000 && register.records.duplicates().waiting() == 0; i++) {
      Thread.sleep(10);
    }
    return done(register.records.duplicates().open(register.analyst, Paged.FIRST))
        .lines()
        .getFirst();
  }

  /** Everything about records but what only says when. */
  private List<Map<String, @Nullable Object>> rows() {
    return register.store.read(tx ->
        tx.sql(
                "SELECT id, source, kind, content_hash, category, offence, merged_into, revision"
                    + " FROM record ORDER BY id")
            .query(new ColumnMapRowMapper())
            .list());
  }

  @Test
  void anErasedRecordIsNotFoundAndItsKeyIsGone() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC);
    RecordId id = register.named("Đorđević").getFirst().record().id();

    done(register.records.erase(register.owner, id));
    register.records.awaitIndex();

    assertThat(register.named("Đorđević")).isEmpty();
    long keys =
        register.store.read(tx ->
            tx.sql("SELECT COUNT(*) FROM record WHERE length(wrapped_key) > 0")
                .query(Long.class)
                .single());
    assertThat(keys).isZero();
    ImportView again = register.imported(HEADER + DJORDJEVIC);
    assertThat(again.counts().added()).isEqualTo(1);
    assertThat(namesFor("Đorđević")).hasSize(1);
  }

  @Test
  void recordsAreGoneWhenTheirTimeIsOver() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    register.clock.pass(Duration.ofDays(1_001));

    assertThat(register.records.eraseDue()).isEqualTo(2);
    assertThat(register.records.eraseDue()).isZero();
    assertThat(register.records.standing().records()).isZero();
  }

  @Test
  void aMissingIndexIsBuiltAgainAtTheStart() throws IOException, InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.records.close();
    loseIndex();

    register.restart();
    register.records.awaitIndex();

    assertThat(namesFor("Đorđević")).hasSize(1);
  }

  @Test
  void aDamagedIndexIsBuiltAgainAtTheStart() throws IOException, InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);
    register.restart();
    register.records.close();
    damageIndex();

    register.restart();
    register.records.awaitIndex();

    assertThat(namesFor("Đorđević")).hasSize(1);
  }

  @Test
  void theIndexIsBuiltAgainOnDemand() throws InterruptedException {
    register.imported(HEADER + DJORDJEVIC + HUSEYNOV);

    assertThat(register.records.reindex(register.owner)).isEqualTo(Outcome.done(2L));
    register.records.awaitIndex();

    assertThat(namesFor("Hüseynov")).hasSize(1);
    assertThat(register.records.standing().percent()).isEqualTo(100);
  }

  @Test
  void filtersNarrowTheSearch() throws InterruptedException {
    register.imported(
        (HEADER.strip()
                + ",offence\n1,Petar,Đorđević,1984,,,drug-trafficking\n"
                + "2,Petar,Đorđević,1985,,,Corruption\n")
            .getBytes(StandardCharsets.UTF_8),
        SubjectKind.PERSON,
        "wanted");
    Question all = Question.empty().named("Petar Đorđević");
    Question corruption =
        new Question(
            Optional.empty(),
            "Petar Đorđević",
            "",
            "",
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.of(OffenceArea.CORRUPTION),
            "",
            false);

    assertThat(register.search(all)).hasSize(2);
    assertThat(register.search(corruption)).hasSize(1);
  }

  @Test
  void anImportThatWasInterruptedGoesOnWhereItStopped() throws IOException, InterruptedException {
    int rows = 3 * ImportRun.BATCH;
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      file.append(i).append(",Petar,").append(inLetters(i)).append(",1984,,\n");
    }
    ImportId id = register.uploaded(file.toString().getBytes(StandardCharsets.UTF_8));
    FirstLook look = done(register.records.importing().look(register.owner, id));
    CompletableFuture<Thread> closing = closesAfterTheFirstBatch(id);
    done(
        register
            .records
            .importing()
            .start(register.owner, id, Register.plan(look.reading(), look.proposed())));
    closing.join().join();
    long taken = taken(id);

    register.restart();
    ImportView ended = register.ended(id);

    assertThat(taken).isBetween((long) ImportRun.BATCH, 2L * ImportRun.BATCH);
    assertThat(ended.state()).isEqualTo(FileState.DONE);
    assertThat(ended.counts()).isEqualTo(new ImportCounts(rows, rows, 0, 0, 0, 0));
  }

  /**
   * Closes what imports as soon as one batch is taken. Whichever of the node's threads asks for the
   * time then is held until the closing waits for it, so that no import is ever quicker.
   */
  private CompletableFuture<Thread> closesAfterTheFirstBatch(ImportId id) {
    CompletableFuture<Thread> closing = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    register.clock.eachTime(() -> {
      if (taken(id) > 0 && begun.compareAndSet(false, true)) {
        Thread thread = Thread.ofPlatform().start(register.records.importing()::close);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        closing.complete(thread);
      }
    });
    return closing;
  }

  private long taken(ImportId id) {
    return register.store.read(tx -> ImportRows.find(tx, id)).orElseThrow().counts().rows();
  }

  /** A name for each number, so that no two rows look like one person. */
  private static String inLetters(int number) {
    StringBuilder name = new StringBuilder("Đor");
    for (int rest = number; rest > 0; rest /= 20) {
      name.append("bcdfghjklmnprstvzšđč".charAt(rest % 20)).append('a');
    }
    return name.toString();
  }

  @Test
  void aCancelledImportKeepsWhatItTook() throws InterruptedException {
    ImportId id = register.uploaded((HEADER + DJORDJEVIC).getBytes(StandardCharsets.UTF_8));

    done(register.records.importing().cancel(register.owner, id));

    assertThat(register.ended(id).state()).isEqualTo(FileState.CANCELLED);
    assertThat(register.records.importing().cancel(register.owner, id))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    assertThat(folder.resolve("imports")).isEmptyDirectory();
  }
}
