package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks the native library of SQLite once into the archive's folder. The driver alone would
 * unpack it into the temporary folder at every start and leave it there when the process is killed.
 * Must be called before the first connection.
 */
final class NativeLibraryUnpacker {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibraryUnpacker.class);

  /** System property by which the driver finds the library. */
  private static final String LIBRARY_PATH_PROPERTY = "org.sqlite.lib.path";

  private NativeLibraryUnpacker() {}

  /** Path of the library in the driver's jar; determining it starts a process. */
  private static final class PackedLibrary {
    static final String RESOURCE =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
  }

  /**
   * Determines and caches the name of the library, which starts a process, so that {@link
   * #unpackInto} need not wait for it. May be called on another thread while the program starts.
   */
  static void preloadLibraryName() {
    LOG.debug("the database's library is {}", PackedLibrary.RESOURCE);
  }

  /**
   * Unpacks the library below a folder, named by version and checksum, if it is absent or damaged,
   * and sets the driver's property. On failure the driver unpacks it by itself.
   */
  static void unpackInto(Path folder) {
    if (System.getProperties().containsKey(LIBRARY_PATH_PROPERTY)) {
      return;
    }
    try {
      System.setProperty(LIBRARY_PATH_PROPERTY, unpack(folder).toAbsolutePath().toString());
    } catch (IOException e) {
      LOG.debug("the database's library could not be unpacked into {}", folder, e);
    }
  }

  /**
   * Unpacks the library; returns its folder.
   *
   * @throws IOException if the driver has no library for this platform, or the folder cannot be
   *     written
   */
  static Path unpack(Path folder) throws IOException {
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(PackedLibrary.RESOURCE)) {
      if (in == null) {
        throw new IOException("the driver has no " + PackedLibrary.RESOURCE);
      }
      byte[] library = in.readAllBytes();
      Path place = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + crc(library));
      install(library, place, LibraryLoaderUtil.getNativeLibName());
      return place;
    }
  }

  private static void install(byte[] library, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
      return;
    }
    Files.createDirectories(folder);
    Path temporaryFile = Files.createTempFile(folder, ".new-", "");
    try {
      Files.write(temporaryFile, library);
      Files.move(
          temporaryFile, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  private static String crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
