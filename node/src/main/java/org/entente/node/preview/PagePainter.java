package org.entente.node.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The process in which a document is drawn: a PDF at its input, a PNG at its output. */
final class PagePainter {
  private static final int WIDTH = 794;

  /** Of one page: three times as high as wide, a long till receipt. */
  private static final int HEIGHT_MOST = 3 * WIDTH;

  private static final int GAP = 12;
  private static final Color BETWEEN = new Color(0x8a, 0x8f, 0x98);

  private PagePainter() {}

  /** Ends with another code than 0 where the document cannot be drawn; says nothing of it. */
  public static void main(String[] args) {
    try {
      ImageIO.setUseCache(false);
      draw(System.in.readAllBytes(), System.out);
      System.exit(System.out.checkError() ? 1 : 0);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      System.exit(1);
    }
  }

  static void draw(byte[] pdf, OutputStream to) throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      int count = Math.min(document.getNumberOfPages(), Preview.PAGES_MOST);
      for (int page = 0; page < count; page++) {
        PDRectangle box = document.getPage(page).getCropBox();
        int turned = document.getPage(page).getRotation() % 180;
        float wide = turned == 0 ? box.getWidth() : box.getHeight();
        float high = turned == 0 ? box.getHeight() : box.getWidth();
        float scale = Math.min(WIDTH / wide, HEIGHT_MOST / high);
        pages.add(renderer.renderImage(page, scale, ImageType.RGB));
      }
    }
    if (pages.isEmpty()) {
      throw new IOException("no pages");
    }
    ImageIO.write(below(pages), "png", to);
    to.flush();
  }

  private static BufferedImage below(List<BufferedImage> pages) {
    int height = pages.stream().mapToInt(page -> page.getHeight() + GAP).sum() - GAP;
    BufferedImage all = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = all.createGraphics();
    paper.setColor(BETWEEN);
    paper.fillRect(0, 0, WIDTH, height);
    int y = 0;
    for (BufferedImage page : pages) {
      paper.drawImage(page, (WIDTH - page.getWidth()) / 2, y, null);
      y += page.getHeight() + GAP;
    }
    paper.dispose();
    return all;
  }
}
