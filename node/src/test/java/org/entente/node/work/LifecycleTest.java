package org.entente.node.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final List<String> said = new ArrayList<>();

  private Part part(String name) {
    return new Part() {
      @Override
      public void start() {
        said.add("start " + name);
      }

      @Override
      public void close() {
        said.add("close " + name);
      }
    };
  }

  private Part broken(String name, RuntimeException fault) {
    return () -> {
      said.add("close " + name);
      throw fault;
    };
  }

  @Test
  void whatStartedLastIsClosedFirst() throws IOException {
    Lifecycle node = new Lifecycle(part("store"), part("records"), part("door"));
    node.start();
    node.close();

    assertThat(said)
        .containsExactly(
            "start store",
            "start records",
            "start door",
            "close door",
            "close records",
            "close store");
  }

  @Test
  void eachPartIsClosedOnceHoweverOftenItIsAskedFor() {
    Lifecycle inner = new Lifecycle(part("inner"));
    Lifecycle node = new Lifecycle(part("store"), inner);
    node.close();
    inner.close();
    node.close();

    assertThat(said).containsExactly("close inner", "close store");
  }

  @Test
  void onePartThatFailsToCloseDoesNotKeepTheOthersFromIt() {
    Lifecycle node =
        new Lifecycle(part("store"), broken("records", new IllegalStateException()), part("door"));
    node.close();

    assertThat(said).containsExactly("close door", "close records", "close store");
  }

  @Test
  void whatFailsToStartStopsTheStartAndEverythingCanStillBeClosed() {
    Part fails =
        new Part() {
          @Override
          public void start() throws IOException {
            throw new IOException("The port is taken.");
          }

          @Override
          public void close() {
            said.add("close fails");
          }
        };
    Lifecycle node = new Lifecycle(part("store"), fails, part("door"));

    assertThatThrownBy(node::start).isInstanceOf(IOException.class);
    node.close();

    assertThat(said).containsExactly("start store", "close door", "close fails", "close store");
  }
}
