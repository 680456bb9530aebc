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
 * Reads files of all supported formats. The format is detected from the content. A file that cannot
 * be read gives a {@link ExtractionResult.RefusedExtraction refusal}, never an exception. No link
 * is followed and no macro is run. Thread-safe.
 */
public final class Extractor {
  /**
   * Receives the members of archives after they were read. The unpacked file exists only during the
   * call.
   */
  @FunctionalInterface
  public interface MemberConsumer {
    /** A member and the SHA-256 of its content in hexadecimal. */
    void accept(Path member, String sha256) throws IOException;
  }

  private final ExtractionLimits limits;
  private final MemberConsumer memberConsumer;
  private final MediaTypeDetector detector = new MediaTypeDetector();
  private final RefusalMessages refusals = new RefusalMessages();
  private final ArchiveReader archives = new ArchiveReader();
  private final TimeLimiter timeLimiter;
  private final Map<String, FormatReader> readers;

  public Extractor(ExtractionLimits limits) {
    this(limits, (member, sha256) -> {});
  }

  /** Creates an extractor that passes members of archives to a consumer. */
  public Extractor(ExtractionLimits limits, MemberConsumer memberConsumer) {
    this.limits = limits;
    this.memberConsumer = memberConsumer;
    this.timeLimiter = new TimeLimiter(limits.time(), limits.totalTime(), refusals);
    this.readers =
        readers().stream()
            .flatMap(r -> r.mediaTypes().stream().map(type -> Map.entry(type, r)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<FormatReader> readers() {
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

  /** Whether a reader still runs after its time limit, so that the process should be replaced. */
  public boolean hasAbandonedReader() {
    return timeLimiter.hasAbandonedThread();
  }

  /**
   * Reads a file: one result for a document, or one for each member of an archive.
   *
   * @throws IOException if the file itself cannot be opened
   */
  public List<ExtractionResult> extract(Path file) throws IOException {
    return extract(file, file.getFileName().toString());
  }

  /**
   * Reads a file under another name than that of its path, as for originals in the archive.
   *
   * @param name name in results; its extension distinguishes Markdown from plain text
   * @throws IOException if the file itself cannot be opened
   */
  public List<ExtractionResult> extract(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    List<ExtractionResult> results = new ArrayList<>();
    extract(file, name, 0, results);
    return List.copyOf(results);
  }

  private void extract(Path file, String name, int depth, List<ExtractionResult> results)
      throws IOException {
    try {
      long bytes = Files.size(file);
      checkSize(bytes);
      String type = detector.detect(file, name);
      if (archives.mediaTypes().contains(type)) {
        extractArchiveMembers(file, name, type, depth, results);
      } else {
        Extraction extraction = read(file, name, type, bytes);
        if (depth > 0) {
          memberConsumer.accept(file, extraction.source().sha256());
        }
        results.add(new ExtractionResult.SuccessfulExtraction(extraction));
      }
    } catch (FileRefusedException e) {
      results.add(new ExtractionResult.RefusedExtraction(name, e.reason(), refusals.toLine(e)));
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
      Path file, String name, String type, int depth, List<ExtractionResult> results)
      throws IOException, FileRefusedException {
    if (depth >= limits.maxDepth()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "archives nested deeper than " + limits.maxDepth() + " levels");
    }
    int before = results.size();
    archives.read(
        file,
        type,
        limits,
        new ArchiveReader.MemberHandler() {
          @Override
          public void memberUnpacked(Path member, String memberName) throws IOException {
            extract(member, name + "!/" + memberName, depth + 1, results);
          }

          @Override
          public void memberRefused(String memberName, FileRefusedException why) {
            results.add(
                new ExtractionResult.RefusedExtraction(
                    name + "!/" + memberName, why.reason(), refusals.toLine(why)));
          }
        });
    if (results.size() == before) {
      throw new FileRefusedException(Reason.EMPTY, "the archive contains no files");
    }
  }
}
