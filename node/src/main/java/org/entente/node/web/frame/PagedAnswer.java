package org.entente.node.web.frame;

import java.util.List;
import org.entente.node.store.Paged;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list as programs get it: the lines as a plain array, the length of the whole list in
 * {@code Total-Count}, and where to go on in {@code Link} (RFC 8288).
 */
public final class PagedAnswer {
  /** How many lines the whole list has. */
  static final String TOTAL = "Total-Count";

  private PagedAnswer() {}

  public static <T> ResponseEntity<List<T>> of(Paged<T> paged) {
    return ResponseEntity.ok().headers(headers(paged)).body(paged.lines());
  }

  /** The same where the method answers problems too. */
  public static ResponseEntity<Object> orProblem(Paged<?> paged) {
    return ResponseEntity.ok().headers(headers(paged)).body(paged.lines());
  }

  private static HttpHeaders headers(Paged<?> paged) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(TOTAL, Long.toString(paged.total()));
    if (paged.hasPrevious()) {
      headers.add(HttpHeaders.LINK, link(paged.wanted().number() - 1, paged, "prev"));
    }
    if (paged.hasNext()) {
      headers.add(HttpHeaders.LINK, link(paged.wanted().number() + 1, paged, "next"));
    }
    return headers;
  }

  private static String link(int page, Paged<?> paged, String relation) {
    String query =
        ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page", page)
            .replaceQueryParam("size", paged.wanted().size())
            .build()
            .encode()
            .toUri()
            .getRawQuery();
    return "<?" + query + ">; rel=\"" + relation + "\"";
  }
}
