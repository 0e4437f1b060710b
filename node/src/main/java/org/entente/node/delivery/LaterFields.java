package org.entente.node.delivery;

import com.fasterxml.jackson.annotation.JacksonInject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads what {@link Later} says. Each field of a record gets a value of its own to stand in for it,
 * because no two may share one.
 */
final class LaterFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /** More than any content has. */
  private static final int FIELDS_MOST = 32;

  private static final String ABSENT = "absent";

  @Override
  public JacksonInject.@Nullable Value findInjectableValue(
      MapperConfig<?> config, AnnotatedMember member) {
    if (!member.hasAnnotation(Later.class)) {
      return super.findInjectableValue(config, member);
    }
    return member instanceof AnnotatedParameter parameter
        ? JacksonInject.Value.construct(ABSENT + parameter.getIndex(), true, false)
        : null;
  }

  /** Null for every field that is absent. */
  static InjectableValues values() {
    InjectableValues.Std values = new InjectableValues.Std();
    for (int field = 0; field < FIELDS_MOST; field++) {
      values.addValue(ABSENT + field, null);
    }
    return values;
  }
}
