package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * How an officer works a page, counted. A click is a button, a link, a tick, or a choice from a
 * list; texts are typed where Tab leads, and are not counted.
 */
abstract sealed class Hand {
  final Page page;
  private int steps;
  private int loads;
  private long scrolled;

  private Hand(Page page) {
    this.page = page;
    page.onDOMContentLoaded(loaded -> loads++);
  }

  static Hand mouse(Page page) {
    return new Mouse(page);
  }

  static Hand keyboard(Page page) {
    return new Keyboard(page);
  }

  /** What one job took; begins to count anew. */
  Effort took() {
    Effort effort = new Effort(steps, loads, scrolled);
    steps = 0;
    loads = 0;
    scrolled = 0;
    return effort;
  }

  /**
   * What a job took.
   *
   * @param steps clicks of a mouse, or keys beside the text
   * @param scrolled in pixels of CSS, up and down
   */
  record Effort(int steps, int loads, long scrolled) {}

  /** Presses a button or a link that stays on the page. */
  abstract void press(String selector);

  abstract void choose(String selector, String value);

  abstract void tick(String selector);

  abstract void type(String selector, String text);

  /** Presses a button or a link that leads to another page. */
  final void enter(String selector) {
    int before = loads;
    press(selector);
    for (int look = 0; look < 300 && loads == before; look++) {
      page.waitForTimeout(20);
    }
    page.waitForLoadState();
  }

  final void file(String selector, Path file) {
    reach(selector);
    page.setInputFiles(selector, file);
    steps++;
  }

  /** A single key that the page knows. */
  final void key(String key) {
    page.waitForLoadState(); // The script that knows it has run by then.
    page.keyboard().press(key);
    steps++;
  }

  void count() {
    steps++;
  }

  /** Comes to what is to be worked, and counts how far the page moved for it. */
  abstract void reach(String selector);

  final void scrolling(Runnable move) {
    int before = offset();
    move.run();
    scrolled += Math.abs(offset() - before);
  }

  private int offset() {
    return ((Number) page.evaluate("() => Math.round(window.scrollY)")).intValue();
  }

  /** A mouse with a wheel. */
  private static final class Mouse extends Hand {
    Mouse(Page page) {
      super(page);
    }

    @Override
    void reach(String selector) {
      scrolling(() -> page.locator(selector).first().scrollIntoViewIfNeeded());
    }

    @Override
    void press(String selector) {
      reach(selector);
      count();
      page.locator(selector).first().click();
    }

    @Override
    void choose(String selector, String value) {
      reach(selector);
      if (!page.inputValue(selector).equals(value)) {
        page.selectOption(selector, value);
        count();
      }
    }

    @Override
    void tick(String selector) {
      reach(selector);
      page.locator(selector).first().check();
      count();
    }

    @Override
    void type(String selector, String text) {
      reach(selector);
      page.fill(selector, text);
    }
  }

  /** Tab, arrows, space and Enter, and nothing else. */
  private static final class Keyboard extends Hand {
    /** No page has more places to stop at. */
    private static final int STOPS_MOST = 300;

    Keyboard(Page page) {
      super(page);
    }

    @Override
    void reach(String selector) {
      Locator wanted = page.locator(selector).first();
      wanted.waitFor();
      scrolling(() -> {
        for (int stop = 0; stop < STOPS_MOST; stop++) {
          if ((Boolean) wanted.evaluate("e => document.activeElement === e")) {
            return;
          }
          page.keyboard().press("Tab");
          count();
        }
        throw new AssertionError("Tab does not lead to " + selector);
      });
    }

    @Override
    void press(String selector) {
      reach(selector);
      key("Enter");
    }

    @Override
    void choose(String selector, String value) {
      reach(selector);
      for (int step = 0; step < STOPS_MOST && !page.inputValue(selector).equals(value); step++) {
        page.keyboard().press("ArrowDown");
      }
      count(); // Its first letters do the same.
      assertThat(page.locator(selector)).hasValue(value);
    }

    @Override
    void tick(String selector) {
      if ("radio".equals(page.locator(selector).first().getAttribute("type"))) {
        String group = page.locator(selector).first().getAttribute("name");
        reach("input[name='" + group + "']");
        for (int step = 0; step < 10 && !page.locator(selector).first().isChecked(); step++) {
          key(step == 0 ? "Space" : "ArrowDown");
        }
        return;
      }
      reach(selector);
      key("Space");
    }

    @Override
    void type(String selector, String text) {
      reach(selector);
      page.keyboard().press("Control+A");
      page.keyboard().insertText(text);
    }
  }
}
