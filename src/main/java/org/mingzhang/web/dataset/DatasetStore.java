package org.mingzhang.web.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the datasets. Each generation has a folder of its own, which becomes visible when it
 * is complete; older ones are deleted. Safe on many threads.
 */
final class DatasetStore {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetStore.class);
  private static final String MANIFEST = "manifest.json";
  private static final String UNFINISHED = "unfinished-";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A generation of the datasets.
   *
   * @param folder its folder
   * @param datasets its files
   */
  record Shelf(Path folder, Datasets datasets) {}

  /** Writes a generation to a folder. */
  interface Making {
    Datasets into(Path folder) throws IOException;
  }

  private final Path folder;
  private final AtomicReference<@Nullable Shelf> current = new AtomicReference<>();

  /** Opens a folder, which need not exist; incomplete generations are deleted. */
  DatasetStore(Path folder) {
    this.folder = folder;
    try {
      for (Path making : makings()) {
        if (current.get() != null || !opened(making)) {
          delete(making);
        }
      }
    } catch (IOException e) {
      LOG.warn("the files in {} cannot be read and are built again", folder, e);
    }
  }

  private boolean opened(Path making) {
    if (making.getFileName().toString().startsWith(UNFINISHED)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(making.resolve(MANIFEST))) {
      current.set(new Shelf(making, JSON.readValue(in, Datasets.class)));
      return true;
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Folders of generations, newest first. */
  private List<Path> makings() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .sorted(Comparator.comparing((Path p) -> p.getFileName().toString()).reversed())
          .toList();
    }
  }

  /** The current generation, if there is one. */
  Optional<Shelf> now() {
    return Optional.ofNullable(current.get());
  }

  /**
   * Replaces the current generation. Readers of a deleted file can finish reading it.
   *
   * @throws IOException if the files cannot be written; the current generation stays
   */
  void replace(Making making) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempDirectory(folder, UNFINISHED);
    try {
      Datasets datasets = making.into(temporary);
      Files.write(temporary.resolve(MANIFEST), PackageDescription.bytes(datasets));
      Path place = place(datasets);
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
      current.set(new Shelf(place, datasets));
      for (Path old : makings()) {
        if (!old.equals(place)) {
          delete(old);
        }
      }
    } finally {
      delete(temporary);
    }
  }

  private Path place(Datasets datasets) {
    String name = datasets.made().replaceAll("[^0-9]", "");
    Path place = folder.resolve(name);
    for (char again = 'a'; Files.exists(place); again++) {
      place = folder.resolve(name + again);
    }
    return place;
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
