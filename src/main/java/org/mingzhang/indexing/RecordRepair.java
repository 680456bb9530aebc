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
import org.mingzhang.archive.Original;
import org.mingzhang.archive.Version;
import org.mingzhang.model.Disclosure;
import org.mingzhang.text.Sha256;

/**
 * Makes a record that is damaged or missing again by reading the original of its version again: the
 * file it came from with its sidecar where that is still there unchanged, else the copy that the
 * archive keeps, under the name it had.
 */
public final class RecordRepair {
  /** Characters of a file's name; three bytes each are within 255. */
  private static final int LONGEST_NAME = 80;

  private final Archive archive;
  private final ArchiveIndexing index;
  private final DocumentReader reader;
  private final MemberSpool spool;
  private final PermalinkMinter minter = new PermalinkMinter();

  /** A repair of an open archive and index. */
  public RecordRepair(
      Archive archive, DocumentIndex index, DocumentReader reader, MemberSpool spool) {
    this.archive = archive;
    this.index = new ArchiveIndexing(archive, index);
    this.reader = reader;
    this.spool = spool;
  }

  /**
   * Makes a record again and indexes the document.
   *
   * @return why that is not possible; empty if it is done
   * @throws ArchiveException if the disk is full or not writable
   */
  public Optional<String> run(Version version) throws IOException {
    Optional<Original> original = archive.repair().intactOriginal(version);
    if (original.isEmpty()) {
      return Optional.of("its original is damaged or missing as well");
    }
    Optional<Disclosure> read = read(version, original.get().file());
    if (read.isEmpty()) {
      return Optional.of("its original cannot be read any more");
    }
    List<String> links = minter.mint(read.get()).sectionIds();
    ArchivedDisclosure again = archive.repair().rewriteRecord(version, read.get(), links);
    boolean shown =
        archive
            .latest(version.documentId())
            .map(latest -> latest.version().number() == version.number())
            .orElse(false);
    if (shown) {
      index.replace(again);
      index.commit();
    }
    return Optional.empty();
  }

  private Optional<Disclosure> read(Version version, Path kept) throws IOException {
    String source = version.source();
    int member = source.indexOf("!/");
    Path path = Path.of(member < 0 ? source : source.substring(0, member));
    String fingerprint = String.valueOf(kept.getFileName());
    if (Files.isRegularFile(path) && Sha256.of(path).equals(fingerprint)) {
      return of(version, reader.read(path));
    }
    boolean alone = fingerprint.equals(version.sha256());
    Path name = alone && member >= 0 ? Path.of(source.substring(member + 2)) : path;
    Path folder = Files.createTempDirectory("again");
    try {
      Path copy = folder.resolve(plain(String.valueOf(name.getFileName())));
      Files.copy(kept, copy);
      ColumnSidecar.lay(copy, archive, version.url());
      return of(version, reader.read(copy));
    } finally {
      delete(folder);
    }
  }

  /** A name that every file system can write, with the ending that tells Markdown from text. */
  private static String plain(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : "document" + name.replaceAll("(?s)^.*?(\\.[A-Za-z0-9]{1,5})?$", "$1");
  }

  private Optional<Disclosure> of(Version version, List<DocumentReader.Result> results)
      throws IOException {
    Disclosure found = null;
    for (DocumentReader.Result result : results) {
      if (result instanceof DocumentReader.Read read) {
        String sha256 = read.disclosure().source().sha256();
        spool.forget(sha256);
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
