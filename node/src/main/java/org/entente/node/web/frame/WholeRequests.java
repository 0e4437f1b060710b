package org.entente.node.web.frame;

import java.lang.reflect.Type;
import org.entente.node.delivery.Whole;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses what a program sent without a field that it must state: a field may be left out where its
 * record says so, and nowhere does the node choose for the officer.
 */
@RestControllerAdvice(annotations = RestController.class)
class WholeRequests extends RequestBodyAdviceAdapter {
  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return parameter.getParameterType().isRecord();
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    Whole.missing(body)
        .ifPresent(field -> {
          throw Problems.Malformed.missing(field);
        });
    return body;
  }
}
