package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;

/**
 * A disk that is full after the first, the second, the third … page that is written, in a process
 * that goes on when there is space again. Needs a file system of its own, which only root can
 * mount.
 */
class DiskSpaceIT {
  private static final int PAGE = 4096;
  private static final int FILES = 6;

  @TempDir Path folder;
  private Path disk;
  private boolean mounted;
  private final Survivors survivors = new Survivors();
  private final List<String> failures = new ArrayList<>();

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(folder.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    mount.getInputStream().readAllBytes();
    mounted = mount.waitFor() == 0;
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }

  @Test
  void a_disk_that_is_full_at_any_write_loses_nothing_acknowledged_and_work_goes_on_afterwards()
      throws Exception {
    assumeTrue(mounted, "no file system can be mounted here");
    NumberedFiles files = new NumberedFiles(folder.resolve("files"));
    int steps = Integer.getInteger("mingzhang.full.steps", 26);
    for (int step = 0; step < steps; step++) {
      step(files, step);
    }
    System.out.println("disk full: " + failures.size() + " of " + steps + " steps failed");
    assertThat(failures).as("steps that met a full disk").hasSizeBetween(steps / 4, steps - 1);
    assertThat(failures)
        .allMatch(said -> said.matches("(?s).*(could not be written|No space left|is closed).*"));
  }

  /** Fills the disk but for some pages, tries, makes room, goes on in the same process. */
  private void step(NumberedFiles files, int step) throws Exception {
    Path data = disk.resolve("data");
    int free = step * step / 2;
    String where = "step " + step + ", " + free + " pages free";
    try (Archive archive = Archive.open(data.resolve("archive"));
        IndexStore index = IndexStore.open(data.resolve("lucene"))) {
      new Reconciler(archive, index).run();
      List<Path> changed = new ArrayList<>();
      Map<String, Long> revisions = new HashMap<>();
      for (int i = 0; i < 3; i++) {
        int number = (step + i) % FILES;
        changed.add(files.write(number, step * 10L));
        revisions.put(NumberedFiles.name(number), step * 10L);
      }
      Path ballast = fill(free);
      try {
        index(archive, index, files, changed, revisions);
      } catch (IOException | ArchiveException | IllegalStateException full) {
        failures.add(step + ": " + full);
      }
      Files.delete(ballast);
      if (!index.isWritable()) {
        index.reopen();
      }
      new Reconciler(archive, index).run();
      try {
        index(archive, index, files, changed, revisions);
      } catch (IOException late) {
        // A merge that was under way met the full disk, and closed the writer afterwards.
        assertThat(index.isWritable()).as(where).isFalse();
        index.reopen();
        new Reconciler(archive, index).run();
        index(archive, index, files, changed, revisions);
      }
      assertThat(archive.check()).as(where).isEmpty();
    }
    survivors.check(data, where);
  }

  /** Takes all space but some pages. */
  private Path fill(int pages) throws IOException {
    Path ballast = disk.resolve("ballast");
    long free = Files.getFileStore(disk).getUsableSpace();
    byte[] page = new byte[PAGE];
    try (var out = Files.newOutputStream(ballast)) {
      for (long left = free - (long) pages * PAGE; left >= PAGE; left -= PAGE) {
        out.write(page);
      }
    }
    return ballast;
  }

  private void index(
      Archive archive,
      IndexStore index,
      NumberedFiles files,
      List<Path> changed,
      Map<String, Long> revisions)
      throws Exception {
    IndexingListener listener =
        new IndexingListener() {
          @Override
          public void documentIndexed(String file, String documentId, boolean replaced) {
            survivors.note(List.of("done " + file + " " + revisions.get(file)));
          }
        };
    MemberSpool spool = new MemberSpool(folder.resolve("spool"));
    new Indexer(archive, index, files, Clock.systemUTC(), 1, spool).run(changed, listener);
    index.refresh();
  }
}
