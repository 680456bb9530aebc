package org.mingzhang.indexing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mingzhang.audit.AuditResult;
import org.mingzhang.audit.Auditor;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.DocumentStatements;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.section.StatementReader;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.VolumeSplitter;
import org.mingzhang.structure.WithdrawnTextMasker;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.ExtractionNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyzes the structure and facts of a file and audits it, within a processor time limit. Each
 * file is analyzed in its own thread. The steps check the limit themselves and skip the rest of
 * their work when it is reached. If a step does not end or the outline fails, the text is kept as a
 * single section; if facts or rules fail, the outline is kept. A thread that does not end is
 * abandoned ({@link #hasAbandonedThread}); only ending the process stops it. Thread-safe.
 */
final class DocumentAnalysis {
  /** Stack size; the recursion depth grows with the nesting of a text. */
  private static final long STACK_BYTES = 32L << 20;

  /** The audit may take 1/{@value} of the time; the other steps share the rest. */
  private static final int AUDIT_TIME_DIVISOR = 3;

  /** Maximum wall-clock time per file as a multiple of its processor time limit. */
  private static final int WALL_TIME_FACTOR = 5;

  /** Minimum wall-clock time per file, in milliseconds. */
  private static final long MIN_WALL_TIME_MILLIS = 30_000;

  /**
   * Holder of the logger, created at the first fault, because configuring the logging takes longer
   * than analyzing a small file.
   */
  private static final class Log {
    static final Logger LOG = LoggerFactory.getLogger(DocumentAnalysis.class);
  }

  private final Auditor auditor = new Auditor();
  private final StatementReader statementReader = new StatementReader();
  private final FactReader factReader = new FactReader();
  private final VolumeSplitter volumeSplitter = new VolumeSplitter();
  private final DisclosureReader disclosureReader = new DisclosureReader();
  private final Duration cpuTimeLimit;
  private volatile boolean hasAbandonedThread;

  /**
   * Creates an analysis.
   *
   * @param cpuTimeLimit processor time limit per file
   */
  DocumentAnalysis(Duration cpuTimeLimit) {
    this.cpuTimeLimit = cpuTimeLimit;
  }

  /** Whether the thread of a file was abandoned. */
  boolean hasAbandonedThread() {
    return hasAbandonedThread;
  }

  /**
   * Analyzes and audits a file; the result contains at least its text. Files read by OCR and blank
   * forms are not audited.
   *
   * @throws OutOfMemoryError if memory is exhausted
   */
  Disclosure analyze(Extraction extraction, Sidecar sidecar) {
    FutureTask<Disclosure> task = new FutureTask<>(() -> analyzeWithinBudget(extraction, sidecar));
    Thread thread = new Thread(null, task, "understanding", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(
          Math.max(MIN_WALL_TIME_MILLIS, WALL_TIME_FACTOR * cpuTimeLimit.toMillis()),
          TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      hasAbandonedThread = true;
      return disclosureReader.readAsOneSection(
          extraction, sidecar, "outline, tables and amounts could not be read in the time allowed");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      Log.LOG.error("{} could not be read", extraction.source().file(), e.getCause());
      return disclosureReader.readAsOneSection(
          extraction, sidecar, "outline, tables and amounts could not be read: internal error");
    } catch (InterruptedException e) {
      hasAbandonedThread = true;
      Thread.currentThread().interrupt();
      return disclosureReader.readAsOneSection(
          extraction, sidecar, "interrupted before it was understood");
    }
  }

  private Disclosure analyzeWithinBudget(Extraction extraction, Sidecar sidecar) {
    CpuTimeBudget budget =
        CpuTimeBudget.of(cpuTimeLimit.minusNanos(cpuTimeLimit.toNanos() / AUDIT_TIME_DIVISOR));
    Disclosure plain = disclosureReader.read(extraction, sidecar, budget);
    List<String> warnings = new ArrayList<>(plain.warnings());
    List<Disclosure> bodies = volumeSplitter.split(WithdrawnTextMasker.mask(plain));
    if (bodies.size() > 1) {
      warnings.add(ExtractionNotes.describeVolume(bodies.size()));
      return analyzeVolume(plain, bodies, budget, warnings);
    }
    Disclosure read = bodies.getFirst();
    List<SectionStatements> stated = readStatements(read, budget, warnings);
    read = withFactsOrWarning(read, stated, warnings);
    plain = plain.withMetadata(read.metadata()).withFacts(read.facts()).withFigures(read.figures());
    return isAudited(plain)
        ? withFindingsAndWarnings(plain, read, stated, warnings)
        : plain.withWarnings(warnings);
  }

  private static boolean isAudited(Disclosure disclosure) {
    return disclosure.source().ocr() == null && !disclosure.metadata().isBlankForm();
  }

  /**
   * Reads and audits each body of a volume by itself; each fact has its body as entity. Figures,
   * which have no entity, are left out, and so are findings beyond {@link Auditor#MAX_FINDINGS}.
   */
  private Disclosure analyzeVolume(
      Disclosure volume,
      List<Disclosure> disclosures,
      CpuTimeBudget budget,
      List<String> warnings) {
    List<Fact> facts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Disclosure body : disclosures) {
      List<SectionStatements> stated = readStatements(body, budget, warnings);
      Disclosure read = withFactsOrWarning(body, stated, warnings);
      for (Fact fact : read.facts()) {
        FactContext context = fact.context();
        facts.add(
            context.entity() != null
                ? fact
                : fact.withContext(
                    context.withPerimeter(context.perimeter(), body.metadata().agency())));
      }
      if (isAudited(volume)) {
        findings.addAll(withFindingsAndWarnings(read, read, stated, warnings).findings());
      }
    }
    return volume
        .withMetadata(VolumeSplitter.describeVolume(volume.metadata(), disclosures))
        .withFacts(facts)
        .withFindings(findings.subList(0, Math.min(findings.size(), Auditor.MAX_FINDINGS)))
        .withWarnings(warnings.stream().distinct().toList());
  }

  /**
   * Reads the statements of the prose, which both facts and rules use; adds a warning if not all
   * could be read. Empty after an internal error.
   */
  private List<SectionStatements> readStatements(
      Disclosure disclosure, CpuTimeBudget budget, List<String> warnings) {
    try {
      DocumentStatements read = statementReader.read(disclosure, budget);
      if (!read.wholeDocumentRead() && read.size() == 0) {
        warnings.add("the facts could not be read in the processor time allowed");
      } else if (!read.wholeDocumentRead()) {
        warnings.add("only the first " + read.size() + " statements of amounts were read");
      }
      return read.sections();
    } catch (RuntimeException fault) {
      Log.LOG.error("the statements of {} could not be read", disclosure.source().file(), fault);
      warnings.add("the facts could not be read: internal error");
      return List.of();
    }
  }

  private Disclosure withFactsOrWarning(
      Disclosure disclosure, List<SectionStatements> sectionStatements, List<String> warnings) {
    try {
      return factReader.withFacts(disclosure, sectionStatements);
    } catch (RuntimeException fault) {
      Log.LOG.error("the facts of {} could not be read", disclosure.source().file(), fault);
      warnings.add("the facts could not be read: internal error");
      return disclosure;
    }
  }

  /**
   * Adds the findings on the readable parts of a disclosure, and warnings if not all rules could be
   * checked; without findings after an internal error.
   *
   * @param parsedDisclosure the disclosure without withdrawn text, which is audited
   */
  private Disclosure withFindingsAndWarnings(
      Disclosure disclosure,
      Disclosure parsedDisclosure,
      List<SectionStatements> sectionStatements,
      List<String> warnings) {
    AuditResult audit;
    try {
      CpuTimeBudget checking =
          CpuTimeBudget.of(Duration.ofNanos(cpuTimeLimit.toNanos() / AUDIT_TIME_DIVISOR));
      audit = auditor.auditAll(parsedDisclosure, sectionStatements, checking);
    } catch (RuntimeException fault) {
      Log.LOG.error("the rules could not be checked on {}", disclosure.source().file(), fault);
      warnings.add("the rules could not be checked: internal error");
      return disclosure.withWarnings(warnings);
    }
    if (!audit.uncheckedRules().isEmpty()) {
      warnings.add(
          "rules that could not be checked in the processor time allowed: "
              + audit.uncheckedRules().size());
    }
    if (audit.findingsTruncated()) {
      warnings.add("only the first " + Auditor.MAX_FINDINGS + " findings were kept");
    }
    return disclosure
        .withFindings(audit.findings())
        .withRuleCounts(audit.ruleCounts())
        .withWarnings(warnings);
  }
}
