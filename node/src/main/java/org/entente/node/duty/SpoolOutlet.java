package org.entente.node.duty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.duty.Attempt;

/**
 * The folder that the program of a modem watches, as smstools names it: one file a message, the
 * number after {@code To:} without a plus, an empty line, the text. A file appears whole: it is
 * written under a name that the program does not read, then renamed.
 */
final class SpoolOutlet implements Outlet {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final Path folder;

  SpoolOutlet(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean takes(String address) {
    return NUMBER.matcher(address).matches();
  }

  @Override
  public Attempt.Outcome send(UUID id, String address, String text) {
    Path whole = folder.resolve("entente-" + id);
    Path part = folder.resolve("entente-" + id + ".LOCK");
    String message = "To: " + address.substring(1) + "\nAlphabet: ISO\n\n" + text + "\n";
    try {
      Files.writeString(part, message, StandardCharsets.US_ASCII);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      return new Attempt.Outcome.Left();
    } catch (IOException e) {
      return new Attempt.Outcome.Not("folder-not-writable", false);
    }
  }
}
