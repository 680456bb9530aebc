package org.mingzhang.torture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.indexing.FolderWatcher;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.indexing.SourceFileLister;

/**
 * A process that is sent files, watches a folder and reads both until it is killed or told to end.
 * It says {@code accepted AGENCY REVISION} for what it promises to read, {@code written AGENCY
 * REVISION} for what it put into the folder. Its clock is wrong by days or years.
 */
public final class QueueVictim {
  /** Agencies of which one revision after the other is sent. */
  static final int CORRECTED = 5;

  private final Path folder;
  private final Random random;
  private final PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Clock clock;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean told;
  private long revision;

  private QueueVictim(Path folder, long revision) {
    this.folder = folder;
    this.revision = revision;
    this.random = new Random(revision);
    this.clock =
        Clock.offset(Clock.systemUTC(), Duration.ofHours(random.nextInt(200_000) - 100_000));
  }

  /** Arguments: folder, first revision. */
  public static void main(String[] arguments) throws Exception {
    new QueueVictim(Path.of(arguments[0]), Long.parseLong(arguments[1])).work();
  }

  static Indexer indexer(Path folder, Archive archive, IndexStore index, Clock clock)
      throws IOException {
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    spool.clear();
    return new Indexer(archive, index, new SentFiles(spool), clock, 2, spool);
  }

  private void work() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("data/archive"));
        IndexStore index = IndexStore.open(folder.resolve("data/lucene"))) {
      new Reconciler(archive, index).run();
      Indexer indexer = indexer(folder, archive, index, clock);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(indexer)));
      Thread sending = Thread.ofPlatform().daemon().start(() -> send(archive));
      said.println("begun");
      Path watched = Files.createDirectories(folder.resolve("watched"));
      indexer.run(SourceFileLister.list(List.of(watched)), IndexingListener.NONE);
      FolderWatcher watch =
          new FolderWatcher(List.of(watched), SourceFileLister.scan(List.of(watched)));
      while (!told) {
        write(watched);
        indexer.run(watch.pollSettledChanges(), IndexingListener.NONE);
        index.refresh();
      }
      sending.join();
    } finally {
      ended.countDown();
    }
  }

  private void end(Indexer indexer) {
    told = true;
    indexer.stop();
    try {
      boolean unused = ended.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized long next() {
    return revision++;
  }

  private void send(Archive archive) {
    try {
      while (!told) {
        long now = next();
        int kind = random.nextInt(4);
        String first =
            kind == 0 ? "c" + random.nextInt(CORRECTED) + " " + now : "u" + now + " " + now;
        if (kind == 3) {
          String second = "m" + now + " " + now;
          accept(archive, first, second);
        } else {
          accept(archive, first);
        }
        Thread.sleep(random.nextInt(20));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(Archive archive, String... lines) throws IOException {
    byte[] content = SentFiles.content(lines);
    for (int again = random.nextInt(8) == 0 ? 2 : 1; again > 0; again--) {
      String sha256 = archive.queue().storeContent(new ByteArrayInputStream(content));
      archive.queue().accept(OfferedFile.ofUpload(SentFiles.NAME, sha256, null), clock.instant());
    }
    for (String line : lines) {
      said.println("accepted " + line);
    }
  }

  /** Writes a file in place of what it was, whole at any moment. */
  private void write(Path watched) throws IOException {
    String agency = "w" + random.nextInt(CORRECTED);
    long now = next();
    Path beside = watched.resolve("." + agency);
    Files.write(beside, SentFiles.content(agency + " " + now));
    Files.move(
        beside,
        watched.resolve(agency + ".txt"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    said.println("written " + agency + " " + now);
  }
}
