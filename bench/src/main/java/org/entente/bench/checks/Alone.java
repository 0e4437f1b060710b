package org.entente.bench.checks;

import java.util.ArrayList;
import java.util.List;
import org.entente.subject.PartialDate;
import org.entente.subject.names.NamePart;
import org.entente.subject.names.NameSounds;
import org.jspecify.annotations.Nullable;

/** What the library leaves out: two parts of a name and nothing else. */
final class Alone implements Way {
  private static final int KEPT = 2;
  private static final int ASKED = 4;
  private static final int WORDS = 5;

  private final int shortest;

  /** Pairs count only from so many sounds on. */
  Alone(int shortest) {
    this.shortest = shortest;
  }

  @Override
  public String title() {
    return "pairs of our sounds from " + shortest + " on, without a date";
  }

  @Override
  public List<Made> kept(String name, @Nullable PartialDate born) {
    return made(name, KEPT);
  }

  @Override
  public List<Made> asked(String name, @Nullable PartialDate born) {
    return made(name, ASKED);
  }

  private List<Made> made(String name, int most) {
    NameSounds sounds = NameSounds.first();
    List<NamePart> parts =
        sounds.parts(name, most).stream().filter(part -> part.words() == 1).limit(WORDS).toList();
    List<Made> out = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        for (String one : parts.get(i).sounds()) {
          for (String two : parts.get(j).sounds()) {
            if (one.length() + two.length() >= shortest) {
              out.add(new Made(0, Pairs.sorted(one, two)));
            }
          }
        }
      }
    }
    return out;
  }
}
