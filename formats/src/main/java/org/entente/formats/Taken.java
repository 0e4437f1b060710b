package org.entente.formats;

import java.util.List;

/**
 * What a file of another format says.
 *
 * @param untaken what of it was not understood or had no place, in the order of the file
 */
public record Taken(Format format, Dossier dossier, List<Untaken> untaken) {
  public Taken {
    untaken = List.copyOf(untaken);
  }

  @Override
  public String toString() {
    return "Taken[" + format + "]";
  }
}
