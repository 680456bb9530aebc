package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.text.CompactText;

/**
 * A change of an amount that the text states, with the text after it.
 *
 * @param change the change; it has an amount above zero and a direction
 */
record StatedChange(Section section, Change change, CompactText after) {
  /** Maximum number of characters after a change that are searched for its reason. */
  private static final int MAX_REASON_DISTANCE = 400;

  /** All changes that the prose of a document states. */
  private record DocumentChanges(List<StatedChange> changes) {
    static DocumentChanges findAll(AuditedDocument document) {
      List<StatedChange> all = new ArrayList<>();
      for (SectionStatements section : document.statements()) {
        String text = section.section().text();
        for (Statement statement : section.statements()) {
          if (statement instanceof Change change
              && change.amount() != null
              && change.amount().value().signum() > 0
              && change.direction() != Direction.UNSAID) {
            int to = Math.clamp(change.span().end(), 0, text.length());
            String after = text.substring(to, Math.min(text.length(), to + MAX_REASON_DISTANCE));
            all.add(new StatedChange(section.section(), change, CompactText.of(after)));
          }
        }
      }
      return new DocumentChanges(all);
    }
  }

  /** Finds all changes that the sentences of a document state, in reading order. */
  static List<StatedChange> findChanges(AuditedDocument document) {
    return document.computeOnce(DocumentChanges.class, DocumentChanges::findAll).changes();
  }

  boolean isIncrease() {
    return change.direction() == Direction.INCREASE;
  }

  /** The printed name of the account that changed; empty if it is not decided. */
  String subject() {
    return change
        .operand()
        .subject()
        .uniqueValue()
        .map(s -> s.printedName() + s.account())
        .orElse("");
  }

  /**
   * Checks the reason after the change; the group {@code up} of the pattern matches a reason for an
   * increase.
   */
  CheckResult checkStatedReason(String message, Matcher reason) {
    boolean reasonUp = reason.group("up") != null;
    if (reasonUp == isIncrease()) {
      return CheckResult.AGREES;
    }
    String text = section.text();
    int from = Math.clamp(change.span().start(), 0, text.length());
    int end = Math.clamp(change.span().end(), from, text.length());
    String quote = text.substring(from, end) + after.originalText(0, reason.end());
    QuoteLocation location = new QuoteLocation(section.path(), change.span().page(), quote.strip());
    return createOppositeReasonFinding(FindingDraft.create(message, location), reasonUp);
  }

  /** Creates the finding that the stated reason is one for the opposite change. */
  CheckResult createOppositeReasonFinding(FindingDraft draft, boolean reasonUp) {
    Quantity amount = Objects.requireNonNull(change.amount());
    String stated = reasonUp ? "增加" : "减少";
    String actual = isIncrease() ? "增加" : "减少";
    return draft
        .withNumbers(stated, actual)
        .withFormulaPattern("%s %s%s ↔ %s", actual, amount.printed(), amount.unit(), stated)
        .toResult(actual, stated, isIncrease() ? "up" : "down");
  }
}
