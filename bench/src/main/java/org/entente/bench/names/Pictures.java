package org.entente.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what was measured: ours is the first. */
final class Pictures {
  private static final int LEFT = 190;
  private static final int RIGHT = 40;
  private static final int TOP = 44;
  private static final int ROW = 44;
  private static final int THICK = 15;
  private static final String GREY = "#bbbbbb";
  private static final String[] DASHES = {"", "2 3", "8 4", "8 3 2 3", "14 5", "1 6"};

  private final Path folder;

  Pictures(Path folder) {
    this.folder = folder;
  }

  void draw(List<Retrieval> all) throws IOException {
    recall(all);
    precision(all);
    time(all);
  }

  private void recall(List<Retrieval> all) throws IOException {
    Map<String, Double> ours = all.getFirst().byWriting();
    Retrieval best =
        all.stream().skip(1).max(Comparator.comparingDouble(Retrieval::recallAtOne)).orElseThrow();
    Map<String, Double> theirs = best.byWriting();
    Picture picture =
        new Picture(
            TOP + 40 + ours.size() * ROW,
            "Right person in the first place, by the writing of the question",
            "Filled bars: Entente. Hatched bars: " + best.title() + ". Shares from 0 to 1.");
    double scale = Picture.WIDTH - LEFT - RIGHT - 40;
    picture.text(LEFT, TOP - 4, "start", "filled: Entente; hatched: " + best.title());
    int row = 0;
    for (Map.Entry<String, Double> writing : ours.entrySet()) {
      double y = TOP + 8 + row++ * ROW;
      picture.text(LEFT - 10, y + THICK + 4, "end", writing.getKey());
      share(picture, y, scale, writing.getValue(), true);
      Double other = theirs.get(writing.getKey());
      if (other == null) {
        picture.text(LEFT + 6, y + 2 * THICK, "start", "too few questions asked");
      } else {
        share(picture, y + THICK + 2, scale, other, false);
      }
    }
    picture.line(LEFT, TOP, LEFT, picture.height() - 30, "black");
    picture.write(folder.resolve("names-recall.svg"));
  }

  private static void share(Picture picture, double y, double scale, double share, boolean filled) {
    picture.bar(LEFT, y, share * scale, THICK, filled);
    picture.text(
        LEFT + share * scale + 6,
        y + THICK - 3,
        "start",
        String.format(Locale.ROOT, "%.2f", share));
  }

  private void precision(List<Retrieval> all) throws IOException {
    int side = 440;
    int left = 60;
    Picture picture =
        new Picture(
            TOP + side + 60,
            "Precision and recall of the first answer at one threshold for all writings",
            "One curve for each way of finding; up and to the right is better. Shares from 0 to 1.");
    square(picture, left, side, "recall", "precision");
    for (int k = 0; k < all.size(); k++) {
      StringBuilder points = new StringBuilder();
      for (Retrieval.Point point : all.get(k).curve()) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                left + point.recall() * side,
                TOP + side - point.precision() * side));
      }
      String dashes = DASHES[k % DASHES.length];
      double width = k == 0 ? 2.6 : 1.6;
      picture.curve(points.toString().strip(), dashes, width);
      double y = TOP + 20 + k * 46;
      double x = left + side + 16;
      picture.curve(
          String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f", x, y, x + 60, y), dashes, width);
      String[] words = all.get(k).title().split(", ", 3);
      picture.text(
          x, y + 16, "start", words.length < 3 ? all.get(k).title().split(" on ", 2)[0] : words[2]);
    }
    picture.write(folder.resolve("names-precision-recall.svg"));
  }

  /** A square of shares from 0 to 1 each way. */
  private static void square(Picture picture, int left, int side, String across, String up) {
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double x = left + tenth / 10.0 * side;
      double y = TOP + side - tenth / 10.0 * side;
      picture.line(x, TOP, x, TOP + side, GREY);
      picture.line(left, y, left + side, y, GREY);
      picture.text(x, TOP + side + 18, "middle", String.format(Locale.ROOT, "%.1f", tenth / 10.0));
      picture.text(left - 8, y + 4, "end", String.format(Locale.ROOT, "%.1f", tenth / 10.0));
    }
    picture.text(left + side / 2.0, TOP + side + 40, "middle", across);
    picture.text(left, TOP - 6, "start", up);
  }

  /** What was said and what of it was right, a curve for each way of asking. */
  void reliability(Map<String, List<Calibration.Tenth>> curves) throws IOException {
    int side = 440;
    int left = 60;
    Picture picture =
        new Picture(
            TOP + side + 60,
            "Matches that are right, by the probability that was said",
            "One curve for each way of asking; on the grey diagonal what is said is right so often.");
    square(picture, left, side, "said", "right");
    picture.line(left, TOP + side, left + side, TOP, "#888888");
    int k = 0;
    for (Map.Entry<String, List<Calibration.Tenth>> curve : curves.entrySet()) {
      StringBuilder points = new StringBuilder();
      for (Calibration.Tenth tenth : curve.getValue()) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                left + tenth.said() * side,
                TOP + side - tenth.right() * side));
      }
      picture.curve(points.toString().strip(), DASHES[k], 2);
      double y = TOP + 20 + k * 46;
      double x = left + side + 16;
      picture.curve(
          String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f", x, y, x + 60, y), DASHES[k], 2);
      picture.text(x, y + 16, "start", curve.getKey());
      k++;
    }
    picture.write(folder.resolve("calibration.svg"));
  }

  private void time(List<Retrieval> all) throws IOException {
    Picture picture =
        new Picture(
            TOP + 40 + all.size() * ROW,
            "Milliseconds for one question against 159,000 names, one core, logarithmic",
            "Each bar ends at the median; the thin line goes on to the 95th percentile.");
    double longest = all.stream().mapToDouble(each -> each.millis(0.95)).max().orElse(1) * 2;
    double shortest = 0.1;
    double scale = (Picture.WIDTH - LEFT - 2 * RIGHT) / Math.log(longest / shortest);
    int row = 0;
    for (Retrieval each : all) {
      double y = TOP + 8 + row * ROW;
      double median = Math.log(each.millis(0.5) / shortest) * scale;
      double high = Math.log(each.millis(0.95) / shortest) * scale;
      picture.text(LEFT - 180, y - 2, "start", each.title());
      picture.bar(LEFT, y + 3, median, THICK, row == 0);
      picture.line(LEFT + median, y + 3 + THICK / 2.0, LEFT + high, y + 3 + THICK / 2.0, "black");
      picture.text(
          LEFT + high + 6,
          y + THICK,
          "start",
          String.format(Locale.ROOT, "%.1f; %.1f", each.millis(0.5), each.millis(0.95)));
      row++;
    }
    picture.write(folder.resolve("names-time.svg"));
  }
}
