package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.entente.node.RunningNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whose wrong passwords count against whom behind the ministry's proxy. */
class NamedProxyTest {
  private static HttpResponse<String> signIn(
      RunningNode node, String login, String password, String header, String value)
      throws IOException, InterruptedException {
    return node.json(
        node.at("/api/v1/tokens").header(header, value),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("login", login, "password", password, "label", "x", "days", 1)));
  }

  @Test
  void anOutsiderBehindTheNamedProxyLocksNobodyElseOut(@TempDir Path folder) throws Exception {
    try (RunningNode node = RunningNode.founded(folder, "entente.proxy=127.0.0.1, ::1")) {
      for (int i = 0; i < 20; i++) {
        assertThat(
                signIn(node, "guess" + i, "wrong", "X-Forwarded-For", "203.0.113.9").statusCode())
            .isEqualTo(401);
      }

      assertThat(signIn(node, "guess", "wrong", "X-Forwarded-For", "203.0.113.9").statusCode())
          .isEqualTo(429);
      assertThat(
              signIn(node, "desk", RunningNode.PASSWORD, "X-Forwarded-For", "198.51.100.7:4711")
                  .statusCode())
          .as("the right password from another address behind the same proxy")
          .isEqualTo(201);
      assertThat(
              signIn(node, "guess", "wrong", "X-Forwarded-For", "198.51.100.8, 203.0.113.9")
                  .statusCode())
          .as("what the client wrote itself stands before what the proxy wrote")
          .isEqualTo(429);
      assertThat(signIn(node, "guess", "wrong", "Forwarded", "for=198.51.100.9").statusCode())
          .as("the other header is not read")
          .isEqualTo(401);
    }
  }

  @Test
  void aProxyMayWriteTheHeaderOfTheStandard(@TempDir Path folder) throws Exception {
    try (RunningNode node =
        RunningNode.founded(folder, "entente.proxy=127.0.0.1", "entente.proxy-header=Forwarded")) {
      String outsider = "for=198.51.100.1, for=\"[2001:db8::17]:4711\";proto=https;by=192.0.2.7";
      for (int i = 0; i < 20; i++) {
        assertThat(signIn(node, "guess" + i, "wrong", "Forwarded", outsider).statusCode())
            .isEqualTo(401);
      }

      assertThat(signIn(node, "desk", RunningNode.PASSWORD, "Forwarded", outsider).statusCode())
          .isEqualTo(429);
      assertThat(
              signIn(node, "desk", RunningNode.PASSWORD, "Forwarded", "for=198.51.100.7")
                  .statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void whoComesDirectlyIsNotBelieved(@TempDir Path folder) throws Exception {
    try (RunningNode node = RunningNode.founded(folder, "entente.proxy=192.0.2.7")) {
      for (int i = 0; i < 20; i++) {
        assertThat(
                signIn(node, "guess" + i, "wrong", "X-Forwarded-For", "203.0.113." + i)
                    .statusCode())
            .isEqualTo(401);
      }

      assertThat(signIn(node, "guess", "wrong", "X-Forwarded-For", "203.0.113.99").statusCode())
          .isEqualTo(429);
    }
  }

  @Test
  void aWrongSettingIsOneSentence() {
    assertThatThrownBy(() -> WebDoor.proxy("proxy.mia.example", "X-Forwarded-For"))
        .hasMessageContaining("entente.proxy holds the address");
    assertThatThrownBy(() -> WebDoor.proxy("192.0.2.7", "X-Real-IP"))
        .hasMessageContaining("entente.proxy-header");
    assertThat(WebDoor.proxy("", "")).isEmpty();
  }
}
