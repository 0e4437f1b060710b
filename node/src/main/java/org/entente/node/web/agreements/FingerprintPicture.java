package org.entente.node.web.agreements;

import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;
import org.entente.seal.IdentityCard;

/** The fingerprint of an identity as a QR code (ISO/IEC 18004), to be compared by a camera. */
public final class FingerprintPicture {
  private static final int QUIET = 4;

  private FingerprintPicture() {}

  /** What the code says: {@code ENTENTE:AZ.MIA:} and the 64 digits, all in capitals. */
  static String text(IdentityCard card) {
    return ("entente:" + card.authority() + ":" + card.fingerprint().hex())
        .toUpperCase(Locale.ROOT);
  }

  /** Modules on a side, the quiet zone included. */
  public static int side(IdentityCard card) {
    return code(card).size + 2 * QUIET;
  }

  /** The dark modules as one SVG path, one unit a module. */
  public static String path(IdentityCard card) {
    QrCode code = code(card);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private static QrCode code(IdentityCard card) {
    return QrCode.encodeText(text(card), QrCode.Ecc.MEDIUM);
  }
}
