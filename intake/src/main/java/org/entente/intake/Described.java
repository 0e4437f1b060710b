package org.entente.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Subject;

/**
 * A subject as it was read, and the row it was read from, column by column as written.
 *
 * @param key the row's key in its source; empty where the source has none
 * @param notes what of the row was not understood
 */
public record Described(
    Subject subject,
    String key,
    Map<String, List<String>> written,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes) {
  public Described {
    notes = List.copyOf(notes);
    written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  public SubjectKind kind() {
    return SubjectKind.of(subject);
  }

  @Override
  public String toString() {
    return "Described[" + kind() + "]";
  }
}
