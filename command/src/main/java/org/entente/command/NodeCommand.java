package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.seal.IdentityCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Founds and runs the node of a real authority. */
@Command(
    name = "node",
    description = "Founds or runs the node of an authority.",
    mixinStandardHelpOptions = true,
    subcommands = {NodeCommand.Init.class, NodeCommand.Start.class})
final class NodeCommand {
  /** Makes a folder with keys, settings and a first administrator. */
  @Command(
      name = "init",
      description = "Makes the folder of a node: keys, settings, a first administrator.",
      mixinStandardHelpOptions = true)
  static final class Init implements Callable<Integer> {
    private static final int PASSWORD_CHARS = 16;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    @Parameters(paramLabel = "FOLDER")
    Path folder = Path.of("");

    @Option(names = "--authority", required = true, description = "Such as rs.mup.")
    String authority = "";

    @Option(names = "--name", required = true, description = "The authority's full name.")
    String name = "";

    @Option(names = "--web-port", description = "Port for pages and API.")
    int webPort = 8080;

    @Option(names = "--partner-port", description = "Port for partners' nodes.")
    int partnerPort = 8443;

    @Override
    public Integer call() throws IOException {
      NodeFolder node = new NodeFolder(folder.toAbsolutePath().normalize());
      if (node.founded()) {
        throw new Stop(folder + " holds a node already. Choose another folder.");
      }
      if (node.begun()) {
        throw new Stop(
            folder + " exists and is no finished node. Choose another folder, or remove it.");
      }
      NodeFolder.Place place = new NodeFolder.Place(authority, name, webPort, partnerPort);
      IdentityCard card;
      try {
        card = node.makeIdentity(place);
      } catch (IllegalArgumentException e) {
        throw new Stop("The node cannot be founded: " + e.getMessage());
      }
      String password = password();
      Map<String, Object> administrator =
          Map.of(
              "login", "admin",
              "name", "Administrator",
              "roles", List.of("ADMINISTRATOR"),
              "language", "en",
              "zone", "UTC",
              "password", password);
      node.layOfficers(
          JsonMapper.shared().writeValueAsString(Map.of("officers", List.of(administrator))));
      Files.createDirectories(node.path().resolve("setup/agreements"));
      node.complete(place);
      System.out.println("Founded in " + node.path());
      System.out.println(
          "Sign in as 'admin' with the password " + password + " and write it down.");
      System.out.println("Fingerprint for the agreement's annex: " + card.fingerprint().hex());
      System.out.println("To be read out: " + String.join(" ", card.fingerprint().words()));
      System.out.println(
          "Hand identity.card to the partner; lay the agreement into setup/agreements");
      System.out.println("as docs/operating.md says, then: ./entente node start " + folder);
      return 0;
    }

    private static String password() {
      SecureRandom random = new SecureRandom();
      StringBuilder password = new StringBuilder(PASSWORD_CHARS);
      while (password.length() < PASSWORD_CHARS) {
        password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return password.toString();
    }
  }

  /** Runs a node until Ctrl-C. */
  @Command(name = "start", description = "Runs a node.", mixinStandardHelpOptions = true)
  static final class Start implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER")
    Path folder = Path.of("");

    @Option(names = "--heap", description = "Memory for the node; 2g for a million records.")
    String heap = "512m";

    @Override
    public Integer call() throws IOException, InterruptedException {
      NodeFolder node = new NodeFolder(folder.toAbsolutePath().normalize());
      if (!node.founded()) {
        throw new Stop(folder + " holds no node. './entente node init' founds one.");
      }
      if (!heap.matches("[1-9][0-9]*[mg]")) {
        throw new Stop("--heap is a size such as 512m or 2g.");
      }
      FastStart.prepare();
      NodeProcess process = NodeProcess.start(node.path(), node.webPort(), "-Xmx" + heap);
      Runtime.getRuntime().addShutdownHook(new Thread(process::close));
      process.awaitReady();
      System.out.println("Running: http://127.0.0.1:" + node.webPort() + "/ (Ctrl-C stops it)");
      return process.await();
    }
  }
}
