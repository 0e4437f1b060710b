package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BoundedTest {
  private static String line(Throwable e) {
    Logger logger = (Logger) LoggerFactory.getLogger(BoundedTest.class);
    return new Bounded()
        .convert(new LoggingEvent("x", logger, Level.ERROR, "It failed.", e, new Object[0]));
  }

  private static Throwable deep(int calls, @Nullable Throwable cause) {
    return calls == 0
        ? new IllegalStateException("Hüseynzadə\nborn 1984", cause)
        : deep(calls - 1, cause);
  }

  @Test
  void aDefectIsOneLineOfAThousandCharactersHoweverDeepItLies() {
    Throwable e = deep(500, deep(500, new IllegalArgumentException("Qurbanova", deep(9, null))));

    assertThat(line(e))
        .hasSizeLessThan(2_000)
        .contains("IllegalStateException", "IllegalArgumentException", "BoundedTest")
        .doesNotContain("\n", "Hüseynzadə", "Qurbanova");
  }

  @Test
  void whatTheMachineSaysOfFilesAndPortsIsSaid() {
    assertThat(line(new IOException("No space left on device")))
        .contains("No space left on device");
  }

  @Test
  void aLineWithoutAFaultHasNothingBehindIt() {
    Logger logger = (Logger) LoggerFactory.getLogger(BoundedTest.class);
    assertThat(
            new Bounded()
                .convert(new LoggingEvent("x", logger, Level.INFO, "Up.", null, new Object[0])))
        .isEmpty();
  }
}
