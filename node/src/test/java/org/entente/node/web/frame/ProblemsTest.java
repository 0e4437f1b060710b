package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import org.entente.node.ledger.Defects;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class ProblemsTest {
  private final Problems problems = new Problems(Sentences.of(new StaticMessageSource()));

  @Test
  void aDefectIsCountedAndNeverAFaultOfTheProgramThatAsked() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Metrics.addRegistry(registry);

    int status = problems.defect(new IllegalArgumentException("x")).getStatusCode().value();

    assertThat(status).isEqualTo(500);
    assertThat(registry.counter(Defects.COUNTER, "at", "api").count()).isEqualTo(1);
    Metrics.removeRegistry(registry);
  }

  @Test
  void anIllegalArgumentFromWithinIsADefect() {
    assertThat(
            new ExceptionHandlerMethodResolver(Problems.class)
                .resolveMethod(new IllegalArgumentException("x")))
        .extracting(Method::getName)
        .isEqualTo("defect");
  }
}
