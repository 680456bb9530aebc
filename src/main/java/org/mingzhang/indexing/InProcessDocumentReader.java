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
import org.mingzhang.structure.metadata.SidecarReader;

/** Reads files in the current process: extraction, structure, facts and audit. */
public final class InProcessDocumentReader implements DocumentReader {
  private final Extractor extractor;
  private final DocumentAnalysis analysis;

  /** Creates a reader with resource limits. */
  public InProcessDocumentReader(ExtractionLimits limits) {
    extractor = new Extractor(limits);
    analysis = new DocumentAnalysis(limits.timeLimit());
  }

  /** Creates a reader that stores the members of archive files in a spool. */
  public InProcessDocumentReader(ExtractionLimits limits, MemberSpool spool) {
    extractor = new Extractor(limits, spool::add);
    analysis = new DocumentAnalysis(limits.timeLimit());
  }

  @Override
  public boolean hasAbandonedRead() {
    return extractor.hasAbandonedReader() || analysis.hasAbandonedThread();
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    List<String> warnings = new ArrayList<>();
    Sidecar sidecar = readSidecar(file, warnings);
    return extractor.extract(file).stream()
        .map(result -> analyze(result, sidecar, warnings))
        .toList();
  }

  /** The sidecar file of a file; an invalid one is ignored with a warning. */
  private static Sidecar readSidecar(Path file, List<String> warnings) throws IOException {
    try {
      return SidecarReader.read(file);
    } catch (SidecarException fault) {
      warnings.add(String.valueOf(fault.getMessage()));
      return Sidecar.none();
    }
  }

  private Result analyze(ExtractionResult result, Sidecar sidecar, List<String> warnings) {
    return switch (result) {
      case ExtractionResult.RefusedExtraction refused ->
          new RefusedFile(refused.file(), refused.reason().name(), refused.message());
      case ExtractionResult.SuccessfulExtraction extracted -> {
        Extraction extraction = extracted.extraction();
        List<String> all = new ArrayList<>(extraction.warnings());
        all.addAll(warnings);
        yield new SuccessfulReading(
            analysis.analyze(
                new Extraction(
                    extraction.source(), extraction.blocks(), extraction.properties(), all),
                sidecar));
      }
    };
  }
}
