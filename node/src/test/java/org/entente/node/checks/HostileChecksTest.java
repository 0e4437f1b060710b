package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.agreement.Act;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.node.delivery.WireJson;
import org.entente.seal.Identity;
import tools.jackson.core.JacksonException;

/** What comes through the doors of checks is taken as it was signed, or not at all. */
class HostileChecksTest {
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
  private static final Identity BAKU =
      Identity.create("az.mia", "Baku", InstantSource.fixed(AT), Duration.ofDays(30));
  private static final Identity BELGRADE =
      Identity.create("rs.mup", "Belgrade", InstantSource.fixed(AT), Duration.ofDays(30));
  private static final byte[] PAYLOAD = new byte[48 * 32];
  private static final byte[] SOUND = sound().bytes();

  private static Parcel sound() {
    Asked vector = CheckVectorsTest.asked(true);
    for (int i = 0; i < PAYLOAD.length; i++) {
      PAYLOAD[i] = (byte) i;
    }
    return Parcel.signed(vector, Asked.PURPOSE, PAYLOAD, BAKU, AT);
  }

  private static Optional<Asked> opened(byte[] bytes, Identity by, String purpose) {
    return Parcel.read(bytes).flatMap(parcel -> parcel.opened(by.card(), purpose, Asked.class));
  }

  /** A few bytes exchanged, and now and then the end cut off or something put behind it. */
  private static byte[] mutated(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int within = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 64);
      bytes[random.nextInt(within)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 40)) : bytes;
  }

  @Property(tries = 1_500)
  void aParcelThatWasChangedAnywhereIsNotOpened(@ForAll long seed) {
    byte[] bytes = mutated(SOUND, new Random(seed));

    assertThat(opened(bytes, BAKU, Asked.PURPOSE).isPresent())
        .isEqualTo(Arrays.equals(bytes, SOUND));
  }

  @Property(tries = 1)
  void aParcelIsOpenedForItsSignerAndPurposeOnly() {
    assertThat(opened(SOUND, BAKU, Asked.PURPOSE)).contains(CheckVectorsTest.asked(true));
    assertThat(opened(SOUND, BELGRADE, Asked.PURPOSE)).isEmpty();
    assertThat(opened(SOUND, BAKU, Answered.PURPOSE)).isEmpty();
    assertThat(
            Parcel.read(SOUND)
                .flatMap(parcel -> parcel.opened(BAKU.card(), Asked.PURPOSE, Answered.class)))
        .isEmpty();
  }

  @Property(tries = 500)
  void noiseIsNoParcelOrIsTakenApartWithoutLoss(@ForAll @Size(max = 300) byte[] noise) {
    Parcel.read(noise).ifPresent(parcel -> assertThat(parcel.bytes()).isEqualTo(noise));
    assertThat(opened(noise, BAKU, Asked.PURPOSE)).isEmpty();
  }

  @Property(tries = 1_500)
  void aQuestionsJsonThatWasChangedIsRefusedOrSaysWhatStandsThere(@ForAll long seed)
      throws Exception {
    byte[] vector = CheckVector.bytes("check-asked-v1.json");
    byte[] bytes = mutated(vector, new Random(seed));
    try {
      Asked read = WireJson.read(bytes, Asked.class);
      assertThat(read.equals(CheckVectorsTest.asked(true)) && !Arrays.equals(bytes, vector))
          .as(new String(bytes, StandardCharsets.UTF_8))
          .isFalse();
      if (known(read)) {
        read.act().ifPresent(act -> assertSays(act, read));
      }
    } catch (JacksonException | IllegalArgumentException refused) {
      assertThat(bytes).isNotEqualTo(vector);
    }
  }

  /** The names of both parties are compared with those of the connection before an act is made. */
  private static boolean known(Asked asked) {
    return asked.asker().equals("az.mia") && asked.owner().equals("rs.mup");
  }

  private static void assertSays(Act act, Asked asked) {
    assertThat(act.offence().code()).isEqualTo(asked.offence());
    assertThat(act.data().bySubject()).hasSize(1);
    act.data()
        .bySubject()
        .forEach((whom, kinds) -> {
          assertThat(whom.code()).isEqualTo(asked.category());
          assertThat(kinds.stream().map(DataCategory::code).toList())
              .containsExactlyInAnyOrderElementsOf(asked.data());
        });
    assertThat(act.particulars().identifiers()).isEqualTo(asked.identifiers());
    assertThat(asked.subjects()).isBetween(1, Asked.MOST_SUBJECTS);
  }

  @Property(tries = 1_000)
  void aQuestionWithAFieldThatIsNoCodeOrNumberOfOursIsNoAct(
      @ForAll @IntRange(max = 8) int field, @ForAll String text, @ForAll int number) {
    Asked hostile = with(CheckVectorsTest.asked(true), field, text, number);
    boolean sound =
        switch (field) {
          case 0 -> text.matches("[0-9a-f]{64}");
          case 1 -> OffenceArea.ofCode(text).isPresent();
          case 2 -> DataSubjectCategory.ofCode(text).isPresent();
          case 3 -> DataCategory.ofCode(text).isPresent();
          case 4 -> number >= 0 && number <= 1_200;
          case 5 -> number >= 0 && number <= 3;
          case 6 -> text.matches("[0-9a-f]{32}");
          case 7 -> text.matches("[0-9a-f]{64}");
          default -> number >= 1 && number <= 128;
        };

    assertThat(hostile.act().isPresent()).isEqualTo(sound);
  }

  private static Asked with(Asked a, int field, String text, int number) {
    return new Asked(
        a.version(),
        a.check(),
        a.asker(),
        a.owner(),
        a.epoch(),
        field == 0 ? text : a.agreement(),
        field == 1 ? text : a.offence(),
        field == 2 ? text : a.category(),
        field == 3 ? List.of(text) : a.data(),
        field == 4 ? Integer.valueOf(number) : a.maxPenaltyMonths(),
        field == 5 ? number : a.identifiers(),
        field == 6 ? text : a.officer(),
        field == 7 ? text : a.justification(),
        a.list(),
        field == 8 ? number : a.subjects(),
        a.at(),
        a.payload());
  }

  @Property(tries = 200)
  void aKindOfDataNamedTwiceIsNoAct(@ForAll @IntRange(min = 2, max = 20) int times) {
    Asked a = CheckVectorsTest.asked(true);
    Asked twice =
        new Asked(
            a.version(),
            a.check(),
            a.asker(),
            a.owner(),
            a.epoch(),
            a.agreement(),
            a.offence(),
            a.category(),
            Collections.nCopies(times, "personal-details"),
            a.maxPenaltyMonths(),
            a.identifiers(),
            a.officer(),
            a.justification(),
            a.list(),
            a.subjects(),
            a.at(),
            a.payload());

    assertThat(twice.act()).isEmpty();
  }

  @Property(tries = 1_500)
  void aManifestsJsonThatWasChangedIsRefusedOrStaysWithinTheLimits(@ForAll long seed)
      throws Exception {
    byte[] vector = CheckVector.bytes("check-manifest-v1.json");
    byte[] bytes = mutated(vector, new Random(seed));
    try {
      Manifest read = WireJson.read(bytes, Manifest.class);
      assertThat(read.equals(CheckVectorsTest.manifest()) && !Arrays.equals(bytes, vector))
          .isFalse();
      if (read.sound()) {
        assertThat(read.sizeBytes()).isBetween(1L, Manifest.MOST_INDEX_BYTES);
        assertThat(read.added()).hasSameSizeAs(read.changes());
      }
    } catch (JacksonException refused) {
      assertThat(bytes).isNotEqualTo(vector);
    }
  }

  @Property(tries = 1_000)
  void aManifestWithAPartOfAnotherFormOrSizeIsNotFetched(
      @ForAll String digest, @ForAll long size, @ForAll long prefixes) {
    Manifest.Part good = CheckVectorsTest.manifest().shards().getFirst();
    List<Manifest.Part> parts =
        List.of(
            new Manifest.Part(digest, good.sizeBytes(), good.prefixes()),
            new Manifest.Part(good.digest(), size, good.prefixes()),
            new Manifest.Part(good.digest(), good.sizeBytes(), prefixes));
    List<Boolean> sound =
        List.of(digest.matches("[0-9a-f]{64}"), size > 0 && size <= 8 << 20, prefixes >= 0);

    for (int i = 0; i < parts.size(); i++) {
      assertThat(with(List.of(parts.get(i)), List.of(), List.of()).sound()).isEqualTo(sound.get(i));
      assertThat(with(List.of(good), List.of(parts.get(i)), List.of(true)).sound())
          .isEqualTo(sound.get(i));
    }
  }

  @Property(tries = 300)
  void aManifestWithOtherNumbersOfPartsIsNotFetched(
      @ForAll @IntRange(max = 1_100) int shards,
      @ForAll @IntRange(max = 600) int changes,
      @ForAll @IntRange(max = 2) int less) {
    Manifest.Part part = new Manifest.Part("aa".repeat(32), 32, 0);
    List<Boolean> added = new ArrayList<>(Collections.nCopies(Math.max(0, changes - less), true));
    boolean sound =
        Integer.bitCount(shards) == 1
            && shards <= 1_024
            && changes <= 512
            && added.size() == changes;

    assertThat(
            with(Collections.nCopies(shards, part), Collections.nCopies(changes, part), added)
                .sound())
        .isEqualTo(sound);
  }

  @Property(tries = 1)
  void anIndexOfMoreThanTwoGigabytesIsNotFetched() {
    Manifest.Part longest = new Manifest.Part("aa".repeat(32), 8 << 20, 0);

    assertThat(with(Collections.nCopies(256, longest), List.of(), List.of()).sound()).isTrue();
    assertThat(with(Collections.nCopies(256, longest), List.of(longest), List.of(true)).sound())
        .isFalse();
  }

  private static Manifest with(
      List<Manifest.Part> shards, List<Manifest.Part> changes, List<Boolean> added) {
    Manifest m = CheckVectorsTest.manifest();
    return new Manifest(
        m.version(),
        m.suite(),
        m.tokens(),
        m.perSubject(),
        m.publicKey(),
        m.openedAt(),
        m.closesAt(),
        m.commitment(),
        shards,
        changes,
        added);
  }
}
