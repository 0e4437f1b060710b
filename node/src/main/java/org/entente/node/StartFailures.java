package org.entente.node;

import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.entente.node.store.StoreStopped;
import org.entente.seal.IdentityException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in a sentence why a node did not start, where an administrator can do something about it.
 */
public final class StartFailures implements FailureAnalyzer {
  private static final String ACTION = "Mend this, then start the node again.";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .map(StartFailures::sentence)
        .filter(sentence -> !sentence.isEmpty())
        .findFirst()
        .map(
            sentence -> new FailureAnalysis("The node did not start. " + sentence, ACTION, failure))
        .orElse(null);
  }

  private static String sentence(Throwable failure) {
    return switch (failure) {
      case Setup.SetupFault fault -> said(fault);
      case StoreStopped stopped -> said(stopped);
      case IdentityException identity -> "identity.p12: " + said(identity);
      case NoSuchFileException missing ->
          missing.getFile()
              + " is missing. Bring it back from the backup or from where it is kept.";
      default -> "";
    };
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? "" : message;
  }
}
