package org.entente.arms.compare;

import com.ibm.icu.text.Transliterator;
import org.entente.subject.Marking;

/** One text by its look and by its sound: Cyrillic В looks like B and sounds like V. */
final class Spellings {
  private static final Transliterator BY_SOUND =
      Transliterator.getInstance("Cyrillic-Latin; Greek-Latin; NFC");

  private Spellings() {}

  /** Letters that look alike as one; empty if it is longer than a marking is. */
  static String byLook(String text) {
    return text.length() > Marking.MAX_LENGTH ? "" : Marking.plain(Marking.withDoubts(text));
  }

  /** Letters of other alphabets by their sound. */
  static String bySound(String text) {
    if (text.length() > Marking.MAX_LENGTH) {
      return "";
    }
    boolean foreign = text.codePoints().anyMatch(c -> c >= 0x370 && c < 0x530);
    return foreign ? byLook(within(BY_SOUND.transliterate(text))) : byLook(text);
  }

  private static String within(String text) {
    return text.substring(0, Math.min(Marking.MAX_LENGTH, text.length()));
  }
}
