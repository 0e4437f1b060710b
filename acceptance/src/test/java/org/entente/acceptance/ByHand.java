package org.entente.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a real browser that share two nodes for the length of their class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ByHand {
  protected Hands hands;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    hands = new Hands(folder);
  }

  @AfterAll
  void stop() throws IOException {
    hands.close();
  }
}
