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
import org.mingzhang.statement.DocumentStatements;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.StatementReader;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.text.CpuTimeBudget;
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
   * Holder of the logger, which is created at the first fault, because configuring the logging
   * takes longer than analyzing a small file.
   */
  private static final class Log {
    static final Logger LOG = LoggerFactory.getLogger(DocumentAnalysis.class);
  }

  // The structure reader comes last: it waits for the gazetteer, which is loaded in the background.
  private final Auditor auditor = new Auditor();
  private final StatementReader statementReader = new StatementReader();
  private final FactReader factReader = new FactReader();
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
    List<SectionStatements> stated = readStatements(plain, budget, warnings);
    plain = withFacts(plain, stated, warnings);
    if (plain.source().ocr() != null || plain.metadata().isBlankForm()) {
      return plain.withWarnings(warnings);
    }
    return withAudit(plain, stated, warnings);
  }

  /**
   * Reads the statements of the prose, which both facts and rules use; adds a warning if not all
   * could be read.
   */
  private List<SectionStatements> readStatements(
      Disclosure disclosure, CpuTimeBudget budget, List<String> warnings) {
    try {
      DocumentStatements read = statementReader.read(disclosure, budget);
      if (!read.complete() && read.size() == 0) {
        warnings.add("the facts could not be read in the processor time allowed");
      } else if (!read.complete()) {
        warnings.add("only the first " + read.size() + " statements of amounts were read");
      }
      return read.sections();
    } catch (RuntimeException fault) {
      Log.LOG.error("the statements of {} could not be read", disclosure.source().file(), fault);
      warnings.add("the facts could not be read: internal error");
      return List.of();
    }
  }

  private Disclosure withFacts(
      Disclosure disclosure, List<SectionStatements> sectionStatements, List<String> warnings) {
    try {
      return factReader.withFacts(disclosure, sectionStatements);
    } catch (RuntimeException fault) {
      Log.LOG.error("the facts of {} could not be read", disclosure.source().file(), fault);
      warnings.add("the facts could not be read: internal error");
      return disclosure;
    }
  }

  private Disclosure withAudit(
      Disclosure disclosure, List<SectionStatements> sectionStatements, List<String> warnings) {
    AuditResult audit;
    try {
      CpuTimeBudget checking =
          CpuTimeBudget.of(Duration.ofNanos(cpuTimeLimit.toNanos() / AUDIT_TIME_DIVISOR));
      audit = auditor.auditAll(disclosure, sectionStatements, checking);
    } catch (RuntimeException fault) {
      Log.LOG.error("the rules could not be checked on {}", disclosure.source().file(), fault);
      warnings.add("the rules could not be checked: internal error");
      return disclosure.withWarnings(warnings);
    }
    if (!audit.unchecked().isEmpty()) {
      warnings.add(
          "rules that could not be checked in the processor time allowed: "
              + audit.unchecked().size());
    }
    if (audit.cut()) {
      warnings.add("only the first " + Auditor.MAX_FINDINGS + " findings were kept");
    }
    return disclosure
        .withFindings(audit.findings())
        .withRuleCounts(audit.ruleCounts())
        .withWarnings(warnings);
  }
}
