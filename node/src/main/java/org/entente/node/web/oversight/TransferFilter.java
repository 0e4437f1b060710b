package org.entente.node.web.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.node.oversight.Transfer;
import org.entente.node.oversight.Transfers;
import org.entente.node.web.frame.Period;
import org.jspecify.annotations.Nullable;

/** Days, partner, article and kind of transfers, as typed; none of it is about a person. */
public record TransferFilter(String from, String to, String partner, String article, String kind) {
  public TransferFilter(
      @Nullable String from,
      @Nullable String to,
      @Nullable String partner,
      @Nullable String article,
      @Nullable String kind) {
    this.from = orEmpty(from);
    this.to = orEmpty(to);
    this.partner = orEmpty(partner);
    this.article = orEmpty(article);
    this.kind = orEmpty(kind);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  Transfers.Filter filter(Period period) {
    return new Transfers.Filter(
        period.begin(), period.end(), partner, article, Transfer.Kind.ofCode(kind));
  }

  /** The same filter in an address, with the days that were taken. */
  public String query(Period period) {
    return "from="
        + period.from()
        + "&to="
        + period.to()
        + "&partner="
        + encoded(partner)
        + "&article="
        + encoded(article)
        + "&kind="
        + encoded(kind);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
