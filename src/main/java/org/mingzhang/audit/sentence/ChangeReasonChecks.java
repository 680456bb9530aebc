package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Reports reasons that contradict the change before them: a reason for the opposite change, or a
 * cause that would change the amount in the other direction. Causes are data, see {@code
 * causes.tsv}.
 */
public final class ChangeReasonChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ChangeReasonChecks.class);
  private static final Pattern REASON_WITH_DIRECTION = PATTERNS.get("direction");
  private static final Pattern REASON_OF_APPROPRIATION = PATTERNS.get("reason-of-appropriation");
  private static final Pattern END_OF_REASONED_CHANGES = PATTERNS.get("end-of-changes");
  private static final Pattern CAUSE = PATTERNS.get("cause");
  private static final Pattern EXCLUDED_SUBJECT = PATTERNS.get("excluded-subject");
  private static final List<DirectCausePattern> DIRECT_CAUSES =
      TsvResource.parseRows(ChangeReasonChecks.class, "causes.tsv", 3, DirectCausePattern::parse);

  private ChangeReasonChecks() {}

  /**
   * A line of {@code causes.tsv}: the pattern of an amount and the pattern of a cause on which it
   * depends.
   */
  private record DirectCausePattern(Pattern amountPattern, Pattern causePattern) {
    private static DirectCausePattern parse(List<String> cells) {
      return new DirectCausePattern(Pattern.compile(cells.get(0)), Pattern.compile(cells.get(1)));
    }

    private boolean matchesAmountAndCause(String subject, String words) {
      return amountPattern.matcher(subject).find() && causePattern.matcher(words).matches();
    }
  }

  /**
   * A change of an amount that the text states, with the text after it.
   *
   * @param change the change; it has an amount above zero and a direction
   */
  private record StatedChange(Section section, Change change, CompactText textAfterChange) {
    /** Maximum number of characters after a change that are searched for its reason. */
    private static final int MAX_REASON_DISTANCE = 400;

    /** Finds all changes that the sentences of a document state, in reading order. */
    static List<StatedChange> findChanges(AuditedDocument document) {
      List<StatedChange> all = new ArrayList<>();
      for (SectionStatements section : document.statements()) {
        String text = section.section().text();
        for (Statement statement : section.statements()) {
          if (statement instanceof Change change
              && change.amount() != null
              && change.amount().value().signum() > 0
              && change.direction() != Direction.UNSPECIFIED) {
            int to = Math.clamp(change.span().end(), 0, text.length());
            String after = text.substring(to, Math.min(text.length(), to + MAX_REASON_DISTANCE));
            all.add(new StatedChange(section.section(), change, CompactText.compact(after)));
          }
        }
      }
      return all;
    }

    boolean isIncrease() {
      return change.direction() == Direction.INCREASE;
    }

    /**
     * The printed name of what changed, followed by the name of its account; empty if they are not
     * decided.
     */
    String subjectNames() {
      return change
          .operand()
          .subject()
          .uniqueValue()
          .map(s -> s.printedName() + s.account())
          .orElse("");
    }

    /**
     * Checks the reason after the change; the group {@code up} of the pattern matches a reason for
     * an increase.
     */
    CheckResult checkStatedReason(String message, Matcher reason) {
      boolean reasonUp = reason.group("up") != null;
      if (reasonUp == isIncrease()) {
        return CheckResult.AGREES;
      }
      String text = section.text();
      int from = Math.clamp(change.span().start(), 0, text.length());
      int end = Math.clamp(change.span().end(), from, text.length());
      String quote = text.substring(from, end) + textAfterChange.originalText(0, reason.end());
      QuoteLocation location =
          new QuoteLocation(section.path(), change.span().page(), quote.strip());
      return createOppositeReasonFinding(FindingDraft.create(message, location), reasonUp);
    }

    /**
     * Whether a later change follows in the same paragraph, without a reason between the two
     * changes.
     */
    boolean sharesReasonWith(StatedChange later) {
      int to = Math.min(later.change.span().start(), section.text().length());
      return section.path().equals(later.section.path())
          && change.span().start() < to
          && !END_OF_REASONED_CHANGES
              .matcher(section.text().substring(Math.clamp(change.span().end(), 0, to), to))
              .find();
    }

    /** Creates the finding that the stated reason is one for the opposite change. */
    CheckResult createOppositeReasonFinding(FindingDraft draft, boolean reasonIsIncrease) {
      Quantity amount = Objects.requireNonNull(change.amount());
      String stated = reasonIsIncrease ? "增加" : "减少";
      String actual = isIncrease() ? "增加" : "减少";
      return draft
          .setNumbers(stated, actual)
          .setFormulaPattern("%s %s%s ↔ %s", actual, amount.printed(), amount.unit(), stated)
          .toResult(actual, stated, isIncrease() ? "up" : "down");
    }
  }

  /**
   * Reports a reason that would change the amount in the other direction: {@code
   * 公务接待费比上年减少0.20万元，主要原因是接待批次增加}. Only causes on which an amount depends directly are compared. A
   * reason with several parts, or a reason about the previous year, is not checked.
   */
  public static List<CheckResult> checkCauses(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (StatedChange change : StatedChange.findChanges(document)) {
      Matcher reason = CAUSE.matcher(change.textAfterChange().text());
      String subject = change.subjectNames();
      if (reason.find()
          && !EXCLUDED_SUBJECT.matcher(subject).find()
          && DIRECT_CAUSES.stream()
              .anyMatch(c -> c.matchesAmountAndCause(subject, reason.group("cause")))) {
        checks.add(change.checkStatedReason("reason-against-change", reason));
      }
    }
    return checks;
  }

  /**
   * Reports a reason that is introduced as the reason of the opposite change: {@code
   * 较上年增加60.40万元。减少的主要原因是…}. If another change before it may have that reason, nothing is reported.
   */
  public static List<CheckResult> checkDirections(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    List<StatedChange> changes = StatedChange.findChanges(document);
    for (StatedChange change : changes) {
      Matcher reason = REASON_WITH_DIRECTION.matcher(change.textAfterChange().text());
      if (reason.find()) {
        checks.add(
            changes.stream()
                    .filter(other -> other.sharesReasonWith(change))
                    .allMatch(other -> other.isIncrease() == change.isIncrease())
                ? change.checkStatedReason("reason-direction", reason)
                : CheckResult.AGREES);
      }
    }
    changes.stream()
        .collect(Collectors.groupingBy(c -> c.section().path()))
        .forEach((path, own) -> checkSeparateReasons(document.paragraphs(path), own, checks));
    return checks;
  }

  /**
   * Checks a separate paragraph on the reason, {@code 财政拨款收入支出增加的主要原因是…}, against the changes of
   * fiscal appropriations in the section, if all these changes have the same direction.
   */
  private static void checkSeparateReasons(
      List<CompactParagraph> paragraphs, List<StatedChange> changes, List<CheckResult> checks) {
    List<StatedChange> fiscal =
        changes.stream().filter(c -> c.subjectNames().contains("财政拨款")).toList();
    for (int i = 1; i < paragraphs.size(); i++) {
      CompactParagraph paragraph = paragraphs.get(i);
      Matcher reason = REASON_OF_APPROPRIATION.matcher(paragraph.unspacedText());
      if (reason.find()) {
        boolean up = reason.group("up") != null;
        boolean against = !fiscal.isEmpty() && fiscal.stream().allMatch(c -> c.isIncrease() != up);
        FindingDraft draft = FindingDraft.create("reason-direction", paragraph, 0, reason.end());
        checks.add(
            against
                ? fiscal.getFirst().createOppositeReasonFinding(draft, up)
                : CheckResult.AGREES);
      }
    }
  }
}
