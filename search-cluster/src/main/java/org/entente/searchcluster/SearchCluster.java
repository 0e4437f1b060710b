package org.entente.searchcluster;

import java.io.IOException;
import java.io.PrintStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.action.admin.cluster.node.info.NodesInfoResponse;
import org.opensearch.http.HttpInfo;

/** Starts OpenSearch in a folder and says on which port it listens. */
public final class SearchCluster {
  /** Before the port, in the one line that is printed. */
  public static final String READY = "listens on ";

  private SearchCluster() {}

  /**
   * Runs until the standard input ends.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream said = System.out;
    System.setOut(System.err);
    try (OpenSearchRunner runner = new OpenSearchRunner()) {
      runner
          .onBuild((number, settings) -> {
            settings.put("http.port", "0");
            settings.put("network.host", "127.0.0.1");
            settings.putList("discovery.seed_hosts");
          })
          .build(
              OpenSearchRunner.newConfigs()
                  .basePath(arguments[0])
                  .clusterName("entente-test")
                  .numOfNode(1));
      NodesInfoResponse nodes = runner.admin().cluster().prepareNodesInfo().all().get();
      int port =
          nodes.getNodes().getFirst().getInfo(HttpInfo.class).address().publishAddress().getPort();
      said.println(READY + port);
      said.flush();
      System.in.readAllBytes();
    }
    System.exit(0);
  }
}
