package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;
import org.mingzhang.web.assistant.StdioMcpServer;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves one assistant over standard input and output. */
@Command(
    name = "mcp",
    description =
        "Serve an assistant over standard input and output (Model Context Protocol). A running"
            + " portal serves assistants at /mcp instead.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the input has ended",
      "2:there is no index, or a portal is using the data folder"
    })
final class McpCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InputStream in;

  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Public address of the portal for links (default: links without host).")
  private @Nullable String publicUrl;

  @Option(
      names = "--show-phone-numbers",
      description = "Show mobile phone numbers that documents contain instead of masking them.")
  private boolean showsPhoneNumbers;

  McpCommand(Terminal terminal, InputStream in) {
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    String url = PublicUrl.parse(publicUrl);
    Path index = data.searchIndex();
    try (SearchService search = new SearchService(LocalShards.open(index));
        Archive archive = Archive.open(data.archiveLocation())) {
      PortalServices services =
          new PortalServices(
              new SearchServiceAdapter(search),
              archive,
              IndexingStatus::idle,
              Clock.system(ZoneId.systemDefault()));
      new StdioMcpServer(services, !showsPhoneNumbers, url == null ? "" : url)
          .run(in, terminal.out());
    }
    return 0;
  }
}
