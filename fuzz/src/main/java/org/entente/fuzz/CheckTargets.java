package org.entente.fuzz;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.entente.check.index.Segment;
import org.entente.check.question.Elements;
import org.entente.check.ristretto.Point;
import org.entente.check.ristretto.Scalar;

/** What of the blind check comes from strangers: elements of the group and parts of an index. */
final class CheckTargets {
  private CheckTargets() {}

  static List<Target> all() {
    byte[] list = bytes(Segment.of(new long[] {1, 2, 3}));
    byte[] filter = bytes(Segment.of(LongStream.range(1, 2_500).map(i -> i * 7_919).toArray()));
    byte[] element = Point.GENERATOR.encode();
    return List.of(
        new Target("check-segment", CheckTargets::segment, List.of(list, filter)),
        new Target("check-element", CheckTargets::element, List.of(element)),
        new Target("check-elements", CheckTargets::elements, List.of(element)));
  }

  private static void segment(byte[] input) {
    Optional<Segment> read = Segment.read(ByteBuffer.wrap(input));
    if (read.isPresent()) {
      Target.oneSpelling(input, bytes(read.get()));
      for (long prefix = -50; prefix < 50; prefix++) {
        read.get().contains(prefix * 0x9e3779b97f4a7c15L);
      }
    }
  }

  private static void element(byte[] input) {
    Optional<Point> read = Point.decode(input);
    if (read.isPresent()) {
      Target.oneSpelling(input, read.get().encode());
      if (!read.get().times(one()).same(read.get())) {
        throw new AssertionError("an element times one is another element");
      }
    }
  }

  private static Scalar one() {
    byte[] bytes = new byte[Scalar.BYTES];
    bytes[0] = 1;
    return Scalar.decode(bytes);
  }

  private static void elements(byte[] input) {
    Elements.read(input, Point.BYTES)
        .ifPresent(read -> Target.oneSpelling(input, Elements.joined(read)));
  }

  private static byte[] bytes(Segment segment) {
    byte[] out = new byte[segment.bytes().remaining()];
    segment.bytes().get(out);
    return out;
  }
}
