package org.entente.node.web.officers;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.web.frame.Appearance;
import org.entente.node.web.frame.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be seen before signing in. */
@Controller
class SignInPage {
  private static final Map<String, String> ASSETS =
      Map.ofEntries(
          entry("entente.css", "text/css;charset=UTF-8"),
          script("upload.js"),
          script("search.js"),
          script("desk.js"),
          script("write.js"),
          script("hear.js"),
          script("news.js"),
          script("sound.js"),
          script("post.js"),
          script("board.js"),
          entry("mark.svg", "image/svg+xml"));

  private final Pages pages;

  private final Appearance appearance;

  SignInPage(Pages pages, Appearance appearance) {
    this.pages = pages;
    this.appearance = appearance;
  }

  private static Map.Entry<String, String> script(String name) {
    return entry(name, "text/javascript;charset=UTF-8");
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> signIn(HttpServletRequest request) {
    String said =
        Stream.of("denied", "held", "busy", "out")
            .filter(cause -> request.getParameter(cause) != null)
            .findFirst()
            .orElse("");
    return pages.show(
        200,
        pages.stranger(request),
        (templates, reader) -> templates.officersSignin(reader, said));
  }

  /** The emblem of the house, if its folder holds one. */
  @GetMapping("/assets/emblem.png")
  ResponseEntity<byte[]> emblem() {
    return appearance
        .emblem()
        .map(picture ->
            ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(picture))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(@PathVariable String name) throws IOException {
    String type = ASSETS.get(name);
    if (type == null) {
      return ResponseEntity.notFound().build();
    }
    try (InputStream in = SignInPage.class.getResourceAsStream("/assets/" + name)) {
      if (in == null) {
        return ResponseEntity.notFound().build();
      }
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType(type))
          .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
          .body(in.readAllBytes());
    }
  }
}
