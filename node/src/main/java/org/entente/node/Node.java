package org.entente.node;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.node.work.Faults;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts a node: {@code java -jar node.jar FOLDER}. The folder holds {@code
 * application.properties}, the identity and the data; {@code ./entente node init} makes one.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(NodeSettings.class)
public class Node {
  /** Exit status when the arguments or the folder are not usable. */
  private static final int UNUSABLE = 2;

  /** With it the machine ends a node whose memory has run out, instead of a thread of it. */
  private static final String ENDS_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Faults.met(thread.getName(), e));
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath().normalize();
    if (arguments.length == 0 || !Files.isReadable(folder.resolve("application.properties"))) {
      System.err.println(
          "Give the folder of a node. "
              + folder
              + " has no application.properties; "
              + "'./entente node init' makes a folder that has one.");
      System.exit(UNUSABLE);
    }
    Optional<String> fault = SettingsCheck.fault(folder.resolve("application.properties"));
    if (fault.isPresent()) {
      System.err.println("The node did not start. " + fault.get());
      System.exit(UNUSABLE);
    }
    SpringApplication application = new SpringApplication(Node.class);
    application.setDefaultProperties(
        Map.of(
            "spring.config.additional-location", folder.toUri().toString(),
            "entente.folder", folder.toString()));
    application.run();
    if (!ManagementFactory.getRuntimeMXBean().getInputArguments().contains(ENDS_WITHOUT_MEMORY)) {
      LoggerFactory.getLogger(Node.class)
          .warn("The node was started without {}; see docs/operating.md.", ENDS_WITHOUT_MEMORY);
    }
  }
}
