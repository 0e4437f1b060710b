package org.entente.node.web.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.casework.Side;
import org.entente.node.casework.WorkFilter;
import org.entente.node.casework.WorkView;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Wanted;
import org.springframework.util.MultiValueMap;

/**
 * Which part of the work list an address asks for; pages and API use the same words. It holds codes
 * only: no name has a place in an address.
 */
public record WorkAddress(WorkView view, WorkFilter filter) {
  static final List<ActKind> KINDS =
      List.of(ActKind.REQUEST, ActKind.INFORMATION, ActKind.CONSENT_REQUEST);

  /**
   * Reads the query of an address; a value that is none of those there are is refused.
   *
   * @param otherwise where no view is asked for
   */
  static WorkAddress of(MultiValueMap<String, String> asked, WorkView otherwise) {
    return new WorkAddress(
        read(asked, "view", WorkView::ofCode).orElse(otherwise),
        new WorkFilter(
            read(asked, "partner", made(AuthorityId::new)),
            read(asked, "kind", ActKind::ofCode).filter(KINDS::contains),
            read(asked, "crime", OffenceArea::ofCode),
            read(asked, "urgency", Urgency::ofCode),
            read(asked, "direction", WorkAddress::side),
            read(asked, "holder", made(OfficerId::of))));
  }

  private static <T> Function<String, Optional<T>> made(Function<String, T> making) {
    return text -> {
      try {
        return Optional.of(making.apply(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    };
  }

  private static <T> Optional<T> read(
      MultiValueMap<String, String> asked, String name, Function<String, Optional<T>> reading) {
    String text = asked.getFirst(name);
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Wanted.code(name, text, reading));
  }

  private static Optional<Side> side(String code) {
    return List.of(Side.values()).stream()
        .filter(side -> Problems.code(side).equals(code))
        .findFirst();
  }

  /** The same filter in another view. */
  public WorkAddress in(WorkView other) {
    return new WorkAddress(other, filter);
  }

  /** The same view without a filter. */
  public WorkAddress whole() {
    return new WorkAddress(view, WorkFilter.NONE);
  }

  /** The address of the page. */
  public String path() {
    return "/?" + query();
  }

  /** What stands behind the question mark. */
  public String query() {
    List<String> parts = new ArrayList<>(List.of("view=" + view.code()));
    filter.partner().ifPresent(p -> parts.add("partner=" + coded(p.value())));
    filter.opening().ifPresent(k -> parts.add("kind=" + k.code()));
    filter.offence().ifPresent(o -> parts.add("crime=" + o.code()));
    filter.urgency().ifPresent(u -> parts.add("urgency=" + u.code()));
    filter.side().ifPresent(s -> parts.add("direction=" + Problems.code(s)));
    filter.holder().ifPresent(h -> parts.add("holder=" + h));
    return String.join("&", parts);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
