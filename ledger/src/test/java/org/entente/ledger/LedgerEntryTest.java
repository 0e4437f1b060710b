package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {
  private static final LedgerEntry ENTRY = Fixtures.entry(3);

  @Provide
  Arbitrary<LedgerEntry> entries() {
    String values = "ABCXYZabcxyz0189._:/()+=-";
    Arbitrary<String> kebab =
        Arbitraries.strings()
            .withChars("abz09-")
            .ofMinLength(1)
            .ofMaxLength(31)
            .map(rest -> "k" + rest);
    return Combinators.combine(
            Arbitraries.longs().between(0, MerkleTree.MAX_SIZE - 1),
            Arbitraries.longs().between(0, 253_402_300_799_999_999L),
            Arbitraries.of(Access.class),
            kebab,
            kebab.map(actor -> actor + "1"),
            Arbitraries.maps(
                    kebab, Arbitraries.strings().withChars(values).ofMinLength(1).ofMaxLength(128))
                .ofMaxSize(16),
            Arbitraries.of(Optional.<Hash>empty(), Optional.of(MerkleTree.emptyRoot())))
        .as((index, micros, access, event, actor, references, content) ->
            new LedgerEntry(
                index,
                Fixtures.uuid7(index & 0xffff),
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                access,
                event,
                actor,
                new TreeMap<>(references),
                content));
  }

  @Property(tries = 500)
  void everyEntryReadsBackAsItWasWritten(@ForAll("entries") LedgerEntry entry) {
    byte[] encoded = entry.encoded();

    assertThat(encoded).hasSizeLessThanOrEqualTo(LedgerEntry.MAX_ENCODED_BYTES);
    assertThat(LedgerEntry.parse(encoded)).isEqualTo(new Parsed.Read<>(entry));
  }

  @Property(tries = 2000)
  void randomBytesAreRefusedWithoutAnException(@ForAll byte[] bytes) {
    assertThat(LedgerEntry.parse(bytes)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void aChangedEntryIsRefusedOrIsAnotherEntryInItsOneSpelling() {
    byte[] good = ENTRY.encoded();
    Random random = new Random(20260301);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] changed = good.clone();
      for (int j = 0; j <= random.nextInt(3); j++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      if (LedgerEntry.parse(changed) instanceof Parsed.Read<LedgerEntry>(LedgerEntry entry)) {
        assertThat(entry.encoded()).isEqualTo(changed);
        read++;
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void aCutEntryIsRefusedAtEveryLength() {
    byte[] good = ENTRY.encoded();
    // The line with the content is optional, so the one cut before it leaves a whole entry.
    int withoutContent = good.length - "content ".length() - 64 - 1;
    for (int length = 0; length < good.length; length++) {
      Parsed<LedgerEntry> parsed = LedgerEntry.parse(Arrays.copyOf(good, length));
      boolean whole =
          ENTRY.encoded().length > length && endsAtReference(good, length, withoutContent);
      assertThat(parsed instanceof Parsed.Read<LedgerEntry>)
          .as("length " + length)
          .isEqualTo(whole);
    }
  }

  private static boolean endsAtReference(byte[] good, int length, int withoutContent) {
    int actorEnd = new String(good, StandardCharsets.US_ASCII).indexOf("\nref ") + 1;
    return length >= actorEnd && length <= withoutContent && good[length - 1] == '\n';
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index 3=index 03",
        "index 3=index +3",
        "index 3=index 281474976710656",
        "index 3=index  3",
        "time 1772352933123456=time 01772352933123456",
        "time 1772352933123456=time -1",
        "time 1772352933123456=time 253402300800000000",
        "access disclosure=access DISCLOSURE",
        "access disclosure=access printing",
        "event message-sent=event Message",
        "event message-sent=event m",
        "actor officer-7f3a=actor ivana-horvat",
        "actor officer-7f3a=actor Officer-7",
        "ref agreement=ref Agreement",
        "ref agreement=ref zebra",
        "ref article=ref agreement",
        "Art. 1(1)(d)= Art. 1(1)(d)",
        "Art. 1(1)(d)=Art. 1(1)(d) ",
        "Art. 1(1)(d)=Art.\t1",
        "Art. 1(1)(d)=",
        "entente-entry/1=entente-entry/01",
        "entente-entry/1=entente-entry/2",
        "id 01950000=id 0195000G",
        "-7000-=-4000-",
        "-8000-=-c000-",
        "\nid =\r\nid ",
        "content =Content ",
      })
  void anotherSpellingIsRefused(String change) {
    String text = new String(ENTRY.encoded(), StandardCharsets.US_ASCII);
    int equals = change.indexOf('=');
    String changed = text.replace(change.substring(0, equals), change.substring(equals + 1));
    assertThat(changed).isNotEqualTo(text);

    assertThat(LedgerEntry.parse(changed.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void aLaterVersionIsNamedAsSuch() {
    byte[] later = "entente-entry/2\nindex 0\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(LedgerEntry.parse(later))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("unknown-version"));
  }

  @Test
  void aNameDoesNotFitAndIsNotRepeatedInTheError() {
    assertThatThrownBy(() ->
            new LedgerEntry(
                0,
                Fixtures.uuid7(0),
                Fixtures.TIME,
                Access.NONE,
                "sign-in",
                "Ivana Horvat",
                new TreeMap<>(),
                Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Horvat")
        .hasMessageContaining("actor");
  }

  @Test
  void nanosecondsDoNotFit() {
    assertThatThrownBy(() ->
            new LedgerEntry(
                0,
                Fixtures.uuid7(0),
                Fixtures.TIME.plusNanos(1),
                Access.NONE,
                "sign-in",
                "node",
                new TreeMap<>(),
                Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderOfTheCallersMapDoesNotMatter() {
    TreeMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(ENTRY.references());
    LedgerEntry other =
        new LedgerEntry(
            ENTRY.index(),
            ENTRY.id(),
            ENTRY.time(),
            ENTRY.access(),
            ENTRY.event(),
            ENTRY.actor(),
            backwards,
            ENTRY.content());
    assertThat(other.encoded()).isEqualTo(ENTRY.encoded());
  }

  @Test
  void theEncodingIsTheOneInTheSpecification() {
    String specified = String.join("\n", Fixtures.vectors("entry.txt")) + "\n";
    assertThat(new String(ENTRY.encoded(), StandardCharsets.US_ASCII)).isEqualTo(specified);
  }

  @Test
  void aSaltedHashFitsItsContentOnly() {
    byte[] content = "answer".getBytes(StandardCharsets.UTF_8);
    SaltedHash hash = SaltedHash.of(content, Fixtures.secure(16));

    assertThat(hash.matches(content)).isTrue();
    assertThat(hash.matches("Answer".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(SaltedHash.of(content, Fixtures.secure(16)).hash()).isNotEqualTo(hash.hash());
    assertThat(hash.toString()).doesNotContain(hash.salt());
  }
}
