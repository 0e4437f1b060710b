package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two nodes agree where a measure stands, whatever crosses on its way. */
class CourseTest {
  /** One node, and what is on its way to it. */
  private static final class Side {
    private Course course = Course.OPEN;
    private final Deque<MeasureKind> arriving = new ArrayDeque<>();

    void take() {
      if (!arriving.isEmpty()) {
        course = course.after(arriving.removeFirst());
      }
    }

    void send(MeasureKind step, Side other) {
      course = course.after(step);
      other.arriving.addLast(step);
    }
  }

  private static List<MeasureKind> possible(Course course, MeasureKind opening, boolean opener) {
    return Arrays.stream(MeasureKind.values())
        .filter(step -> step.follows(opening) && step.byOpener() == opener && course.allows(step))
        .toList();
  }

  @Property(tries = 2_000)
  void bothNodesStandAtTheSamePlaceOnceEverythingHasArrived(@ForAll long seed) {
    Random random = new Random(seed);
    MeasureKind opening =
        List.copyOf(MeasureKind.opening()).get(random.nextInt(MeasureKind.opening().size()));
    Side asker = new Side();
    Side asked = new Side();
    List<MeasureKind> sent = new ArrayList<>();

    for (int i = 0; i < 40; i++) {
      boolean opener = random.nextBoolean();
      Side self = opener ? asker : asked;
      List<MeasureKind> steps = possible(self.course, opening, opener);
      if (random.nextInt(3) > 0 || steps.isEmpty()) {
        self.take();
      } else {
        MeasureKind step = steps.get(random.nextInt(steps.size()));
        sent.add(step);
        self.send(step, opener ? asked : asker);
      }
    }
    while (!asker.arriving.isEmpty() || !asked.arriving.isEmpty()) {
      asker.take();
      asked.take();
    }

    assertThat(asker.course).as("seed %s: %s", seed, sent).isEqualTo(asked.course);
  }

  @Property
  void nothingMovesWhatTheOpenerEndedButItself(@ForAll Course course, @ForAll MeasureKind step) {
    boolean endedByOpener =
        course == Course.CORRECTED || course == Course.WITHDRAWN || course == Course.RELEASED;
    if (endedByOpener && !step.byOpener()) {
      assertThat(course.after(step)).isEqualTo(course);
    }
  }
}
