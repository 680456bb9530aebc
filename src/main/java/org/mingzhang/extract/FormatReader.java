package org.mingzhang.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.SourceDocument;

/** Reads the files of one family of formats. Implementations are thread-safe. */
public interface FormatReader {
  /** The media types it reads, as detected from the content. */
  Set<String> mediaTypes();

  /**
   * Reads a file.
   *
   * @param file the file, on the local disk
   * @param mediaType its type, one of {@link #mediaTypes()}
   * @param limits resource limits
   * @return the content; its blocks are empty if the file has no text
   * @throws FileRefusedException if the file cannot be read, with the reason in one line
   * @throws IOException if the file is damaged or cannot be opened. Unchecked exceptions of the
   *     libraries are also passed on.
   */
  FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException;

  /**
   * The content of a file.
   *
   * @param blocks text and tables in reading order
   * @param pages number of pages or sheets, which may be more than the limits allowed to read; 1 if
   *     the format has neither
   * @param ocr how text was recognized, or null if no OCR was used
   * @param properties document properties stated in the file, such as its title; empty if it states
   *     none
   * @param warnings one sentence for each kind of omitted content
   */
  record FileContent(
      List<Block> blocks,
      int pages,
      SourceDocument.@Nullable Ocr ocr,
      Map<String, String> properties,
      List<String> warnings) {}
}
