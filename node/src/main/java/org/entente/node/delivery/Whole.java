package org.entente.node.delivery;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through records that were read from outside for a value that is missing although its type
 * does not allow that: a JSON reader leaves it null, and nothing behind the border expects one.
 */
public final class Whole {
  private Whole() {}

  /** The name of the first field that is missing; empty when the value is whole. */
  public static Optional<String> missing(Object value) {
    return switch (value) {
      case Record r -> ofRecord(r);
      case Collection<?> all -> ofEach(all);
      case Map<?, ?> map -> ofEach(map.values());
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofRecord(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = read(value, component);
      if (part == null) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          return Optional.of(component.getName());
        }
        continue;
      }
      Optional<String> inside = missing(part);
      if (inside.isPresent()) {
        return inside.get().isEmpty() ? Optional.of(component.getName()) : inside;
      }
    }
    return Optional.empty();
  }

  /** An element has no name: the one of its list is given by the holder of the list. */
  private static Optional<String> ofEach(Collection<?> all) {
    for (Object element : all) {
      if (element == null) {
        return Optional.of("");
      }
      Optional<String> inside = missing(element);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object read(Record value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record could not be looked through", e);
    }
  }
}
