package org.entente.node.delivery;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

  /** A field of a record, found once for each type: looking it up costs more than reading it. */
  private record Field(String name, boolean mayBeMissing, Method accessor) {
    static final ClassValue<List<Field>> OF =
        new ClassValue<>() {
          @Override
          protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
          }
        };

    static Field of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return new Field(
          component.getName(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          accessor);
    }

    @Nullable Object in(Record value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("A record could not be looked through", e);
      }
    }
  }

  private static Optional<String> ofRecord(Record value) {
    for (Field field : Field.OF.get(value.getClass())) {
      Object part = field.in(value);
      if (part == null) {
        if (!field.mayBeMissing()) {
          return Optional.of(field.name());
        }
        continue;
      }
      Optional<String> inside = missing(part);
      if (inside.isPresent()) {
        return inside.get().isEmpty() ? Optional.of(field.name()) : inside;
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
}
