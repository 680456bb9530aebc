package org.mingzhang.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.clean.FrontPageDetector;
import org.mingzhang.structure.clean.PageMarkRemover;
import org.mingzhang.structure.clean.RecognizedCopyDetector;
import org.mingzhang.structure.clean.SimplifiedDocumentConverter;
import org.mingzhang.structure.indicator.IndicatorReader;
import org.mingzhang.structure.lattice.grid.FormBlockReader;
import org.mingzhang.structure.lattice.grid.FundingTableReader;
import org.mingzhang.structure.lattice.grid.StackedRowSplitter;
import org.mingzhang.structure.lattice.prose.CardTitleSeparator;
import org.mingzhang.structure.lattice.prose.SentenceTableFinder;
import org.mingzhang.structure.lattice.text.CopiedTableFinder;
import org.mingzhang.structure.metadata.MetadataReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.outline.OutlineBuilder;
import org.mingzhang.structure.table.TableReader;
import org.mingzhang.target.UndecidedTargetReason;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.ExtractionNotes;
import org.mingzhang.text.LongTextSplitter;

/**
 * Reads the outline, tables, metadata and performance indicators of an extraction, in this order.
 * Text in traditional characters is first converted to simplified ones. Steps that exceed the
 * budget of processor time are skipped with a warning; the text itself is always kept. Thread-safe.
 */
public final class DisclosureReader {
  private final OutlineBuilder outlineBuilder = new OutlineBuilder();
  private final TableReader tableReader = new TableReader();
  private final IndicatorReader indicatorReader = new IndicatorReader();

  /** Created when first used: it waits for the gazetteer, which is loaded in the background. */
  private static final class LazyMetadata {
    static final MetadataReader READER = new MetadataReader();
  }

  /**
   * Reads a disclosure without a limit of processor time. Its figures, facts and findings, which
   * are read later, are empty.
   */
  public Disclosure read(Extraction extraction, Sidecar sidecar) {
    return read(extraction, sidecar, CpuTimeBudget.unlimited());
  }

  /**
   * Reads as much of a disclosure as a budget allows. Steps that were skipped are named in its
   * warnings. Its figures, facts and findings, which are read later, are empty.
   */
  public Disclosure read(Extraction original, Sidecar sidecar, CpuTimeBudget budget) {
    TimeLimitedStepRunner attempt = new TimeLimitedStepRunner(original.warnings(), budget);
    boolean traditional = SimplifiedDocumentConverter.isNeeded(original.blocks());
    Extraction extraction = traditional ? SimplifiedDocumentConverter.convert(original) : original;
    if (traditional) {
      attempt.warnings.add(
          "the document is in traditional characters and is kept in simplified ones");
    }
    CopiedTableFinder.Result restored =
        attempt.run(
            "the tables of copied text",
            () ->
                CopiedTableFinder.restoreTables(
                    CardTitleSeparator.separate(PageMarkRemover.remove(extraction.blocks())),
                    budget),
            () -> new CopiedTableFinder.Result(extraction.blocks(), List.of()));
    attempt.warnings.addAll(restored.warnings());
    List<Section> plain =
        attempt.run(
            "the outline",
            () ->
                outlineBuilder.build(
                    withBlocks(extraction, splitStackedRowsAndAddSentenceTables(restored.blocks())),
                    budget),
            () -> outlineBuilder.readAsOneSection(extraction));
    TableReader.Result read =
        attempt.run(
            "the tables",
            () -> tableReader.read(plain, budget),
            () -> new TableReader.Result(plain, List.of()));
    List<TableData> data = new ArrayList<>(read.tables());
    data.addAll(FundingTableReader.read(read.sections()));
    data.addAll(FormBlockReader.read(read.sections()));
    DocumentMetadata readMetadata = LazyMetadata.READER.read(extraction, read.sections(), sidecar);
    DocumentMetadata about =
        readMetadata.withEvidence(
            FrontPageDetector.detect(
                extraction, readMetadata.titleComposed() ? null : readMetadata.title()));
    if (about.isBlankForm()) {
      attempt.warnings.add("the document is a blank form: names and amounts are placeholders");
    }
    int times = RepeatedDocumentDetector.countRepetitions(read.sections());
    if (times > 1) {
      attempt.warnings.add(ExtractionNotes.describeRepetition(times));
    }
    List<Indicator> rows =
        attempt.run(
            "the performance indicators",
            () -> indicatorReader.read(read.sections(), budget),
            List::of);
    long running = extraction.blocks().stream().filter(DisclosureReader::isLongBlock).count();
    if (running > 0) {
      attempt.warnings.add(
          "paragraphs longer than %d characters were read in pieces: %d"
              .formatted(LongTextSplitter.MAX_PIECE_LENGTH, running));
    }
    SourceDocument source =
        RecognizedCopyDetector.markRecognized(extraction.source(), extraction.blocks());
    return new Disclosure(
        source,
        about,
        read.sections(),
        List.copyOf(data),
        source.ocr() == null
            ? rows
            : rows.stream().map(UndecidedTargetReason::withoutDoubtfulSign).toList(),
        List.of(),
        List.of(),
        attempt.warnings);
  }

  /**
   * Returns a disclosure with one section, for the text of a file that could not be structured. The
   * metadata are read from the file name and the sidecar only.
   *
   * @param reason why it could not be structured; added to the warnings
   */
  public Disclosure readAsOneSection(Extraction extraction, Sidecar sidecar, String reason) {
    List<String> warnings = new ArrayList<>(extraction.warnings());
    warnings.add(reason);
    Extraction nameOnly =
        new Extraction(extraction.source(), List.of(), extraction.properties(), List.of());
    return new Disclosure(
        extraction.source(),
        LazyMetadata.READER.read(nameOnly, List.of(), sidecar),
        outlineBuilder.readAsOneSection(extraction),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        warnings);
  }

  private static Extraction withBlocks(Extraction extraction, List<Block> blocks) {
    return new Extraction(
        extraction.source(), blocks, extraction.properties(), extraction.warnings());
  }

  /** Splits stacked rows in the blocks, and adds tables for rows that are printed as sentences. */
  private static List<Block> splitStackedRowsAndAddSentenceTables(List<Block> blocks) {
    List<Block> split =
        blocks.stream()
            .map(b -> b instanceof TableBlock table ? StackedRowSplitter.split(table) : b)
            .toList();
    return SentenceTableFinder.insertTables(split);
  }

  private static boolean isLongBlock(Object block) {
    return block instanceof TextBlock text
        && text.text().length() > LongTextSplitter.MAX_PIECE_LENGTH;
  }

  /**
   * Runs the steps of reading. A step that exceeds the budget of processor time is replaced by its
   * fallback, and a warning is added.
   */
  private static final class TimeLimitedStepRunner {
    private final List<String> warnings;
    private final CpuTimeBudget budget;

    TimeLimitedStepRunner(List<String> warnings, CpuTimeBudget budget) {
      this.warnings = new ArrayList<>(warnings);
      this.budget = budget;
    }

    <T> T run(String stepOutput, Supplier<T> step, Supplier<T> fallback) {
      try {
        if (!budget.isExhausted()) {
          return step.get();
        }
      } catch (CpuTimeBudget.BudgetExhaustedException over) {
        // The time is used up: skip the step and use its replacement.
      }
      warnings.add(stepOutput + " could not be read in the processor time allowed");
      return fallback.get();
    }
  }
}
