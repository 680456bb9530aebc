package org.mingzhang.structure.metadata;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Finds and reads the metadata that an editor states for a file. Each key is taken from the first
 * of these files that has it:
 *
 * <ol>
 *   <li>{@code NAME.EXT.yaml} or {@code NAME.yaml} beside the file,
 *   <li>the file's entry under {@code files} in the folder's {@code _metadata.yaml},
 *   <li>{@code defaults} in that file.
 * </ol>
 *
 * <p>The keys are title, agency, region, year, category and url. YAML is read as plain values only:
 * no types, at most 1 MiB, no duplicate keys. Other keys and invalid values are errors whose
 * message names the file and the key. Symbolic links are ignored.
 */
public final class SidecarReader {
  /** The name of the metadata file that applies to all files of its folder. */
  public static final String FOLDER_METADATA_FILE = "_metadata.yaml";

  /** Name of the file in which the program records the site section of a file. */
  public static final String SITE_SECTION_FILE = "_column.yaml";

  private static final int MAX_BYTES = 1 << 20;

  private SidecarReader() {}

  /** Reads the values of a metadata file. */
  @FunctionalInterface
  public interface YamlSource {
    /**
     * The values of a file by their keys; empty for an empty file.
     *
     * @throws SidecarException if it is not valid YAML of plain values
     * @throws IOException if it cannot be read
     */
    Map<String, Object> read(Path file) throws IOException;
  }

  /**
   * The metadata files that may state something about a file, whether they exist or not: that of
   * its folder, then its own ones; empty if it has no folder.
   */
  public static List<Path> metadataFiles(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return folder == null
        ? List.of()
        : Stream.of(
                FOLDER_METADATA_FILE,
                (dot > 0 ? name.substring(0, dot) : name) + ".yaml",
                name + ".yaml")
            .distinct()
            .map(folder::resolve)
            .filter(path -> !path.equals(file.toAbsolutePath()))
            .toList();
  }

  /**
   * Reads the metadata that an editor states for a file, from its own sidecar and that of its
   * folder, and the recorded site section. None of these files need exist.
   *
   * @throws SidecarException if a sidecar is not valid
   * @throws IOException if one cannot be read
   */
  public static Sidecar read(Path file) throws IOException {
    return read(file, SidecarReader::readYaml);
  }

  /** Reads the metadata of a file like {@link #read(Path)}, with another reader of YAML. */
  public static Sidecar read(Path file, YamlSource yaml) throws IOException {
    Map<String, Object> stated = new LinkedHashMap<>();
    Path folder = file.toAbsolutePath().getParent();
    String name = String.valueOf(file.getFileName());
    if (folder == null) {
      return Sidecar.none();
    }
    for (Path path : metadataFiles(file)) {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      Map<String, Object> entries = yaml.read(path);
      if (path.endsWith(FOLDER_METADATA_FILE)) {
        addFolderValues(stated, path, entries, name);
      } else {
        validateAndAdd(stated, path, entries, String.valueOf(path.getFileName()));
      }
    }
    return createSidecar(stated, readSiteSection(folder.resolve(SITE_SECTION_FILE)));
  }

  private static void addFolderValues(
      Map<String, Object> statedValues, Path shared, Map<String, Object> entries, String name)
      throws SidecarException {
    SidecarValidator.rejectOtherKeys(shared, entries, List.of("defaults", "files"));
    validateAndAdd(statedValues, shared, entries.get("defaults"), "defaults");
    Map<String, Object> files =
        SidecarValidator.toStringKeyedMap(shared, "files", entries.get("files"));
    validateAndAdd(statedValues, shared, files.get(name), name);
  }

  /**
   * Region and agency of the site section from which a file was collected, as recorded in {@link
   * #SITE_SECTION_FILE}; invalid values are dropped.
   */
  private static PublishingSiteSection readSiteSection(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return PublishingSiteSection.UNKNOWN;
    }
    Map<String, Object> statedValues = readYaml(path);
    return new PublishingSiteSection(
        readValidValue(path, statedValues, "region"), readValidValue(path, statedValues, "agency"));
  }

  private static @Nullable String readValidValue(
      Path path, Map<String, Object> statedValues, String key) {
    Object value = statedValues.get(key);
    try {
      return value == null ? null : (String) SidecarValidator.validate(path, key, value);
    } catch (SidecarException unknown) {
      return null;
    }
  }

  private static void validateAndAdd(
      Map<String, Object> statedValues, Path file, @Nullable Object values, String location)
      throws SidecarException {
    Map<String, Object> map = SidecarValidator.toStringKeyedMap(file, location, values);
    SidecarValidator.rejectOtherKeys(file, map, SidecarValidator.KEYS);
    for (Map.Entry<String, Object> entry : map.entrySet()) {
      statedValues.put(
          entry.getKey(), SidecarValidator.validate(file, entry.getKey(), entry.getValue()));
    }
  }

  private static Sidecar createSidecar(
      Map<String, Object> statedValues, PublishingSiteSection siteSection) {
    return new Sidecar(
        (String) statedValues.get("title"),
        (String) statedValues.get("agency"),
        (String) statedValues.get("region"),
        (Integer) statedValues.get("year"),
        (String) statedValues.get("category"),
        (String) statedValues.get("url"),
        siteSection);
  }

  /**
   * The values of a metadata file by their keys; empty for an empty file.
   *
   * @throws SidecarException if it is not valid YAML of plain values, or too large
   * @throws IOException if it cannot be read
   */
  public static Map<String, Object> readYaml(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new SidecarException(file.getFileName() + " is larger than " + MAX_BYTES + " bytes");
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    options.setCodePointLimit(MAX_BYTES);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Object content = new Yaml(new SafeConstructor(options)).load(reader);
      return SidecarValidator.toStringKeyedMap(file, "the file", content);
    } catch (YAMLException e) {
      String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new SidecarException(file.getFileName() + " is not valid YAML: " + line);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new SidecarException(file.getFileName() + " is not UTF-8");
    }
  }
}
