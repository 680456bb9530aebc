package org.mingzhang.web.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the datasets. Each generation has its own folder, which becomes visible when it is
 * complete; older generations are deleted. Threads may read while one calls {@link #replace}.
 */
final class DatasetStore {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetStore.class);
  private static final String MANIFEST = "manifest.json";
  private static final String INCOMPLETE_PREFIX = "unfinished-";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The files written by one build of the datasets, in a separate folder.
   *
   * @param folder its folder
   * @param datasets its files
   */
  record Generation(Path folder, DatasetManifest datasets) {}

  /** Writes a generation to a folder. */
  interface GenerationWriter {
    DatasetManifest writeTo(Path folder) throws IOException;
  }

  private final Path folder;
  private final AtomicReference<@Nullable Generation> currentGeneration = new AtomicReference<>();

  /**
   * Opens a folder, which need not exist. The newest generation that can be read is the current
   * one; all other subfolders are deleted. A failure is logged.
   */
  DatasetStore(Path folder) {
    this.folder = folder;
    try {
      for (Path generation : listGenerations()) {
        if (currentGeneration.get() != null || !tryOpenGeneration(generation)) {
          deleteTree(generation);
        }
      }
    } catch (IOException e) {
      LOG.warn("the files in {} cannot be read and are built again", folder, e);
    }
  }

  private boolean tryOpenGeneration(Path generation) {
    if (generation.getFileName().toString().startsWith(INCOMPLETE_PREFIX)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(generation.resolve(MANIFEST))) {
      currentGeneration.set(new Generation(generation, JSON.readValue(in, DatasetManifest.class)));
      return true;
    } catch (IOException damaged) {
      return false;
    }
  }

  /**
   * All subfolders by name in descending order: first incomplete generations, then complete ones,
   * newest first. Empty if the folder does not exist.
   */
  private List<Path> listGenerations() throws IOException {
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
  Optional<Generation> findCurrent() {
    return Optional.ofNullable(currentGeneration.get());
  }

  /**
   * Writes a new generation, makes it the current one and deletes all others. Readers that have
   * opened a file of a deleted generation can finish reading it. Must not run twice at the same
   * time, because each run deletes incomplete generations, also that of the other run.
   *
   * @throws IOException if the files cannot be written, in which case the current generation is
   *     kept, or if an old generation cannot be deleted
   */
  void replace(GenerationWriter writer) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempDirectory(folder, INCOMPLETE_PREFIX);
    try {
      DatasetManifest datasets = writer.writeTo(temporary);
      Files.write(temporary.resolve(MANIFEST), PackageDescriptionWriter.toBytes(datasets));
      Path place = chooseFolder(datasets);
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
      currentGeneration.set(new Generation(place, datasets));
      for (Path old : listGenerations()) {
        if (!old.equals(place)) {
          deleteTree(old);
        }
      }
    } finally {
      deleteTree(temporary);
    }
  }

  private Path chooseFolder(DatasetManifest datasets) {
    String name = datasets.made().replaceAll("[^0-9]", "");
    Path place = folder.resolve(name);
    for (char again = 'a'; Files.exists(place); again++) {
      place = folder.resolve(name + again);
    }
    return place;
  }

  private static void deleteTree(Path tree) throws IOException {
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
