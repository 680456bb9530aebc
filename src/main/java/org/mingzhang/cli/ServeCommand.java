package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.FolderWatch;
import org.mingzhang.indexing.SourceFiles;
import org.mingzhang.search.SearchService;
import org.mingzhang.web.PortalServer;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenFile;
import org.mingzhang.web.guard.AccessLog;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.PortalSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the portal while it indexes. */
@Command(
    name = "serve",
    description =
        "Index the paths given (samples/ when nothing is indexed yet and none are given) and serve"
            + " the portal.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal",
      "2:a path does not exist, the port is taken, or the data folder cannot be used",
      "3:requests under way cannot be ended; to be started anew"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final @Nullable Path home;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  /** Pages of documents that are read before readers come, one after the other. */
  private static final int VISITED = 1_000;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Address readers use, for permalinks behind a proxy (default: that of each request, where"
              + " it is one of this machine or of --allow-host).")
  private @Nullable String publicUrl;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      split = ",",
      description =
          "Name by which readers may call the portal, where --public-url is not given; links for"
              + " other names begin with their path.")
  private List<String> hosts = List.of();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Address or network (10.0.0.0/8) of a proxy whose X-Forwarded-For names the client:"
              + " limits and logs then go by that.")
  private List<String> proxies = List.of();

  @Option(
      names = "--public-metrics",
      description = "Let /metrics answer everybody instead of this machine alone.")
  private boolean publicMetrics;

  @Option(
      names = "--show-phone-numbers",
      description = "Show mobile phone numbers that documents contain instead of masking them.")
  private boolean showPhoneNumbers;

  @Option(
      names = "--watch",
      description = "Go on looking for new and changed files in the paths given.")
  private boolean watch;

  @Option(
      names = "--collect",
      description = "Visit the sources by schedule, each as often as it says.")
  private boolean collect;

  @Option(
      names = "--checkout",
      paramLabel = "FOLDER",
      description =
          "Folder of the program's sources: pages use its templates, styles and messages and show"
              + " each change at once. For development.")
  private @Nullable Path checkout;

  @Mixin private MailOptions mail = new MailOptions();

  @Mixin private WordingOptions wording = new WordingOptions();

  @Mixin private CollectOptions collecting = new CollectOptions();

  /** What is written down of requests. */
  enum LogKind {
    /** Nothing. */
    NO,
    /** All requests, clients by their network. */
    NETWORKS,
    /** All requests, clients by their whole address. */
    ADDRESSES
  }

  @Option(
      names = "--access-log",
      paramLabel = "no|networks|addresses",
      defaultValue = "networks",
      description =
          "What access.log in the data folder says of clients, or that there is none (default:"
              + " ${DEFAULT-VALUE}).")
  private LogKind accessLog = LogKind.NETWORKS;

  @Mixin private ReadingOptions threads = new ReadingOptions();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders to index.")
  private List<Path> paths = List.of();

  /** A command that finds the samples under the program's own folder, if that is known. */
  ServeCommand(Terminal terminal, @Nullable Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  private TrustedProxies trusted() {
    try {
      return new TrustedProxies(proxies);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--trusted-proxy: " + e.getMessage());
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFiles.Listing listing = SourceFiles.look(paths);
    ProgressPrinter.passedOver(terminal, listing.passedOver());
    TrustedProxies trusted = trusted();
    if (checkout != null && !Files.isDirectory(checkout.resolve("templates"))) {
      throw new BadOptionException("--checkout: " + checkout + " has no folder templates");
    }
    if (engine.searchOnly() && (!paths.isEmpty() || collect)) {
      throw new BadOptionException(
          "--engine-search-only: this portal indexes no paths and sources");
    }
    boolean failed;
    try (ShutdownSignal signal = new ShutdownSignal();
        IndexedArchive instance =
            IndexedArchive.openAsIs(data, engine::open, threads.number(), threads.longest());
        SelfRepair repair = new SelfRepair(instance, terminal);
        SearchService search = SearchStartup.search(instance, repair);
        BackgroundIndexing indexing = new BackgroundIndexing(instance, terminal, repair::met);
        ScheduledCollection collection = collection(instance, indexing)) {
      Clock clock = Clock.system(ZoneId.systemDefault());
      PortalSources sources =
          new PortalSources(
              new PortalSearch(search),
              instance.archive(),
              indexing::status,
              clock,
              repair,
              new SiteColumns(collecting, instance.archive()),
              new PlacePainterClient(PlacePainterProcess.command()));
      PortalSettings settings =
          new PortalSettings(
              host,
              port,
              publicUrl,
              hosts,
              checkout,
              !showPhoneNumbers,
              data.datasets(),
              trusted,
              publicMetrics,
              mail.sender(publicUrl),
              wording.writer());
      try (AccessLog log = log();
          PortalServer server =
              new PortalServer(
                  sources, settings, administration(instance, indexing, collection), log)) {
        server.warming(true);
        server.whenHelpless(signal::giveUp);
        server.start();
        say("Mingzhang serves http://localhost:" + server.port() + "  (stop with Ctrl-C)");
        List<String> documents = instance.archive().documentIds("", VISITED);
        WarmUp.behindFirstPage(
            search,
            new WarmupCrawler(host, server.port(), documents),
            () -> {
              server.warming(false);
              repair.inspect();
            });
        if (engine.searchOnly()) {
          signal.await();
          return signal.gaveUp() ? 3 : 0;
        }
        boolean nothing = listing.files().isEmpty() && documents.isEmpty();
        indexing.submit(nothing ? samples() : listing.files());
        if (watch) {
          indexing.watch(new FolderWatch(paths, listing));
        }
        signal.await();
        failed = signal.gaveUp();
      }
      say("Stopped.");
    }
    return failed ? 3 : 0;
  }

  /**
   * Collecting by schedule, if it was asked for; a file of sources with a fault is told at once.
   */
  private @Nullable ScheduledCollection collection(
      IndexedArchive instance, BackgroundIndexing indexing) throws IOException {
    if (!collect) {
      return null;
    }
    if (collecting.isThere()) {
      Object unused = collecting.list();
    } else {
      terminal.err().println("there is no file of sources yet; /admin/collect adds them");
    }
    return new ScheduledCollection(
        collecting, data, instance, indexing::wake, terminal, Clock.systemUTC());
  }

  private void say(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }

  /** Where requests are written down; null for nowhere. */
  private @Nullable AccessLog log() {
    return accessLog == LogKind.NO
        ? null
        : new AccessLog(data.accessLog(), accessLog == LogKind.ADDRESSES);
  }

  /** Administration over HTTP, if a token was set; null otherwise. */
  private @Nullable AdminSettings administration(
      IndexedArchive instance,
      BackgroundIndexing indexing,
      @Nullable ScheduledCollection collection)
      throws IOException {
    if (engine.searchOnly() || !Files.exists(data.adminToken())) {
      return null;
    }
    TokenFile token = new TokenFile(data.adminToken());
    if (token.current().isEmpty()) {
      terminal
          .err()
          .println("admin-token is damaged: there is no administration; `token` makes a new one");
      return null;
    }
    Clock clock = Clock.systemUTC();
    AuditLog log = new AuditLog(data.adminLog(), clock);
    return new AdminSettings(
        token,
        new LocalAdministration(
            instance,
            indexing,
            new SourceAdministration(collecting, instance.archive().frontier(), collection, clock),
            log,
            clock),
        log,
        clock);
  }

  private List<Path> samples() throws IOException {
    Path samples = home == null ? Path.of("samples") : home.resolve("samples");
    return Files.isDirectory(samples) ? SourceFiles.list(List.of(samples)) : List.of();
  }
}
