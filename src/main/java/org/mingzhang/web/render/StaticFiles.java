package org.mingzhang.web.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Sha256;

/**
 * Style sheets, scripts and images, held in memory plain and, after the first request, compressed.
 * Their addresses contain one fingerprint of all files, {@code /static/FINGERPRINT/NAME}, so that
 * clients may cache them indefinitely and the files can refer to each other by relative addresses.
 * Thread-safe.
 */
public final class StaticFiles {
  /** A static file. Its content must not be modified. */
  public static final class StaticFile {
    private final String mediaType;
    private final byte[] bytes;
    private byte @Nullable [] compressed;

    private StaticFile(String mediaType, byte[] bytes) {
      this.mediaType = mediaType;
      this.bytes = bytes;
    }

    /** Media type of the file. */
    public String mediaType() {
      return mediaType;
    }

    /** The uncompressed content. */
    public byte[] bytes() {
      return bytes;
    }

    /** Content compressed with gzip; null if compression saves less than ten percent. */
    public synchronized byte @Nullable [] compressed() {
      if (compressed == null) {
        compressed = gzip(bytes);
      }
      return compressed.length < bytes.length * 9 / 10 ? compressed : null;
    }

    private static byte[] gzip(byte[] bytes) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot be written", e);
      }
      return packed.toByteArray();
    }
  }

  private static final String FOLDER = "static/";

  /** A file that is always packaged, by which the folder of all of them is located. */
  private static final String ANCHOR_FILE = FOLDER + "app.css";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "txt", "text/plain; charset=utf-8");

  /** The static files in a folder at one point in time. */
  private record Snapshot(Map<String, StaticFile> files, String fingerprint) {
    static Snapshot of(Map<String, StaticFile> files) {
      return new Snapshot(Map.copyOf(files), StaticFiles.computeFingerprint(files));
    }
  }

  private final Supplier<Snapshot> snapshotSupplier;

  private StaticFiles(Supplier<Snapshot> snapshotSupplier) {
    this.snapshotSupplier = snapshotSupplier;
  }

  private static StaticFiles fixed(Map<String, StaticFile> files) {
    Snapshot snapshot = Snapshot.of(files);
    return new StaticFiles(() -> snapshot);
  }

  /** Reads the files of a folder, and reads them again whenever one of them changes. */
  public static StaticFiles reloading(Path folder) {
    return reloading(folder, ReloadingValue.DEFAULT_CHECK_INTERVAL);
  }

  static StaticFiles reloading(Path folder, Duration checkInterval) {
    return new StaticFiles(
        new ReloadingValue<>(folder, checkInterval, from -> Snapshot.of(readContents(from))));
  }

  /**
   * Reads the files packaged with the program.
   *
   * @throws IllegalStateException if they are not packaged or cannot be located
   * @throws UncheckedIOException if they cannot be read
   */
  public static StaticFiles packaged() {
    URL anchor = StaticFiles.class.getClassLoader().getResource(ANCHOR_FILE);
    if (anchor == null) {
      throw new IllegalStateException("the program is packed without " + ANCHOR_FILE);
    }
    try {
      if (anchor.openConnection() instanceof JarURLConnection jar) {
        return read(jar.getJarFile());
      }
      return read(Path.of(anchor.toURI()).resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException("the static files cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the static files cannot be located", e);
    }
  }

  /** Reads the files from the program's jar, which is already open. */
  static StaticFiles read(JarFile jar) throws IOException {
    Map<String, StaticFile> files = new TreeMap<>();
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
        String name = entry.getName().substring(FOLDER.length());
        try (InputStream in = jar.getInputStream(entry)) {
          files.put(name, createFile(name, in.readAllBytes()));
        }
      }
    }
    return fixed(files);
  }

  static StaticFiles read(Path folder) throws IOException {
    return fixed(readContents(folder));
  }

  private static Map<String, StaticFile> readContents(Path folder) throws IOException {
    Path root = folder.normalize();
    Map<String, StaticFile> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString();
        files.put(name, createFile(name, Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private static StaticFile createFile(String name, byte[] bytes) {
    String type =
        MEDIA_TYPES.getOrDefault(
            name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    return new StaticFile(type, bytes);
  }

  private static String computeFingerprint(Map<String, StaticFile> files) {
    MessageDigest digest = Sha256.newDigest();
    files.values().forEach(f -> digest.update(f.bytes()));
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** Address of a file, which need not exist. */
  public String address(String name) {
    return "/static/" + fingerprint() + "/" + name;
  }

  /** Address of the folder, with a closing slash. */
  public String base() {
    return address("");
  }

  /** The file with a name; empty if there is none. */
  public Optional<StaticFile> find(String name) {
    return Optional.ofNullable(snapshotSupplier.get().files().get(name));
  }

  /** Fingerprint of all files, twelve hexadecimal digits. */
  public String fingerprint() {
    return snapshotSupplier.get().fingerprint();
  }
}
