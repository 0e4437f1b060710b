package org.entente.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the agreements under which it was decided, by their hash. */
final class AgreementCheck {
  private static final String FOLDER = "agreements/";
  private static final int MAX_BYTES = 1 << 20;

  private final Container container;
  private final Index index;
  private final Trust trust;

  AgreementCheck(Container container, Index index, Trust trust) {
    this.container = container;
    this.index = index;
    this.trust = trust;
  }

  void check(List<String> proven) throws IOException, Refused {
    Set<String> needed =
        index
            .items()
            .map(placed -> placed.item().agreement())
            .filter(hash -> !hash.isEmpty())
            .collect(Collectors.toSet());
    for (String hash : needed.stream().sorted().toList()) {
      byte[] instrument = container.bytes(FOLDER + hash + "/instrument", MAX_BYTES);
      byte[] arrangement = container.bytes(FOLDER + hash + "/arrangement", MAX_BYTES);
      Refused.unless(
          trust.words().of(instrument, arrangement).equals(hash),
          "agreement-differs",
          "The words of the agreement do not have the hash under which it was decided.");
      proven.add("The words of the agreement with the hash " + hash + " are these.");
    }
  }
}
