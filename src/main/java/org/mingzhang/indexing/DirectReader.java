package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Extraction;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.metadata.SidecarException;
import org.mingzhang.structure.metadata.SidecarFiles;

/** Reads files in this very process: extraction, understanding, facts, audit. */
public final class DirectReader implements DocumentReader {
  private final Extractor extractor;
  private final DocumentAnalysis understanding;

  /** A reader within limits. */
  public DirectReader(ExtractionLimits limits) {
    extractor = new Extractor(limits);
    understanding = new DocumentAnalysis(limits.time());
  }

  /** A reader within limits that leaves the members of archives to be kept. */
  public DirectReader(ExtractionLimits limits, MemberSpool spool) {
    extractor = new Extractor(limits, spool::leave);
    understanding = new DocumentAnalysis(limits.time());
  }

  @Override
  public boolean isSpent() {
    return extractor.hasAbandonedReader() || understanding.isLeftBehind();
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    List<String> warnings = new ArrayList<>();
    Sidecar sidecar = sidecar(file, warnings);
    return extractor.extract(file).stream()
        .map(result -> understand(result, sidecar, warnings))
        .toList();
  }

  /** What an editor states beside the file; a sidecar with a fault is told and left aside. */
  private static Sidecar sidecar(Path file, List<String> warnings) throws IOException {
    try {
      return SidecarFiles.of(file);
    } catch (SidecarException fault) {
      warnings.add(String.valueOf(fault.getMessage()));
      return Sidecar.none();
    }
  }

  private Result understand(ExtractionResult result, Sidecar sidecar, List<String> warnings) {
    return switch (result) {
      case ExtractionResult.Refused refused ->
          new Refused(refused.file(), refused.reason().name(), refused.message());
      case ExtractionResult.Extracted extracted -> {
        Extraction extraction = extracted.extraction();
        List<String> all = new ArrayList<>(extraction.warnings());
        all.addAll(warnings);
        yield new Read(
            understanding.of(
                new Extraction(
                    extraction.source(), extraction.blocks(), extraction.properties(), all),
                sidecar));
      }
    };
  }
}
