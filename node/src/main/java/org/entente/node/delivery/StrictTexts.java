package org.entente.node.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Instants and identifiers in their one spelling: no numbers, no Base64, no capitals. */
final class StrictTexts {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private StrictTexts() {}

  static SimpleModule module() {
    return new SimpleModule("strict-texts")
        .addDeserializer(Instant.class, new Text<>(Instant.class, StrictTexts::instant))
        .addDeserializer(UUID.class, new Text<>(UUID.class, StrictTexts::id));
  }

  private static Instant instant(String text) {
    if (!text.endsWith("Z")) {
      throw new IllegalArgumentException("An instant is written in UTC");
    }
    return Instant.parse(text);
  }

  private static UUID id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException("An identifier is a UUID in lower case");
    }
    return UUID.fromString(text);
  }

  private static final class Text<T> extends StdDeserializer<T> {
    private final transient Function<String, T> reading;

    Text(Class<T> type, Function<String, T> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        try {
          return reading.apply(parser.getString());
        } catch (DateTimeException | IllegalArgumentException e) {
          // Said below, without the value.
        }
      }
      return context.reportInputMismatch(this, "A text of another form is expected");
    }
  }
}
