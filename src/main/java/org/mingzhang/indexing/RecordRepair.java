package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.OriginalFile;
import org.mingzhang.model.Disclosure;
import org.mingzhang.text.Sha256;

/**
 * Restores a damaged or missing record by reading the original of its version again: the source
 * file with its sidecar if it is unchanged, otherwise the copy in the archive, under its original
 * name.
 */
public final class RecordRepair {
  /** Maximum length of a file name in characters; at three bytes each it stays below 255 bytes. */
  private static final int MAX_NAME_LENGTH = 80;

  private final Archive archive;
  private final ArchiveIndexer indexer;
  private final DocumentReader reader;
  private final MemberSpool spool;
  private final PermalinkMinter minter = new PermalinkMinter();

  /** Creates a repair; the caller closes archive, index and reader. */
  public RecordRepair(
      Archive archive, DocumentIndex index, DocumentReader reader, MemberSpool spool) {
    this.archive = archive;
    this.indexer = new ArchiveIndexer(archive, index);
    this.reader = reader;
    this.spool = spool;
  }

  /**
   * Restores the record of a version; if it is the latest of its document, also indexes the
   * document and commits.
   *
   * @return the reason if that is not possible; empty on success
   * @throws ArchiveException if the disk is full or not writable
   * @throws IOException if the original cannot be opened or the reader is unavailable
   */
  public Optional<String> repair(DocumentVersion version) throws IOException {
    Optional<OriginalFile> original = archive.archiveRepair().findIntactOriginal(version);
    if (original.isEmpty()) {
      return Optional.of("its original is damaged or missing as well");
    }
    Optional<Disclosure> read = read(version, original.get().file());
    if (read.isEmpty()) {
      return Optional.of("its original cannot be read any more");
    }
    List<String> links = minter.createIds(read.get()).sectionIds();
    ArchivedDisclosure repaired = archive.archiveRepair().rewriteRecord(version, read.get(), links);
    boolean isLatest =
        archive
            .latest(version.documentId())
            .map(latest -> latest.version().number() == version.number())
            .orElse(false);
    if (isLatest) {
      indexer.replace(repaired);
      indexer.commit();
    }
    return Optional.empty();
  }

  private Optional<Disclosure> read(DocumentVersion version, Path original) throws IOException {
    String source = version.source();
    int member = source.indexOf("!/");
    Path path = Path.of(member < 0 ? source : source.substring(0, member));
    String fingerprint = String.valueOf(original.getFileName());
    if (Files.isRegularFile(path) && Sha256.hash(path).equals(fingerprint)) {
      return selectDisclosureAndClearSpool(version, reader.read(path));
    }
    boolean alone = fingerprint.equals(version.sha256());
    Path name = alone && member >= 0 ? Path.of(source.substring(member + 2)) : path;
    Path folder = Files.createTempDirectory("again");
    try {
      Path copy = folder.resolve(shortenName(String.valueOf(name.getFileName())));
      Files.copy(original, copy);
      ProvenanceSidecarWriter.write(copy, archive, version.url());
      return selectDisclosureAndClearSpool(version, reader.read(copy));
    } finally {
      delete(folder);
    }
  }

  /**
   * The name if every file system accepts its length, otherwise {@code document} with the same
   * extension.
   */
  private static String shortenName(String name) {
    return name.length() <= MAX_NAME_LENGTH
        ? name
        : "document" + name.replaceAll("(?s)^.*?(\\.[A-Za-z0-9]{1,5})?$", "$1");
  }

  private Optional<Disclosure> selectDisclosureAndClearSpool(
      DocumentVersion version, List<DocumentReader.Result> results) throws IOException {
    Disclosure found = null;
    for (DocumentReader.Result result : results) {
      if (result instanceof DocumentReader.SuccessfulReading read) {
        String sha256 = read.disclosure().source().sha256();
        spool.remove(sha256);
        found = sha256.equals(version.sha256()) ? read.disclosure() : found;
      }
    }
    return Optional.ofNullable(found);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
