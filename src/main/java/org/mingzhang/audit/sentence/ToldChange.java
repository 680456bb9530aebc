package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.text.CompactText;

/**
 * A change that is not nought, with what the text says right after it.
 *
 * @param up whether it is an increase
 * @param after the words behind it
 */
record ToldChange(Section section, Change change, boolean up, Quantity by, CompactText after) {
  /** Characters behind a change in which its reason is looked for. */
  private static final int REACH = 400;

  record All(List<ToldChange> changes) {
    static All of(AuditedDocument reading) {
      List<ToldChange> all = new ArrayList<>();
      for (SectionStatements section : StatedIdentities.of(reading).statements()) {
        String text = section.section().text();
        for (Statement statement : section.statements()) {
          if (statement instanceof Change change
              && change.amount() != null
              && change.amount().value().signum() > 0
              && change.direction() != Direction.UNSAID) {
            int to = Math.clamp(change.span().end(), 0, text.length());
            String after = text.substring(to, Math.min(text.length(), to + REACH));
            all.add(
                new ToldChange(
                    section.section(),
                    change,
                    change.direction() == Direction.INCREASE,
                    change.amount(),
                    CompactText.of(after)));
          }
        }
      }
      return new All(all);
    }
  }

  /** The changes of a document, in reading order. */
  static List<ToldChange> all(AuditedDocument reading) {
    return reading.derived(All.class, All::of).changes();
  }

  /** The name of what changed as printed; empty where it is not decided. */
  String subject() {
    return change.operand().subject().value().map(s -> s.printed() + s.account()).orElse("");
  }

  /** The answer for the reason behind the change; its group {@code up} matches one for a rise. */
  CheckResult judge(String message, Matcher reason) {
    boolean reasonUp = reason.group("up") != null;
    if (reasonUp == up) {
      return CheckResult.AGREES;
    }
    String text = section.text();
    int from = Math.clamp(change.span().start(), 0, text.length());
    int end = Math.clamp(change.span().end(), from, text.length());
    String quote = text.substring(from, end) + after.original(0, reason.end());
    Place place = new Place(section.path(), change.span().page(), quote.strip());
    return against(FindingDraft.at(message, place), reasonUp);
  }

  /** The finding that the reason given is one for the opposite change. */
  CheckResult against(FindingDraft draft, boolean reasonUp) {
    String stated = reasonUp ? "增加" : "减少";
    String went = up ? "增加" : "减少";
    return draft
        .numbers(stated, went)
        .formulaOf("%s %s%s ↔ %s", went, by.printed(), by.unit(), stated)
        .says(went, stated, up ? "up" : "down");
  }
}
