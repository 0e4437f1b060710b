package org.entente.command;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Small real files to attach: a PDF of one page and a JPEG. */
public final class Exhibits {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  private Exhibits() {}

  /** A PDF 1.4 document of one page with one line of text. */
  public static byte[] pdf(String line) {
    String content = "BT /F1 18 Tf 60 760 Td (" + line.replaceAll("[()\\\\]", " ") + ") Tj ET";
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(file.length());
      file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    file.append("startxref\n").append(table).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A JPEG with a plain figure, as a stand-in for a photograph. */
  public static byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0xdfe6ee));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0x30506e));
    pen.fillOval(WIDTH / 2 - 30, 30, 60, 60);
    pen.fillRoundRect(WIDTH / 2 - 60, 100, 120, 90, 40, 40);
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", file);
    return file.toByteArray();
  }
}
