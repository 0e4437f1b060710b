package org.entente.command;

import java.util.Locale;

/** Tells the walkthrough and counts what is untrue. */
public final class Story {
  private int untrue;
  private int checks;
  private long stepBegan = System.nanoTime();

  void step(int number, String title) {
    System.out.printf(Locale.ROOT, "%n%d. %s%n", number, title);
    stepBegan = System.nanoTime();
  }

  void tell(String sentence, Object... values) {
    System.out.println("   " + String.format(Locale.ROOT, sentence, values));
  }

  /** A statement that must hold, shown with how long the step has taken so far. */
  void check(boolean holds, String statement, Object... values) {
    checks++;
    if (!holds) {
      untrue++;
    }
    System.out.printf(
        Locale.ROOT,
        "   %s %s  [%d ms]%n",
        holds ? "✓" : "✗ UNTRUE:",
        String.format(Locale.ROOT, statement, values),
        (System.nanoTime() - stepBegan) / 1_000_000);
  }

  public int end() {
    System.out.printf(
        "%n%s%n",
        untrue == 0
            ? "All " + checks + " statements are true."
            : untrue + " of " + checks + " statements are UNTRUE.");
    return untrue == 0 ? 0 : 1;
  }
}
