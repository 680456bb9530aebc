package org.mingzhang.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Backup;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;

/**
 * A process that does one thing over and over until it is killed, and says on its standard output
 * what it has done: {@code begun}, {@code done FILE REVISION} for a file kept, {@code backup} for a
 * copy that is whole.
 */
public final class Victim {
  /** What the process is doing when it is killed. */
  enum Work {
    INDEXING,
    MERGING,
    BACKUP,
    RESTORE,
    REBUILD
  }

  private final Path folder;
  private final Random random;
  private final NumberedFiles files;
  private final PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private long revision;

  private Victim(Path folder, long revision) {
    this.folder = folder;
    this.revision = revision;
    this.random = new Random(revision);
    this.files = new NumberedFiles(folder.resolve("files"));
  }

  /** Arguments: work, folder, first revision, number of files. */
  public static void main(String[] arguments) throws Exception {
    Victim victim = new Victim(Path.of(arguments[1]), Long.parseLong(arguments[2]));
    victim.work(Work.valueOf(arguments[0]), Integer.parseInt(arguments[3]));
  }

  private void work(Work work, int count) throws Exception {
    if (work == Work.RESTORE) {
      said.println("begun");
      restore();
      return;
    }
    try (Archive archive = Archive.open(folder.resolve("data/archive"));
        IndexStore index = IndexStore.open(folder.resolve("data/lucene"))) {
      new Reconciler(archive, index).run();
      said.println("begun");
      while (true) {
        index(archive, index, count);
        switch (work) {
          case MERGING -> index.compact();
          case REBUILD -> new Reconciler(archive, index).rebuild();
          case BACKUP -> backup(archive, index, count);
          default -> {}
        }
      }
    }
  }

  /** A backup while files go on being indexed. */
  private void backup(Archive archive, IndexStore index, int count) throws Exception {
    Thread beside =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Backup.backUp(folder.resolve("data/archive"), folder.resolve("backup"));
                    said.println("backup");
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    index(archive, index, count);
    beside.join();
  }

  private void index(Archive archive, IndexStore index, int count) throws Exception {
    List<Path> changed = new ArrayList<>();
    Map<String, Long> revisions = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      int number = random.nextInt(count);
      changed.add(files.write(number, revision));
      revisions.put(NumberedFiles.name(number), revision++);
    }
    IndexingListener listener =
        new IndexingListener() {
          @Override
          public void documentIndexed(String file, String documentId, boolean replaced) {
            said.println("done " + file + " " + revisions.get(file));
          }
        };
    new Indexer(
            archive, index, files, Clock.systemUTC(), 1, new MemberSpool(folder.resolve("spool")))
        .run(changed.stream().distinct().toList(), listener);
    index.refresh();
  }

  private void restore() throws IOException {
    while (true) {
      Path target = folder.resolve("restored");
      // Killed while it clears the place, it must not leave what looks like a restored archive.
      Files.deleteIfExists(target.resolve("ledger.db"));
      delete(target);
      Backup.restore(folder.resolve("backup"), target);
      said.println("restored");
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
