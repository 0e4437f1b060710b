package org.entente.node.web.frame;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.store.Paged;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the description of the API how lists are paged. */
@Component
class PagedDescription implements OperationCustomizer {
  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Optional<MethodParameter> paged =
        Arrays.stream(method.getMethodParameters())
            .filter(parameter -> parameter.getParameterType() == Paged.Wanted.class)
            .findFirst();
    if (paged.isEmpty()) {
      return operation;
    }
    if (operation.getParameters() != null) {
      operation.getParameters().removeIf(parameter -> "wanted".equals(parameter.getName()));
    }
    operation.addParametersItem(
        query("page", "Which page, from 1; a later one than the last gives the last."));
    operation.addParametersItem(
        query("size", "Lines of a page, 1 to " + Paged.MOST + "; as many if left out."));
    operation
        .getResponses()
        .values()
        .forEach(response -> {
          response.addHeaderObject(
              PagedAnswer.TOTAL,
              new Header().description("Lines of the whole list.").schema(new IntegerSchema()));
          response.addHeaderObject(
              "Link",
              new Header()
                  .description("The next and the previous page, RFC 8288.")
                  .schema(new StringSchema()));
        });
    return operation;
  }

  private static Parameter query(String name, String what) {
    return new Parameter()
        .in("query")
        .name(name)
        .required(false)
        .description(what)
        .schema(new IntegerSchema());
  }
}
