package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.node.delivery.Outbox.Waiting;
import org.entente.node.exchange.MessageId;

/** Any number of messages travel at the same moment, and yet nobody reads a matter out of order. */
class DeparturesTest {
  private static final int MESSAGES = 60;

  /** An outbox in memory whose messages get through in any order. */
  private static final class Model implements Departures.Queue {
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> onTheWay = new ArrayList<>();
    private final List<Waiting> through = new ArrayList<>();
    private final Map<Lane, Integer> free = new EnumMap<>(Lane.class);

    @Override
    public List<Waiting> due(Lane lane, long before, int most) {
      return waiting.stream()
          .filter(w -> !w.alone() && w.lane() == lane && w.position() < before)
          .limit(most)
          .toList();
    }

    @Override
    public Optional<Waiting> firstAlone() {
      return waiting.stream().filter(Waiting::alone).findFirst();
    }

    private List<Waiting> leave() {
      List<Waiting> next =
          Departures.next(this, lane -> free.getOrDefault(lane, 0), List.copyOf(onTheWay));
      onTheWay.addAll(next);
      return next;
    }

    private void arrive(Waiting one) {
      onTheWay.remove(one);
      waiting.remove(one);
      through.add(one);
    }
  }

  private static Model filled(Random random, int matters) {
    Model model = new Model();
    Map<Integer, Lane> lanes = new HashMap<>();
    for (int position = 1; position <= MESSAGES; position++) {
      int matter = random.nextInt(matters + 1);
      Lane lane =
          lanes.computeIfAbsent(
              matter, m -> m > 0 && random.nextInt(4) == 0 ? Lane.URGENT : Lane.ORDINARY);
      model.waiting.add(
          new Waiting(MessageId.next(), position, lane, matter == 0 ? "" : "matter-" + matter));
    }
    return model;
  }

  @Property(tries = 200)
  void everyMessageGetsThroughAndEachMatterInItsOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int matters) {
    Random random = new Random(seed);
    Model model = filled(random, matters);
    while (!model.waiting.isEmpty()) {
      for (Lane lane : Lane.values()) {
        model.free.put(lane, random.nextInt(5));
      }
      if (model.leave().isEmpty() && model.onTheWay.isEmpty()) {
        for (Lane lane : Lane.values()) {
          model.free.put(lane, 1);
        }
        assertThat(model.leave()).as("with room, something leaves").isNotEmpty();
      }
      if (!model.onTheWay.isEmpty()) {
        Waiting one = model.onTheWay.get(random.nextInt(model.onTheWay.size()));
        if (random.nextInt(5) == 0) {
          model.onTheWay.remove(one); // The line was cut: it waits again.
        } else {
          model.arrive(one);
        }
      }
    }
    assertThat(model.through).hasSize(MESSAGES);
    for (int i = 0; i < MESSAGES; i++) {
      Waiting later = model.through.get(i);
      for (Waiting earlier : model.through.subList(0, i)) {
        if (earlier.matter().equals(later.matter()) || earlier.alone() || later.alone()) {
          assertThat(earlier.position()).isLessThan(later.position());
        }
      }
    }
  }

  @Property(tries = 5)
  void whatIsUrgentLeavesHoweverMuchWaits(@ForAll long seed) {
    Random random = new Random(seed);
    Model model = new Model();
    for (int position = 1; position <= 10_000; position++) {
      model.waiting.add(
          new Waiting(MessageId.next(), position, Lane.ORDINARY, "matter-" + random.nextInt(50)));
    }
    Waiting urgent = new Waiting(MessageId.next(), 10_001, Lane.URGENT, "life");
    model.waiting.add(urgent);
    model.free.put(Lane.ORDINARY, 0);
    model.free.put(Lane.URGENT, 1);

    assertThat(model.leave()).containsExactly(urgent);
  }

  @Property(tries = 100)
  void ofALaneNoMoreLeaveThanItHasRoomFor(@ForAll long seed, @ForAll @IntRange(max = 20) int room) {
    Model model = filled(new Random(seed), 40);
    model.waiting.removeIf(Waiting::alone);
    model.free.put(Lane.ORDINARY, room);

    List<Waiting> left = model.leave();
    assertThat(left)
        .hasSizeLessThanOrEqualTo(room)
        .isSortedAccordingTo(Comparator.comparingLong(Waiting::position));
  }
}
