package org.entente.subject.numbers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.CheckDigit;

/**
 * An address in Bech32 or Bech32m (BIP 173, BIP 350).
 *
 * @param chain symbol of the asset that its prefix means
 */
record Segwit(String chain, CheckDigit check) {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final Pattern FORM = Pattern.compile("(bc|ltc|btg)1([0-9a-z]{11,87})");
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;

  /** Empty where it has not the form of one. */
  static Optional<Segwit> read(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(lower);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean oneCase = written.equals(lower) || written.equals(written.toUpperCase(Locale.ROOT));
    String chain = form.group(1).equals("bc") ? "BTC" : form.group(1).toUpperCase(Locale.ROOT);
    boolean holds = oneCase && holds(form.group(1), form.group(2));
    return Optional.of(new Segwit(chain, holds ? CheckDigit.HOLDS : CheckDigit.FAILS));
  }

  private static boolean holds(String prefix, String data) {
    int checksum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      checksum = step(checksum, prefix.charAt(i) >> 5);
    }
    checksum = step(checksum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      checksum = step(checksum, prefix.charAt(i) & 31);
    }
    for (int i = 0; i < data.length(); i++) {
      int value = ALPHABET.indexOf(data.charAt(i));
      if (value < 0) {
        return false;
      }
      checksum = step(checksum, value);
    }
    // Version 0 has the older checksum, every later one the newer.
    return checksum == (data.charAt(0) == 'q' ? BECH32 : BECH32M);
  }

  private static int step(int checksum, int value) {
    int top = checksum >>> 25;
    int next = ((checksum & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >> i) & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}
