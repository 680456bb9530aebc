package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.metadata.SidecarException;
import org.mingzhang.structure.metadata.SidecarReader;
import org.mingzhang.text.Sha256;

/**
 * What the metadata files beside a file state at present, so that a change of them is noticed. The
 * metadata file of a folder is parsed once for all its files. Thread-safe.
 */
final class SidecarStates {
  private volatile @Nullable ParsedFolderFile lastFile;

  /**
   * What the metadata files beside a file state.
   *
   * @param fingerprint identifies what they state for this file, or their fault; empty if nothing
   * @param fault why they are ignored, or null
   */
  record SidecarState(String fingerprint, @Nullable String fault) {}

  /** The metadata file of a folder as it was parsed last: its values, or its fault. */
  private record ParsedFolderFile(
      Path file, FileStamp stamp, Map<String, Object> values, @Nullable SidecarException fault) {}

  /** What is stated for a file at present; metadata files that cannot be read are a fault. */
  SidecarState read(Path file) {
    try {
      Sidecar sidecar = SidecarReader.read(file, this::readYaml);
      return new SidecarState(
          sidecar.equals(Sidecar.none()) ? "" : Sha256.hash(sidecar.toString()), null);
    } catch (SidecarException invalid) {
      return ofFault(String.valueOf(invalid.getMessage()));
    } catch (IOException unreadable) {
      return ofFault("its metadata file cannot be opened: " + unreadable.getMessage());
    }
  }

  private static SidecarState ofFault(String fault) {
    return new SidecarState(Sha256.hash("fault " + fault), fault);
  }

  private Map<String, Object> readYaml(Path file) throws IOException {
    if (!file.endsWith(SidecarReader.FOLDER_METADATA_FILE)) {
      return SidecarReader.readYaml(file);
    }
    ParsedFolderFile parsed = lastFile;
    FileStamp stamp = FileStamp.read(file);
    if (parsed == null || !parsed.file().equals(file) || !parsed.stamp().equals(stamp)) {
      parsed = parse(file, stamp);
      lastFile = parsed;
    }
    SidecarException fault = parsed.fault();
    if (fault != null) {
      throw fault;
    }
    return parsed.values();
  }

  private static ParsedFolderFile parse(Path file, FileStamp stamp) throws IOException {
    try {
      return new ParsedFolderFile(file, stamp, SidecarReader.readYaml(file), null);
    } catch (SidecarException invalid) {
      return new ParsedFolderFile(file, stamp, Map.of(), invalid);
    }
  }
}
