package org.entente.node.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.entente.node.casework.Unsent;
import org.entente.node.delivery.CertificateOutOfTime;
import org.entente.node.ledger.Defects;
import org.entente.node.store.StoreStopped;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What could not be answered as asked: a page with one sentence, or a problem for programs. */
@Controller
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorController {
  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  /** An address that names nothing, such as an identifier cut off. */
  @ExceptionHandler(NotAnAddress.class)
  ResponseEntity<String> nothing(NotAnAddress e, HttpServletRequest request) {
    return notHere(404, "error.not-found", request);
  }

  /** A number or an identifier that is none: in an address it names nothing, in a form it fails. */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<String> unread(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return request.getMethod().equals("GET")
            || e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? notHere(404, "error.not-found", request)
        : notHere(400, "error.malformed", request);
  }

  /** Whatever else fails is a defect of ours, never something that is not there. */
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<String> defect(RuntimeException e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known) {
      return status(known.getStatusCode().value(), request);
    }
    if (e instanceof StoreStopped) {
      return notHere(503, "error.stopping", request);
    }
    if (e instanceof Problems.Malformed) {
      return notHere(400, "error.malformed", request);
    }
    if (e instanceof CertificateOutOfTime certificate) {
      return notHere(409, "delivery.fault." + certificate.code(), request);
    }
    if (e instanceof MultipartException) {
      return notHere(400, "error.malformed", request);
    }
    Defects.note("page", e);
    return notHere(500, "error.defect", request);
  }

  @ExceptionHandler(AccessDeniedException.class)
  ResponseEntity<String> denied(AccessDeniedException e, HttpServletRequest request) {
    return notHere(403, "error.forbidden", request);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ResponseEntity<String> large(MaxUploadSizeExceededException e, HttpServletRequest request) {
    return notHere(413, "error.large", request);
  }

  /** A form for a file that came without one, or in another form. */
  @ExceptionHandler({MultipartException.class, ServletRequestBindingException.class})
  ResponseEntity<String> malformed(Exception e, HttpServletRequest request) {
    return notHere(400, "error.malformed", request);
  }

  @RequestMapping("/error")
  ResponseEntity<String> error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    if (status >= 500
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable defect) {
      Defects.note("request", defect);
    }
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && (path.startsWith("/api/") || path.startsWith("/actuator/"))) {
      String code =
          switch (status) {
            case 403 -> "role-missing";
            case 404 -> "not-found";
            default -> status < 500 ? "request-malformed" : "defect";
          };
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              String.format(
                  Locale.ROOT,
                  "{\"type\":\"urn:entente:problem:%s\",\"title\":\"%s\",\"status\":%d}",
                  code,
                  code,
                  status));
    }
    if (request.getAttribute(TypedText.KEPT) instanceof Unsent.Copy kept) {
      return pages.show(
          403,
          pages.anyone(request),
          (templates, reader) -> templates.frameUnsentkept(reader, kept.writing()));
    }
    return status(status, request);
  }

  private ResponseEntity<String> status(int status, HttpServletRequest request) {
    String key =
        switch (status) {
          case 403 -> "error.forbidden";
          case 404 -> "error.not-found";
          case 413 -> "error.large";
          default -> status < 500 ? "error.malformed" : "error.defect";
        };
    return notHere(status, key, request);
  }

  private ResponseEntity<String> notHere(int status, String key, HttpServletRequest request) {
    return pages.show(
        status, pages.anyone(request), (templates, reader) -> templates.frameNothere(reader, key));
  }
}
