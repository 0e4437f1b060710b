package org.entente.node.web.cases;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * A chart as SVG that needs nothing else: each line with its number, and an arc for each link. It
 * is drawn the same each time, follows the colours of whoever looks, and holds no script.
 */
final class ChartPicture {
  private static final int ROW_PX = 46;
  private static final int WIDE_PX = 900;

  /** Where the arcs begin, right of the names. */
  private static final int ARCS_PX = 440;

  private static final int DEEPEST_PX = 380;

  /** What fits between two arcs. */
  private static final int LABEL_PX = 14;

  private static final int NAME_MOST = 46;

  private static final String STYLE =
      """
      <style>
      text { font: 14px system-ui, sans-serif; fill: #14202e; }
      .kind { font-size: 12px; fill: #47566b; }
      .link { fill: none; stroke: #1d4f91; stroke-width: 1.5; }
      .box { fill: none; stroke: #8793a5; }
      .matter { stroke-dasharray: 5 3; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6ebf2; } .kind { fill: #a9b5c6; } .link { stroke: #8db8f0; }
        .box { stroke: #6b7890; }
      }
      </style>
      <defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"
      orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#5b7db0"/></marker></defs>
      """;

  private ChartPicture() {}

  static byte[] svg(Chart chart) {
    int high = Math.max(1, chart.lines().size()) * ROW_PX + LABEL_PX;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(WIDE_PX)
        .append(' ')
        .append(high)
        .append("\" width=\"")
        .append(WIDE_PX)
        .append("\" height=\"")
        .append(high)
        .append("\">\n")
        .append(STYLE);
    chart.lines().forEach(line -> line(svg, line));
    Map<Integer, Integer> taken = new HashMap<>();
    chart.links().forEach(link -> link(svg, link, taken));
    return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int middle(int number) {
    return (number - 1) * ROW_PX + ROW_PX / 2;
  }

  private static void line(StringBuilder svg, Chart.Line line) {
    int y = middle(line.number());
    svg.append("<rect class=\"box")
        .append(line.matter().isPresent() ? " matter" : "")
        .append("\" x=\"4\" y=\"")
        .append(y - 19)
        .append("\" width=\"")
        .append(ARCS_PX - 8)
        .append("\" height=\"38\" rx=\"6\"/>");
    text(svg, 14, y - 4, "kind", line.number() + ". " + kind(line));
    text(svg, 14, y + 13, "", line.name());
  }

  private static String kind(Chart.Line line) {
    return line.role().isEmpty() ? line.kind() : line.kind() + " · " + line.role();
  }

  private static void text(StringBuilder svg, int x, int y, String css, String said) {
    String plain = said.replaceAll("\\p{Cntrl}", " ");
    int[] points = plain.codePoints().limit(NAME_MOST + 1).toArray();
    String shown = points.length > NAME_MOST ? new String(points, 0, NAME_MOST - 1) + "…" : plain;
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"');
    if (!css.isEmpty()) {
      svg.append(" class=\"").append(css).append('"');
    }
    svg.append('>').append(HtmlUtils.htmlEscape(shown, "UTF-8")).append("</text>\n");
  }

  private static void link(StringBuilder svg, Chart.Link link, Map<Integer, Integer> taken) {
    int from = middle(link.from());
    int to = middle(link.to());
    int deep = Math.min(DEEPEST_PX, 60 + 26 * Math.abs(link.from() - link.to()));
    svg.append("<path class=\"link\" marker-end=\"url(#end)\" d=\"M")
        .append(ARCS_PX)
        .append(' ')
        .append(from)
        .append(" C")
        .append(ARCS_PX + deep)
        .append(' ')
        .append(from)
        .append(' ')
        .append(ARCS_PX + deep)
        .append(' ')
        .append(to)
        .append(' ')
        .append(ARCS_PX)
        .append(' ')
        .append(to)
        .append("\"/>");
    int row = (from + to) / 2 / LABEL_PX;
    while (taken.putIfAbsent(row, 1) != null) {
      row++;
    }
    text(
        svg,
        ARCS_PX + deep * 3 / 4 + 6,
        row * LABEL_PX + LABEL_PX,
        "kind",
        link.from() + " " + link.kind() + " " + link.to());
  }
}
