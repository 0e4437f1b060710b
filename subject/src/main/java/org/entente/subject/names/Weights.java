package org.entente.subject.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The few figures that turn alignments into odds of words, and odds of words into odds of names.
 */
final class Weights {
  /** Log-odds of two words never go below this, nor above its opposite. */
  static final float LEAST = -12;

  private final Map<Writing, float[]> words = new EnumMap<>(Writing.class);
  private final Network names;

  Weights(Properties figures) {
    for (Writing writing : Writing.values()) {
      words.put(writing, parse(figures.getProperty("word." + writing, "0 0.5 1 0")));
    }
    names = Network.read(figures.getProperty("name", "0"));
  }

  static Weights shipped() {
    Properties figures = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream("weights.properties")) {
      if (in == null) {
        throw new IllegalStateException("The learned weights are missing from the library");
      }
      figures.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Weights(figures);
  }

  private static float[] parse(String row) {
    String[] cells = row.trim().split(" ", -1);
    float[] out = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      out[i] = Float.parseFloat(cells[i]);
    }
    return out;
  }

  static float[] wordFeatures(float conditional, float rarity, int length) {
    return new float[] {
      1, conditional + rarity, conditional / Math.max(3, length), Math.min(length, 10)
    };
  }

  float word(Writing writing, float conditional, float rarity, int length) {
    float[] w = Objects.requireNonNull(words.get(writing));
    float sum =
        w[0]
            + w[1] * (conditional + rarity)
            + w[2] * conditional / Math.max(3, length)
            + w[3] * Math.min(length, 10);
    return Math.max(LEAST, Math.min(-LEAST, sum));
  }

  /** The least conditional log probability from which {@link #word} exceeds {@code odds}. */
  float leastConditional(Writing writing, float odds, float rarity, int length) {
    float[] w = Objects.requireNonNull(words.get(writing));
    float slope = w[1] + w[2] / Math.max(3, length);
    float others = w[0] + w[1] * rarity + w[3] * Math.min(length, 10);
    return slope <= 0 ? Segments.IMPOSSIBLE : (odds - others) / slope;
  }

  float name(float[] features) {
    return names.of(features);
  }

  float mostOfNames() {
    return names.most();
  }
}
