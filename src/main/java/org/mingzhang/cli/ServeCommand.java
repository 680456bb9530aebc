package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.FolderWatcher;
import org.mingzhang.indexing.SourceFileLister;
import org.mingzhang.search.SearchService;
import org.mingzhang.web.PortalServer;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenFile;
import org.mingzhang.web.guard.AccessLog;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the portal while it indexes. */
@Command(
    name = "serve",
    description =
        "Index the given paths and serve the portal. Without paths, samples/ is indexed if the"
            + " index is empty.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal",
      "2:a path does not exist, the port is taken, or the data folder cannot be used",
      "3:the portal could not end hanging requests and must be restarted"
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
      description = "Port to listen on, 0 for a free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  /** Maximum number of documents whose pages are requested during warm-up. */
  private static final int WARMUP_DOCUMENTS = 1_000;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Public address of the portal, for permalinks behind a proxy (default: that of each"
              + " request if it is an address of this machine or of --allow-host).")
  private @Nullable String publicUrl;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      split = ",",
      description =
          "Host name of the portal if --public-url is not given; links on pages for other host"
              + " names have no host.")
  private List<String> hosts = List.of();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Address or network (10.0.0.0/8) of a proxy whose X-Forwarded-For header is trusted:"
              + " limits and logs then use the address of the client.")
  private List<String> proxies = List.of();

  @Option(names = "--public-metrics", description = "Allow access to /metrics from other machines.")
  private boolean metricsArePublic;

  @Option(
      names = "--show-phone-numbers",
      description = "Show mobile phone numbers that documents contain instead of masking them.")
  private boolean showsPhoneNumbers;

  @Option(names = "--watch", description = "Watch the given paths for new and changed files.")
  private boolean watchesFolders;

  @Option(
      names = "--collect",
      description = "Collect the sources of the file of sources by their schedule.")
  private boolean collectsFromSources;

  @Option(
      names = "--checkout",
      paramLabel = "FOLDER",
      description =
          "Folder of the program's source code: pages use its templates, styles and messages and"
              + " show changes at once. For development.")
  private @Nullable Path checkout;

  @Mixin private MailOptions mail = new MailOptions();

  @Mixin private LanguageModelOptions languageModel = new LanguageModelOptions();

  @Mixin private CollectOptions crawlOptions = new CollectOptions();

  /** Whether there is an access log, and how clients are identified in it. */
  enum LogKind {
    /** No access log is written. */
    NO,
    /** Requests are logged with the network of the client. */
    NETWORKS,
    /** Requests are logged with the full address of the client. */
    ADDRESSES
  }

  @Option(
      names = "--access-log",
      paramLabel = "no|networks|addresses",
      defaultValue = "networks",
      description =
          "Whether access.log in the data folder is written, and how clients are identified in it"
              + " (default: ${DEFAULT-VALUE}).")
  private LogKind accessLog = LogKind.NETWORKS;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders to index.")
  private List<Path> paths = List.of();

  /**
   * Creates the command.
   *
   * @param home folder of the program, which contains the samples; null if not known
   */
  ServeCommand(Terminal terminal, @Nullable Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  private TrustedProxies parseTrustedProxies() {
    try {
      return new TrustedProxies(proxies);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--trusted-proxy: " + e.getMessage());
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFileLister.Listing listing = SourceFileLister.scan(paths);
    ProgressPrinter.printSkipped(terminal, listing.skippedPaths());
    TrustedProxies trusted = parseTrustedProxies();
    String url = PublicUrl.parse(publicUrl);
    ListenAddress.check(host, port);
    if (checkout != null && !Files.isDirectory(checkout.resolve("templates"))) {
      throw new BadOptionException("--checkout: " + checkout + " has no folder templates");
    }
    if (engine.searchOnly() && (!paths.isEmpty() || collectsFromSources)) {
      throw new BadOptionException("--engine-search-only cannot be used with paths or --collect");
    }
    boolean failed;
    try (ShutdownSignal signal = new ShutdownSignal();
        IndexedArchive instance =
            IndexedArchive.openUnreconciled(
                data, engine::open, reading.threads(), reading.maxDuration());
        SelfRepair repair = new SelfRepair(instance, terminal);
        SearchService search = SearchStartup.open(instance, repair);
        BackgroundIndexing indexing =
            new BackgroundIndexing(instance, terminal, repair::reportFailure);
        CrawlScheduler scheduler = startScheduler(instance, indexing)) {
      Clock clock = Clock.system(ZoneId.systemDefault());
      PortalServices services =
          new PortalServices(
              new SearchServiceAdapter(search),
              instance.archive(),
              indexing::status,
              clock,
              repair,
              new SiteSectionSupplier(crawlOptions, instance.archive()),
              new QuoteRendererClient(QuoteRendererProcess.command()));
      PortalSettings settings =
          new PortalSettings(
              host,
              port,
              url,
              hosts,
              checkout,
              !showsPhoneNumbers,
              data.datasets(),
              trusted,
              metricsArePublic,
              mail.createSender(url),
              languageModel.createModel());
      try (AccessLog log = openAccessLog();
          PortalServer server =
              new PortalServer(
                  services, settings, createAdministration(instance, indexing, scheduler), log)) {
        server.setWarmingUp(true);
        server.onStuckRequests(signal::abort);
        server.start();
        terminal.print(
            "Mingzhang serves http://localhost:" + server.port() + "  (stop with Ctrl-C)");
        List<String> documents = instance.archive().documentIds("", WARMUP_DOCUMENTS);
        SearchWarmup.startWithDelay(
            search,
            new PageWarmup(host, server.port(), documents),
            () -> {
              server.setWarmingUp(false);
              repair.queueDamageCheck();
            });
        if (engine.searchOnly()) {
          signal.await();
          return signal.wasAborted() ? 3 : 0;
        }
        boolean empty = listing.files().isEmpty() && documents.isEmpty();
        indexing.submit(empty ? findSamples() : listing.files());
        if (watchesFolders) {
          indexing.watch(new FolderWatcher(paths, listing));
        }
        signal.await();
        failed = signal.wasAborted();
      }
      terminal.print("Stopped.");
    }
    return failed ? 3 : 0;
  }

  /**
   * Starts crawling by schedule if {@code --collect} was given; otherwise returns null.
   *
   * @throws IOException if the file of sources is invalid
   */
  private @Nullable CrawlScheduler startScheduler(
      IndexedArchive indexedArchive, BackgroundIndexing indexing) throws IOException {
    if (!collectsFromSources) {
      return null;
    }
    if (crawlOptions.exists()) {
      Object unused = crawlOptions.read();
    } else {
      terminal.err().println("there is no file of sources yet; add sources at /admin/collect");
    }
    return new CrawlScheduler(
        crawlOptions, data, indexedArchive, indexing::startQueueRun, terminal, Clock.systemUTC());
  }

  /** Opens the access log; null if there is none. */
  private @Nullable AccessLog openAccessLog() {
    return accessLog == LogKind.NO
        ? null
        : new AccessLog(data.accessLog(), accessLog == LogKind.ADDRESSES);
  }

  /**
   * Settings of administration over HTTP; null if there is no valid token or another process
   * maintains the index.
   */
  private @Nullable AdminSettings createAdministration(
      IndexedArchive indexedArchive,
      BackgroundIndexing indexing,
      @Nullable CrawlScheduler scheduler)
      throws IOException {
    if (engine.searchOnly() || !Files.exists(data.adminToken())) {
      return null;
    }
    TokenFile token = new TokenFile(data.adminToken());
    if (token.currentHash().isEmpty()) {
      terminal
          .err()
          .println("admin-token is damaged, so administration is off; `token` creates a new token");
      return null;
    }
    Clock clock = Clock.systemUTC();
    AuditLog log = new AuditLog(data.adminLog(), clock);
    return new AdminSettings(
        token,
        new LocalAdministration(
            indexedArchive,
            indexing,
            new LocalSourceAdministration(
                crawlOptions, indexedArchive.archive().frontier(), scheduler, clock),
            log,
            clock),
        log,
        clock);
  }

  /** The files of the samples folder of the program; none if it does not exist. */
  private List<Path> findSamples() throws IOException {
    Path samples = home == null ? Path.of("samples") : home.resolve("samples");
    return Files.isDirectory(samples) ? SourceFileLister.list(List.of(samples)) : List.of();
  }
}
