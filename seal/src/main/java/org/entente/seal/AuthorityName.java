package org.entente.seal;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** How an authority is named in its certificates: O is its name for people, CN its short name. */
final class AuthorityName {
  /** Longest name for people, in UTF-16 units. */
  static final int MAX_DISPLAY = 120;

  private static final Pattern AUTHORITY = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}[a-z0-9]");

  private AuthorityName() {}

  static X500Name subject(String authority, String displayName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, checkedDisplay(displayName))
        .addRDN(BCStyle.CN, checkedAuthority(authority))
        .build();
  }

  static String authority(X500Name subject) throws IOException {
    return checkedAuthority(only(subject, BCStyle.CN));
  }

  static String display(X500Name subject) throws IOException {
    return checkedDisplay(only(subject, BCStyle.O));
  }

  private static String only(X500Name subject, ASN1ObjectIdentifier attribute) throws IOException {
    var found = subject.getRDNs(attribute);
    if (subject.getRDNs().length != 2
        || found.length != 1
        || found[0].isMultiValued()
        || !(found[0].getFirst().getValue() instanceof ASN1UTF8String text)) {
      throw new IOException("unexpected subject");
    }
    return text.getString();
  }

  private static String checkedAuthority(String authority) {
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new IllegalArgumentException(
          "an authority is named by 3 to 64 of a-z, 0-9, dot and hyphen, such as rs.mup");
    }
    return authority;
  }

  private static String checkedDisplay(String name) {
    if (name.isBlank()
        || name.length() > MAX_DISPLAY
        || name.codePoints().anyMatch(AuthorityName::unprintable)) {
      throw new IllegalArgumentException(
          "a display name has 1 to " + MAX_DISPLAY + " printable characters");
    }
    return name;
  }

  /** Control and direction-changing characters could make one name look like another. */
  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
