package org.entente.node.store;

import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In which databases the two nodes of a test keep their rows. */
public record Sides(Database baku, Database belgrade) {
  private static final Logger LOG = LoggerFactory.getLogger(Sides.class);
  private static final long DRAW = Long.getLong("entente.draw", new Random().nextInt());

  /** One of each for a class {@link OnMixedDatabases}, the embedded one for others. */
  public static Sides of(Class<?> test) {
    if (!test.isAnnotationPresent(OnMixedDatabases.class)) {
      return new Sides(Database.SQLITE, Database.SQLITE);
    }
    List<Database> wanted = Database.wanted();
    Database first = wanted.getFirst();
    Database last = wanted.getLast();
    Sides drawn =
        new Random(DRAW ^ test.getName().hashCode()).nextBoolean()
            ? new Sides(first, last)
            : new Sides(last, first);
    LOG.info("{}: {}, drawn with -Dentente.draw={}", test.getSimpleName(), drawn, DRAW);
    return drawn;
  }
}
