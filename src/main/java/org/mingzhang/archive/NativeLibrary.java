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
 * The database's native library, unpacked once into the archive's folder. Left to itself the driver
 * unpacks it anew into the temporary folder at each start, where it stays when the process is
 * killed. To be called before the first connection.
 */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

  /** Where the driver looks for the library before it unpacks one. */
  private static final String PATH = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Where the driver's jar has the library; finding it out asks the system with a process. */
  private static final class Packed {
    static final String RESOURCE =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
  }

  /** Finds out which library is to be unpacked; may be called on a thread beside the start. */
  static void find() {
    LOG.debug("the database's library is {}", Packed.RESOURCE);
  }

  /**
   * Tells the driver of the library below a folder, named by version and checksum, unpacking it
   * where it is not there yet or not whole. Where that cannot be done the driver's own way is left.
   */
  static void unpackInto(Path folder) {
    if (System.getProperties().containsKey(PATH)) {
      return;
    }
    try {
      System.setProperty(PATH, unpack(folder).toAbsolutePath().toString());
    } catch (IOException e) {
      LOG.debug("the database's library could not be unpacked into {}", folder, e);
    }
  }

  /** Unpacks the library; returns the folder that it is in. */
  static Path unpack(Path folder) throws IOException {
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(Packed.RESOURCE)) {
      if (in == null) {
        throw new IOException("the driver has no " + Packed.RESOURCE);
      }
      byte[] library = in.readAllBytes();
      Path place = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + crc(library));
      place(library, place, LibraryLoaderUtil.getNativeLibName());
      return place;
    }
  }

  private static void place(byte[] library, Path place, String name) throws IOException {
    Path file = place.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
      return;
    }
    Files.createDirectories(place);
    Path beside = Files.createTempFile(place, ".new-", "");
    try {
      Files.write(beside, library);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static String crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
