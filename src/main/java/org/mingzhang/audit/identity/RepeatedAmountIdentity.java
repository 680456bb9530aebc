package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;

/**
 * Checks the amount after the name of an item against the same amount further on: {@code
 * …职业年金缴费支出（项）269.85万元。…支出决算为269.86万元}. Not checked if the first amount is the item's budget, or if
 * a number has no decimals.
 */
final class RepeatedAmountIdentity {
  private static final String ITEM = "(项)";
  private static final Pattern TEXT_BEFORE_AMOUNT =
      Pattern.compile("\\s*[”\"]?(?:20\\d\\d年度?预算)?\\s*");

  /** Maximum number of characters between the name and its amount. */
  private static final int MAX_DISTANCE = 20;

  private static final Pattern REPETITION = Pattern.compile("(?:决算|预算安排)数?为?$");

  private final Precision precision;
  private final SectionTexts texts;

  RepeatedAmountIdentity(Precision precision, SectionTexts texts) {
    this.precision = precision;
    this.texts = texts;
  }

  List<IdentityResult> check(SectionStatements section) {
    List<IdentityResult> answers = new ArrayList<>();
    StatedTerm head = null;
    boolean planned = false;
    for (Statement statement : section.statements()) {
      StatedTerm stated = StatedTerm.of(statement, precision);
      if (stated == null) {
        continue;
      }
      if (isItemAmount(stated)) {
        head = stated;
        planned = false;
      } else if (head != null && isOfSameItem(stated, head)) {
        boolean stage = areCompatible(stated.stageAndTime().stage(), head.stageAndTime().stage());
        if (stage && !planned && hasDecimals(head) && hasDecimals(stated) && isRepetition(stated)) {
          answers.add(compareAmounts(head, stated));
          head = null;
        } else {
          planned |= !stage && stated.term().value().compareTo(head.term().value()) == 0;
        }
      }
    }
    return answers;
  }

  /** Whether an amount is right after the item's name, which may be the heading of its text. */
  private boolean isItemAmount(StatedTerm stated) {
    Span name = stated.subject().span();
    Span number = stated.span();
    return name != null
        && number.start() - name.end() <= MAX_DISTANCE
        && stated.subject().printed().endsWith(ITEM)
        && TEXT_BEFORE_AMOUNT.matcher(texts.textBetween(name, number)).matches();
  }

  private static boolean isOfSameItem(StatedTerm stated, StatedTerm head) {
    return Objects.equals(stated.subject().item(), head.subject().item())
        && areCompatible(stated.stageAndTime().year(), head.stageAndTime().year());
  }

  private static boolean areCompatible(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static boolean hasDecimals(StatedTerm stated) {
    String printed = stated.term().printed().printed();
    int point = printed.indexOf('.');
    return point >= 0 && printed.length() - point > 2;
  }

  private boolean isRepetition(StatedTerm stated) {
    return REPETITION.matcher(texts.textBefore(stated.span())).find();
  }

  private IdentityResult compareAmounts(StatedTerm head, StatedTerm again) {
    Relation relation = new Relation(Relation.Kind.SUM, List.of(again.term(), head.term()));
    if (head.term().value().compareTo(again.term().value()) == 0) {
      return IdentityResult.holds("item-repeat", relation);
    }
    String first = head.term().text();
    String second = again.term().text();
    CheckResult stated =
        FindingDraft.at("item-repeat", texts.toLocation(head.clause()))
            .withUnequalNumbers(first, second)
            .withOtherLocation(texts.toLocation(again.clause()))
            .report(first, second);
    return IdentityResult.ofViolation(stated, again.clause(), relation);
  }
}
