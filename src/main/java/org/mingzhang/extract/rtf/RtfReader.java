package org.mingzhang.extract.rtf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FormatReader;

/** Reads Rich Text Format with tables and merged cells. Thread-safe. */
public final class RtfReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/rtf", "text/rtf");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    BlockCollector blocks = new BlockCollector(limits);
    RtfParser parser = new RtfParser(Files.readAllBytes(file), blocks);
    parser.parse();
    return new FileContent(
        blocks.blocks(), blocks.page(), null, parser.properties(), blocks.warnings());
  }
}
