package org.entente.subject.numbers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.entente.subject.CheckDigit;

/** The checksum that Ethereum hides in the case of letters (ERC-55). */
final class MixedCase {
  private MixedCase() {}

  /**
   * @param digits the forty after {@code 0x}
   */
  static CheckDigit check(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    if (digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT))) {
      return CheckDigit.ABSENT;
    }
    byte[] digest = Base58.keccak256(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < lower.length(); i++) {
      int nibble = (digest[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
      char wanted = nibble >= 8 ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i);
      if (digits.charAt(i) != wanted) {
        return CheckDigit.FAILS;
      }
    }
    return CheckDigit.HOLDS;
  }
}
