package org.entente.node.web.frame;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the description of the API which fields are always there: what {@link WholeRequests} asks
 * for, and what an answer never leaves out.
 */
@Component
class RequiredFields implements ModelConverter {
  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && described.isRecord()) {
      String name = schema.get$ref();
      Schema<?> fields =
          name == null
              ? schema
              : context.getDefinedModels().get(name.substring(REFERENCE.length()));
      if (fields != null) {
        fields.setRequired(always(described));
      }
    }
    return schema;
  }

  private static List<String> always(Class<?> described) {
    return Arrays.stream(described.getRecordComponents())
        .filter(part -> part.getType() != Optional.class)
        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }
}
