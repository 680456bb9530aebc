package org.mingzhang.web.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the files of a folder, and read again when one of them is added, changed or
 * deleted. Used to work on templates, styles and messages without a restart. Changes are noticed by
 * size and modification time. Thread-safe.
 */
final class ReloadingValue<T> implements Supplier<T> {
  /** Reads the value from the files of the folder. */
  @FunctionalInterface
  interface Reader<T> {
    /** Reads the value from the folder. */
    T read(Path folder) throws IOException;
  }

  /** Minimum time between two checks of the folder. */
  static final Duration DEFAULT_CHECK_INTERVAL = Duration.ofMillis(100);

  private final Path folder;
  private final Reader<T> reader;
  private final long checkIntervalNanos;

  /** Size and modification time of each file when the value was read. */
  private Map<Path, String> fileStamps = Map.of();

  private @Nullable T value;
  private long checkedAtNanos;

  /** Creates an instance. Nothing is read before the first {@link #get}. */
  ReloadingValue(Path folder, Duration checkInterval, Reader<T> reader) {
    this.folder = folder;
    this.reader = reader;
    this.checkIntervalNanos = checkInterval.toNanos();
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known != null && System.nanoTime() - checkedAtNanos < checkIntervalNanos) {
      return known;
    }
    try {
      Map<Path, String> found = readFileStamps();
      if (known == null || !found.equals(fileStamps)) {
        known = reader.read(folder);
        value = known;
        fileStamps = found;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
    checkedAtNanos = System.nanoTime();
    return known;
  }

  private Map<Path, String> readFileStamps() throws IOException {
    Map<Path, String> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        BasicFileAttributes about = Files.readAttributes(path, BasicFileAttributes.class);
        found.put(path, about.size() + " " + about.lastModifiedTime());
      }
    }
    return found;
  }
}
