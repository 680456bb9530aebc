package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.SourceFileLister;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;
import org.mingzhang.web.PortalServer;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import picocli.CommandLine.Command;

/**
 * Training run for the AOT cache of the virtual machine, which the launcher creates ({@code
 * -XX:AOTCacheOutput}): indexes the samples in a temporary folder, reads them as copied text,
 * requests pages from itself and ends.
 */
@Command(
    name = "train",
    description = "Training run for the AOT cache of the virtual machine.",
    hidden = true)
final class AotTrainingCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;

  /** Maximum number of documents whose pages are requested in a round. */
  private static final int MAX_DOCUMENTS = 1_000;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=%E5%86%B3%E7%AE%97",
          "/search?q=%22%E5%86%B3%E7%AE%97%22&scope=figures",
          "/search?q=%E9%A2%84%E7%AE%97&scope=documents&lang=en",
          "/api/v1/search?q=%E6%94%AF%E5%87%BA",
          "/api/v1/suggest?q=%E5%86%B3",
          "/help");

  private final @Nullable Path home;

  /**
   * Creates the command.
   *
   * @param home folder of the program, which contains the samples; null if not known
   */
  AotTrainingCommand(@Nullable Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("mingzhang-train");
    try (Archive archive = Archive.open(folder.resolve("archive"));
        IndexStore index = IndexStore.open(folder.resolve("lucene"))) {
      Path samples = home == null ? Path.of("samples") : home.resolve("samples");
      if (Files.isDirectory(samples)) {
        List<Path> files = SourceFileLister.list(List.of(samples));
        new Indexer(
                archive,
                index,
                new InProcessDocumentReader(ExtractionLimits.standard()),
                Clock.systemUTC(),
                1,
                new MemberSpool(folder.resolve("spool")))
            .run(files, IndexingListener.NONE);
        inspect(files.getFirst());
        inspectCopiedTexts(files, folder.resolve("copied.txt"));
      }
      serve(archive, index);
    } finally {
      PathUtils.deleteDirectory(folder);
    }
    return 0;
  }

  private static void inspect(Path file) {
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    InspectCommand.run(new Terminal(nowhere, nowhere, false), file.toString());
  }

  /** Reads each file again as text copied from its pages, with its tables in each shape. */
  private static void inspectCopiedTexts(List<Path> files, Path copy) throws IOException {
    Extractor extractor = new Extractor(ExtractionLimits.standard());
    for (Path file : files) {
      for (ExtractionResult result : extractor.extract(file)) {
        if (result instanceof ExtractionResult.SuccessfulExtraction successful) {
          for (CopiedTableShape shape : CopiedTableShape.values()) {
            Files.writeString(copy, shape.write(successful.extraction().blocks()));
            inspect(copy);
          }
        }
      }
    }
  }

  private static void serve(Archive archive, IndexStore index) throws IOException {
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()));
        PortalServer server =
            new PortalServer(
                    new PortalServices(
                        new SearchServiceAdapter(search),
                        archive,
                        IndexingStatus::idle,
                        Clock.systemUTC()),
                    PortalSettings.local(0))
                .start()) {
      search.warmUp();
      String origin = "http://127.0.0.1:" + server.port();
      for (int i = 0; i < ROUNDS; i++) {
        for (String page : PAGES) {
          request(origin + page);
        }
        for (String document : archive.documentIds("", MAX_DOCUMENTS)) {
          request(origin + "/d/" + document);
        }
      }
    }
  }

  private static void request(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestProperty("Accept", "text/html");
    connection.setRequestProperty("Accept-Encoding", "gzip");
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
  }
}
