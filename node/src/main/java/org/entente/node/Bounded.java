package org.entente.node;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.List;

/**
 * What the log says of an exception: its kind, those behind it, and the first places in our own
 * code, on one line. A stack mention is a hundred times what was sent to cause it, and what an
 * exception says may be content; it is written for our own and for those of the machine alone,
 * which name files and ports.
 */
public final class Bounded extends ThrowableHandlingConverter {
  private static final String OWN = "org.entente.";
  private static final List<String> SAY_NO_CONTENT =
      List.of(OWN, "java.io.", "java.nio.", "java.net.", "org.springframework.boot.");
  private static final int CAUSES = 4;
  private static final int PLACES = 3;
  private static final int SAID = 300;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    IThrowableProxy each = event.getThrowableProxy();
    for (int i = 0; i < CAUSES && each != null; i++) {
      line.append(i == 0 ? " | " : " <- ").append(each.getClassName());
      String kind = each.getClassName();
      String said = each.getMessage();
      if (said != null && SAY_NO_CONTENT.stream().anyMatch(kind::startsWith)) {
        String brief = said.length() > SAID ? said.substring(0, SAID) + "…" : said;
        line.append(" (").append(brief.replaceAll("\\s+", " ")).append(')');
      }
      places(each, line);
      each = each.getCause();
    }
    return line.toString();
  }

  private static void places(IThrowableProxy of, StringBuilder line) {
    StackTraceElementProxy[] mention = of.getStackTraceElementProxyArray();
    int said = 0;
    for (StackTraceElementProxy place : mention) {
      StackTraceElement at = place.getStackTraceElement();
      if (said < PLACES && at.getClassName().startsWith(OWN)) {
        line.append(" at ").append(at);
        said++;
      }
    }
    if (said == 0 && mention.length > 0) {
      line.append(" at ").append(mention[0].getStackTraceElement());
    }
  }
}
