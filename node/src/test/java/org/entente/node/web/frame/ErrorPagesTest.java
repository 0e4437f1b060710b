package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import org.entente.node.casework.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class ErrorPagesTest {
  private final ExceptionHandlerMethodResolver faults =
      new ExceptionHandlerMethodResolver(ErrorPages.class);

  @Test
  void aDefectIsNeverSaidToBeNotFound() {
    assertThat(faults.resolveMethod(new IllegalArgumentException("x")))
        .extracting(Method::getName)
        .isEqualTo("defect");
    assertThat(faults.resolveMethod(new NullPointerException("x")))
        .extracting(Method::getName)
        .isEqualTo("defect");
  }

  @Test
  void anIdentifierCutOffNamesNothing() {
    assertThatThrownBy(() -> Addresses.read("0192-", CaseId::of)).isInstanceOf(NotAnAddress.class);
    assertThatThrownBy(() -> Addresses.read("0192-", CaseId::of))
        .satisfies(e ->
            assertThat(faults.resolveMethod((Exception) e))
                .extracting(Method::getName)
                .isEqualTo("nothing"));
  }
}
