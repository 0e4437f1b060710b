package org.entente.bench.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A plain drawing as SVG: black on white, readable without colour, with a title and its story. */
final class Picture {
  static final int WIDTH = 760;

  private final StringBuilder out = new StringBuilder();
  private final int height;

  Picture(int height, String title, String story) {
    this.height = height;
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
                + "aria-labelledby=\"title story\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "<title id=\"title\">%s</title>\n<desc id=\"story\">%s</desc>\n"
                + "<defs><pattern id=\"hatched\" width=\"6\" height=\"6\" "
                + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect width=\"6\" height=\"6\" fill=\"white\"/>"
                + "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"black\" stroke-width=\"2\"/>"
                + "</pattern></defs>\n<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n",
            WIDTH,
            height,
            safe(title),
            safe(story),
            WIDTH,
            height));
    text(12, 22, "start", title);
  }

  int height() {
    return height;
  }

  void text(double x, double y, String anchor, String words) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            safe(words)));
  }

  /** A bar, filled for ours and hatched for others. */
  void bar(double x, double y, double width, double thickness, boolean filled) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" "
                + "stroke=\"black\"/>\n",
            x,
            y,
            Math.max(1, width),
            thickness,
            filled ? "#222222" : "url(#hatched)"));
  }

  void line(double fromX, double fromY, double toX, double toY, String shade) {
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
            fromX,
            fromY,
            toX,
            toY,
            shade));
  }

  /** A curve; {@code dashes} as SVG writes them, empty for none. */
  void curve(String points, String dashes, double width) {
    out.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"black\" stroke-width=\"%.1f\" "
                + "stroke-dasharray=\"%s\"/>\n",
            points,
            width,
            dashes.isEmpty() ? "none" : dashes));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, out + "</svg>\n", StandardCharsets.UTF_8);
  }

  private static String safe(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
