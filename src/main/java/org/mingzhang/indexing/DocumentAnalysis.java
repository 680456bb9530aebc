package org.mingzhang.indexing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mingzhang.audit.Audit;
import org.mingzhang.audit.Auditor;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.statement.DocumentStatements;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.StatementReader;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.text.WorkBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Structure, facts and audit of one file within its processor time. Each file has a thread of its
 * own. The steps ask for the time themselves and leave out what it does not suffice for; if one
 * does not ask, or the outline fails, the text is kept without them, as one section; if facts or
 * rules fail, the outline is kept. A thread that does not end is left behind: {@link #isLeftBehind}
 * tells, and only ending the process helps. Safe on many threads.
 */
final class DocumentAnalysis {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentAnalysis.class);

  /** Rules and patterns call themselves as deep as a text is nested. */
  private static final long STACK_BYTES = 32L << 20;

  /** Part of the time that the audit may take where structure has taken all it was given. */
  private static final int AUDIT_SHARE = 3;

  /** How many times its processor time a file is waited for: a machine may be busy. */
  private static final int PATIENCE = 5;

  /** Least time that a file is waited for, in milliseconds. */
  private static final long LEAST_WAIT = 30_000;

  private final DisclosureReader structure = new DisclosureReader();
  private final StatementReader statements = new StatementReader();
  private final FactReader facts = new FactReader();
  private final Auditor auditor = new Auditor();
  private final Duration time;
  private volatile boolean leftBehind;

  /**
   * Understanding within limits.
   *
   * @param time processor time for a file
   */
  DocumentAnalysis(Duration time) {
    this.time = time;
  }

  /** Whether the thread of a file did not end in its time. */
  boolean isLeftBehind() {
    return leftBehind;
  }

  /** What a file says, audited; at least its text. */
  Disclosure of(Extraction extraction, Sidecar sidecar) {
    FutureTask<Disclosure> task = new FutureTask<>(() -> read(extraction, sidecar));
    Thread thread = new Thread(null, task, "understanding", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(Math.max(LEAST_WAIT, PATIENCE * time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      leftBehind = true;
      return structure.whole(
          extraction, sidecar, "outline, tables and amounts could not be read in the time allowed");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      return structure.whole(
          extraction, sidecar, "outline, tables and amounts could not be read: a fault of ours");
    } catch (InterruptedException e) {
      leftBehind = true;
      Thread.currentThread().interrupt();
      return structure.whole(extraction, sidecar, "interrupted before it was understood");
    }
  }

  private Disclosure read(Extraction extraction, Sidecar sidecar) {
    WorkBudget reading = WorkBudget.of(time.minusNanos(time.toNanos() / AUDIT_SHARE));
    Disclosure plain = structure.read(extraction, sidecar, reading);
    List<String> warnings = new ArrayList<>(plain.warnings());
    List<SectionStatements> stated = stated(plain, reading, warnings);
    plain = withFacts(plain, stated, warnings);
    if (plain.source().ocr() != null || plain.metadata().blankForm()) {
      return plain.withWarnings(warnings);
    }
    return audited(plain, stated, warnings);
  }

  /** What the prose states, read once for the facts and for the rules. */
  private List<SectionStatements> stated(
      Disclosure plain, WorkBudget reading, List<String> warnings) {
    try {
      DocumentStatements read = statements.read(plain, reading);
      if (!read.complete() && read.size() == 0) {
        warnings.add("the facts could not be read in the processor time allowed");
      } else if (!read.complete()) {
        warnings.add("only the first " + read.size() + " statements of amounts were read");
      }
      return read.sections();
    } catch (RuntimeException fault) {
      LOG.error("the statements of {} could not be read", plain.source().file(), fault);
      warnings.add("the facts could not be read: a fault of ours");
      return List.of();
    }
  }

  private Disclosure withFacts(
      Disclosure plain, List<SectionStatements> stated, List<String> warnings) {
    try {
      return facts.withFacts(plain, stated);
    } catch (RuntimeException fault) {
      LOG.error("the facts of {} could not be read", plain.source().file(), fault);
      warnings.add("the facts could not be read: a fault of ours");
      return plain;
    }
  }

  private Disclosure audited(
      Disclosure plain, List<SectionStatements> stated, List<String> warnings) {
    Audit audit;
    try {
      WorkBudget checking = WorkBudget.of(Duration.ofNanos(time.toNanos() / AUDIT_SHARE));
      audit = auditor.examine(plain, stated, checking);
    } catch (RuntimeException fault) {
      LOG.error("the rules could not be checked on {}", plain.source().file(), fault);
      warnings.add("the rules could not be checked: a fault of ours");
      return plain.withWarnings(warnings);
    }
    if (!audit.unchecked().isEmpty()) {
      warnings.add(
          "rules that could not be checked in the processor time allowed: "
              + audit.unchecked().size());
    }
    if (audit.cut()) {
      warnings.add("only the first " + Auditor.MOST_FINDINGS + " findings were kept");
    }
    return plain
        .withFindings(audit.findings())
        .withRuleCounts(audit.ruleCounts())
        .withWarnings(warnings);
  }
}
