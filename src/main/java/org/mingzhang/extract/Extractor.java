package org.mingzhang.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.archive.ArchiveReader;
import org.mingzhang.extract.archive.UnpackingBudget;
import org.mingzhang.extract.html.HtmlReader;
import org.mingzhang.extract.html.MhtmlReader;
import org.mingzhang.extract.markdown.MarkdownReader;
import org.mingzhang.extract.ocr.ImageFileReader;
import org.mingzhang.extract.ofd.OfdReader;
import org.mingzhang.extract.office.OpenDocumentReader;
import org.mingzhang.extract.office.Word2003XmlReader;
import org.mingzhang.extract.pdf.PdfReader;
import org.mingzhang.extract.plain.PlainTextReader;
import org.mingzhang.extract.rtf.RtfReader;
import org.mingzhang.extract.sheet.Excel2003XmlReader;
import org.mingzhang.extract.sheet.OpenDocumentSheetReader;
import org.mingzhang.extract.sheet.WorkbookReader;
import org.mingzhang.extract.word.DocReader;
import org.mingzhang.extract.word.DocxReader;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.text.Sha256;

/**
 * Reads files of all supported formats. The format is detected from the content. A file whose
 * content cannot be read gives a {@link ExtractionResult.RefusedExtraction refusal} instead of an
 * exception. No link is followed and no macro is run. Each file is read on a thread of its own
 * within the time limit; detecting its format and unpacking archives are not limited in time.
 * Thread-safe.
 */
public final class Extractor {
  /**
   * Receives each member of an archive that was read successfully and is not an archive itself, on
   * the thread that called {@link Extractor#extract(Path)}. The unpacked file exists only during
   * the call.
   */
  @FunctionalInterface
  public interface MemberConsumer {
    /**
     * Takes a member.
     *
     * @param member the unpacked file, under a temporary name
     * @param sha256 SHA-256 of its bytes, lower-case hexadecimal
     * @throws IOException if the member cannot be taken; {@link Extractor#extract(Path)} ends with
     *     it
     */
    void accept(Path member, String sha256) throws IOException;
  }

  private final ExtractionLimits limits;
  private final MemberConsumer memberConsumer;
  private final MediaTypeDetector detector = new MediaTypeDetector();
  private final RefusalMessages refusals = new RefusalMessages();
  private final ArchiveReader archiveReader = new ArchiveReader();
  private final TimeLimiter timeLimiter;
  private final Map<String, FormatReader> readers;

  /** Creates an extractor that keeps no members of archives. */
  public Extractor(ExtractionLimits limits) {
    this(limits, (member, sha256) -> {});
  }

  /** Creates an extractor that passes the members of archives to a consumer. */
  public Extractor(ExtractionLimits limits, MemberConsumer memberConsumer) {
    this.limits = limits;
    this.memberConsumer = memberConsumer;
    this.timeLimiter = new TimeLimiter(limits.timeLimit(), limits.totalTimeLimit(), refusals);
    this.readers =
        createReaders().stream()
            .flatMap(r -> r.mediaTypes().stream().map(type -> Map.entry(type, r)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<FormatReader> createReaders() {
    return List.of(
        new PdfReader(),
        new OfdReader(),
        new ImageFileReader(),
        new DocxReader(),
        new DocReader(),
        new WorkbookReader(),
        new RtfReader(),
        new HtmlReader(),
        new MhtmlReader(),
        new OpenDocumentReader(),
        new Word2003XmlReader(),
        new Excel2003XmlReader(),
        new OpenDocumentSheetReader(),
        new PlainTextReader(),
        new MarkdownReader());
  }

  /**
   * Whether some reader has ignored the interrupt at its time limit. It may still run and hold its
   * memory, so that the process should be replaced; once true, the result stays true.
   */
  public boolean hasAbandonedReader() {
    return timeLimiter.hasAbandonedThread();
  }

  /**
   * Reads a file under its own name.
   *
   * @return one result for a document; for an archive one for each member, also of archives inside
   *     it, and one more if the archive could not be read to its end
   * @throws IOException if the file is missing or cannot be opened, if the thread is interrupted
   *     while a document is read, if members of archives cannot be stored for reading, or if the
   *     {@link MemberConsumer} throws it
   */
  public List<ExtractionResult> extract(Path file) throws IOException {
    return extract(file, file.getFileName().toString());
  }

  /**
   * Reads a file under another name than that of its path, for example a stored original whose path
   * is its hash.
   *
   * @param name name in results; its extension distinguishes Markdown and HTML from other text
   * @return the results, as of {@link #extract(Path)}
   * @throws IOException if the file is missing or cannot be opened, if the thread is interrupted
   *     while a document is read, if members of archives cannot be stored for reading, or if the
   *     {@link MemberConsumer} throws it
   */
  public List<ExtractionResult> extract(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    List<ExtractionResult> results = new ArrayList<>();
    extract(file, name, new Nesting(0, new UnpackingBudget(limits)), results);
    return List.copyOf(results);
  }

  /**
   * Where in archives a file is.
   *
   * @param depth number of archives that contain it
   * @param budget what may still be unpacked from the outermost of them
   */
  private record Nesting(int depth, UnpackingBudget budget) {
    Nesting nestingOfMembers() {
      return new Nesting(depth + 1, budget);
    }
  }

  private void extract(Path file, String name, Nesting nesting, List<ExtractionResult> results)
      throws IOException {
    try {
      long bytes = Files.size(file);
      checkSize(bytes);
      String type = detectType(file, name, nesting.depth());
      if (archiveReader.mediaTypes().contains(type)) {
        extractArchiveMembers(file, name, type, nesting, results);
      } else {
        Extraction extraction = read(file, name, type, bytes);
        if (nesting.depth() > 0) {
          memberConsumer.accept(file, extraction.source().sha256());
        }
        results.add(new ExtractionResult.SuccessfulExtraction(extraction));
      }
    } catch (FileRefusedException e) {
      results.add(
          new ExtractionResult.RefusedExtraction(name, e.reason(), refusals.toLine(e, file)));
    }
  }

  /** Detects the type of a file; a member whose type cannot be detected is refused as damaged. */
  private String detectType(Path file, String name, int depth)
      throws IOException, FileRefusedException {
    try {
      return detector.detect(file, name);
    } catch (IOException e) {
      if (depth > 0) {
        throw refusals.refusalFor(e);
      }
      throw e;
    }
  }

  private void checkSize(long bytes) throws FileRefusedException {
    if (bytes == 0) {
      throw new FileRefusedException(Reason.EMPTY, "the file is empty (0 bytes)");
    }
    if (bytes > limits.maxBytes()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, bytes + " bytes, more than the limit of " + limits.maxBytes());
    }
  }

  private Extraction read(Path file, String name, String type, long bytes)
      throws IOException, FileRefusedException {
    FormatReader reader = readers.get(type);
    if (reader == null) {
      throw refusals.unsupportedTypeRefusal(type);
    }
    String sha256 = Sha256.hash(file);
    FormatReader.FileContent fileContent = timeLimiter.run(() -> reader.read(file, type, limits));
    if (fileContent.blocks().isEmpty()) {
      throw new FileRefusedException(
          Reason.NO_TEXT, "no text in this " + refusals.displayName(type));
    }
    SourceDocument source =
        new SourceDocument(name, sha256, type, bytes, fileContent.pages(), fileContent.ocr());
    return new Extraction(
        source, fileContent.blocks(), fileContent.properties(), fileContent.warnings());
  }

  private void extractArchiveMembers(
      Path file, String name, String type, Nesting nesting, List<ExtractionResult> results)
      throws IOException, FileRefusedException {
    if (nesting.depth() >= limits.maxDepth()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "archives nested deeper than " + limits.maxDepth() + " levels");
    }
    int before = results.size();
    archiveReader.read(
        file,
        type,
        limits,
        nesting.budget(),
        new ArchiveReader.MemberHandler() {
          @Override
          public void memberUnpacked(Path member, String memberName) throws IOException {
            extract(member, name + "!/" + memberName, nesting.nestingOfMembers(), results);
          }

          @Override
          public void memberRefused(String memberName, FileRefusedException why) {
            results.add(
                new ExtractionResult.RefusedExtraction(
                    name + "!/" + memberName, why.reason(), refusals.toLine(why, file)));
          }
        });
    if (results.size() == before) {
      throw new FileRefusedException(Reason.EMPTY, "the archive contains no files");
    }
  }
}
