package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.command.Demonstration.City;

/**
 * Follows every link of every page that an officer of each role reaches, and looks at one page of
 * each address: no rule of WCAG 2.2 AA is broken by day and by night, and nothing scrolls sideways
 * on a telephone or at twice the size.
 */
final class Walk {
  private static final int TELEPHONE = 390;

  /** 1280 pixels at 200 %. */
  private static final int TWICE = 640;

  private static final int HEIGHT = 900;
  private static final int LOOKS_MOST = 3;
  private static final int STEPS_MOST = 900;
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

  /** A form of the header leads there, no link. */
  private static final String SEARCH = "/search";

  private final Hands hands;
  private final PageAddresses addresses = PageAddresses.ofNode();
  private final Set<String> reached = new TreeSet<>();
  private final Map<String, List<String>> faults = new TreeMap<>();
  private final Set<String> byDay = new HashSet<>();
  private final Set<String> byNight = new HashSet<>();

  Walk(Hands hands) throws IOException {
    this.hands = hands;
  }

  /** Addresses that no link led to. */
  SortedSet<String> missed() {
    SortedSet<String> missed = new TreeSet<>(addresses.patterns());
    missed.removeAll(reached);
    return missed;
  }

  /** What is wrong, by page. */
  Map<String, List<String>> faults() {
    return faults;
  }

  void by(City city, String role) throws IOException {
    Page page = hands.signedIn(city, role, Hands.WIDE, ColorScheme.LIGHT);
    Map<String, String> pages = found(page, hands.address(city));
    pages.forEach((pattern, path) -> {
      page.navigate(hands.address(city) + path);
      look(page, pattern, role);
    });
    if (page.locator("#find").count() > 0) {
      page.fill("#find", "Cavid");
      page.press("#find", "Enter");
      page.waitForURL("**" + SEARCH);
      reached.add(SEARCH);
      look(page, SEARCH, role);
    }
    page.context().close();
  }

  /** The first page under each address, by following links. */
  private Map<String, String> found(Page page, String node) {
    Deque<String> waiting = new ArrayDeque<>(List.of("/"));
    Set<String> known = new HashSet<>(waiting);
    Map<String, Integer> looked = new HashMap<>();
    Map<String, String> pages = new TreeMap<>();
    for (int step = 0; step < STEPS_MOST && !waiting.isEmpty(); step++) {
      String path = waiting.removeFirst();
      Optional<String> pattern = addresses.of(path.replaceAll("\\?.*", ""));
      if (pattern.isEmpty() || looked.merge(pattern.get(), 1, Integer::sum) > LOOKS_MOST) {
        continue;
      }
      APIResponse answer = page.context().request().get(node + path);
      String kind = answer.headers().getOrDefault("content-type", "");
      if (answer.status() == 200) {
        reached.add(pattern.get());
        if (kind.startsWith("text/html")) {
          pages.putIfAbsent(pattern.get(), path);
          Matcher link = LINK.matcher(answer.text());
          while (link.find()) {
            String next = link.group(1).replace("&amp;", "&");
            if (known.add(next)) {
              waiting.addLast(next);
            }
          }
        }
      }
      answer.dispose();
    }
    return pages;
  }

  private void look(Page page, String pattern, String role) {
    String name = pattern + " by " + role;
    sideways(page, TWICE, name);
    sideways(page, TELEPHONE, name);
    if (byNight.add(pattern)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      axe(page, name + ", dark on a telephone");
    }
    page.setViewportSize(Hands.WIDE, HEIGHT);
    sideways(page, Hands.WIDE, name);
    if (byDay.add(pattern) || pattern.equals("/cases/{id}")) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      axe(page, name + ", light and wide");
    }
  }

  private void sideways(Page page, int width, String name) {
    page.setViewportSize(width, HEIGHT);
    Object over =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) over).intValue() > 0) {
      fault(name, "scrolls sideways by " + over + " px at " + width);
    }
  }

  private void axe(Page page, String name) {
    for (Rule rule : Hands.broken(page)) {
      fault(name, rule.getId() + " " + rule.getNodes().getFirst().getHtml());
    }
  }

  private void fault(String page, String what) {
    faults.computeIfAbsent(page, any -> new ArrayList<>()).add(what);
  }

  /** The header of a role's first page keeps to one line in every language. */
  void header(City city, String role) throws IOException {
    Page page = hands.signedIn(city, role, Hands.WIDE, ColorScheme.LIGHT);
    page.navigate(hands.address(city) + "/account");
    String before = page.inputValue("#language");
    for (String language : List.of("en", "az", "sr", "sr-Latn", before)) {
      page.selectOption("#language", language);
      page.click("form[action='/account'] button");
      assertThat(page.inputValue("#language")).isEqualTo(language);
      Object height =
          page.evaluate(
              "() => document.querySelector('header.band').getBoundingClientRect().height");
      if (((Number) height).doubleValue() > 72) {
        fault("header by " + role, "is " + height + " px high in " + language);
      }
    }
    page.context().close();
  }
}
