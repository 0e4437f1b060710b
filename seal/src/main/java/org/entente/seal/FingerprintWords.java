package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fingerprints as words for the telephone. Each byte is one word of a list of 256 that differ in at
 * least two letters from each other; two more words carry a checksum over place and value, so that
 * exchanged or misheard words show.
 */
public final class FingerprintWords {
  /** How many words a fingerprint has. */
  public static final int COUNT = Fingerprint.BYTES + 2;

  private static final int MAX_SPOKEN_CHARACTERS = 1024;
  private static final byte[] CHECK_DOMAIN = "entente-1 words".getBytes(US_ASCII);
  private static final List<String> LIST = load();
  private static final Map<String, Integer> VALUES = index();

  private FingerprintWords() {}

  /** What came of reading words back. */
  public sealed interface Reading {
    /** The words are complete and fit together. */
    record Understood(Fingerprint fingerprint) implements Reading {}

    /**
     * The words do not make a fingerprint.
     *
     * @param sentence which word, or what else, and what to do next
     */
    record Misheard(String sentence) implements Reading {}
  }

  static List<String> words(byte[] fingerprint) {
    var words = new ArrayList<String>(COUNT);
    for (byte value : fingerprint) {
      words.add(LIST.get(value & 0xff));
    }
    var check = Fingerprint.digest(CHECK_DOMAIN, fingerprint);
    words.add(LIST.get(check[0] & 0xff));
    words.add(LIST.get(check[1] & 0xff));
    return List.copyOf(words);
  }

  static Reading parse(String spoken) {
    if (spoken.length() > MAX_SPOKEN_CHARACTERS) {
      return new Reading.Misheard("This is longer than a fingerprint: enter " + COUNT + " words.");
    }
    var heard =
        Arrays.stream(spoken.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    for (int i = 0; i < heard.size(); i++) {
      if (!VALUES.containsKey(heard.get(i))) {
        return new Reading.Misheard(
            "Word " + (i + 1) + " is not in the list: ask the partner to repeat it.");
      }
    }
    if (heard.size() != COUNT) {
      return new Reading.Misheard(
          heard.size() + " words were entered, a fingerprint has " + COUNT + ": compare again.");
    }
    var bytes = new byte[Fingerprint.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = VALUES.getOrDefault(heard.get(i), 0).byteValue();
    }
    if (!words(bytes).equals(heard)) {
      return new Reading.Misheard(
          "The words do not fit together: one is wrong or two are exchanged; read them again.");
    }
    return new Reading.Understood(new Fingerprint(HexFormat.of().formatHex(bytes)));
  }

  private static List<String> load() {
    try (var in = FingerprintWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new AssertionError("words.txt is missing from the archive");
      }
      var words = List.of(new String(in.readAllBytes(), US_ASCII).strip().split("\\s+", -1));
      if (words.size() != 256) {
        throw new AssertionError("words.txt must hold 256 words");
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> index() {
    var values = new HashMap<String, Integer>();
    for (int i = 0; i < LIST.size(); i++) {
      values.put(LIST.get(i), i);
    }
    return Map.copyOf(values);
  }
}
