package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mingzhang.audit.Auditor;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.metadata.SidecarFiles;

/** Reads files in this very process: extraction, understanding, audit. */
public final class DirectReader implements DocumentReader {
  private final Extractor extractor;
  private final DisclosureReader structure = new DisclosureReader();
  private final Auditor auditor = new Auditor();

  /** A reader within limits. */
  public DirectReader(ExtractionLimits limits) {
    extractor = new Extractor(limits);
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    Sidecar sidecar = SidecarFiles.of(file);
    return extractor.extract(file).stream().map(result -> understand(result, sidecar)).toList();
  }

  private Result understand(ExtractionResult result, Sidecar sidecar) {
    return switch (result) {
      case ExtractionResult.Refused refused ->
          new Refused(refused.file(), refused.reason().name(), refused.message());
      case ExtractionResult.Extracted extracted -> {
        Disclosure plain = structure.read(extracted.extraction(), sidecar);
        yield new Read(plain.withFindings(auditor.audit(plain)));
      }
    };
  }
}
