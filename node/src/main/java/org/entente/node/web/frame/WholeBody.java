package org.entente.node.web.frame;

import java.lang.reflect.Type;
import org.entente.node.delivery.Whole;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** What a program sends must have every field that its description does not call optional. */
@ControllerAdvice(annotations = RestController.class)
class WholeBody extends RequestBodyAdviceAdapter {
  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object afterBodyRead(
      @Nullable Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    if (body == null) { // The four letters null are well-formed and say nothing.
      throw Problems.Malformed.missing("body");
    }
    Whole.missing(body)
        .ifPresent(field -> {
          throw Problems.Malformed.missing(field);
        });
    return body;
  }
}
