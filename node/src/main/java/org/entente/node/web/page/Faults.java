package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** An address that names nothing, such as an identifier cut off, is answered like one not found. */
@ControllerAdvice(basePackageClasses = Faults.class)
class Faults {
  private final Pages pages;

  Faults(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<String> nothing(IllegalArgumentException e, HttpServletRequest request) {
    return pages.show(404, "notice", pages.stranger(request), Map.of("key", "error.not-found"));
  }
}
