package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailuresTest {
  @Test
  void theReasonIsSaidFirstHoweverDeepItIs() {
    Throwable failure = new Setup.SetupFault("identity.p12 is missing.");
    for (int depth = 0; depth < 6; depth++) {
      failure = new IllegalStateException("Error creating bean", failure);
    }

    assertThat(said(failure)).isEqualTo("The node did not start. identity.p12 is missing.");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(said(new NoSuchFileException("token-pin"))).contains("token-pin is missing");
  }

  @Test
  void aDefectKeepsItsWholeStory() {
    assertThat(new StartFailures().analyze(new IllegalStateException("x"))).isNull();
  }

  private static String said(Throwable failure) {
    FailureAnalysis analysis = new StartFailures().analyze(failure);
    return analysis == null ? "" : analysis.getDescription();
  }
}
