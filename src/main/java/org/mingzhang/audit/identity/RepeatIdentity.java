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
 * The amount at the head of an item and the same amount said again behind it: {@code
 * …职业年金缴费支出（项）269.85万元。…支出决算为269.86万元}. A head that is the item's budget is not what is said again,
 * nor is a number without decimals.
 */
final class RepeatIdentity {
  private static final String ITEM = "(项)";
  private static final Pattern HEAD = Pattern.compile("\\s*[”\"]?(?:20\\d\\d年度?预算)?\\s*");

  /** Most characters between the name and its amount. */
  private static final int NEAR = 20;

  private static final Pattern AGAIN = Pattern.compile("(?:决算|预算安排)数?为?$");

  private final Precision precision;
  private final SectionTexts texts;

  RepeatIdentity(Precision precision, SectionTexts texts) {
    this.precision = precision;
    this.texts = texts;
  }

  List<IdentityAnswer> check(SectionStatements section) {
    List<IdentityAnswer> answers = new ArrayList<>();
    StatedTerm head = null;
    boolean planned = false;
    for (Statement statement : section.statements()) {
      StatedTerm said = StatedTerm.of(statement, precision);
      if (said == null) {
        continue;
      }
      if (isHead(said)) {
        head = said;
        planned = false;
      } else if (head != null && isOfItem(said, head)) {
        boolean stage = isAlike(said.frame().stage(), head.frame().stage());
        if (stage && !planned && isFine(head) && isFine(said) && isAgain(said)) {
          answers.add(answer(head, said));
          head = null;
        } else {
          planned |= !stage && said.term().value().compareTo(head.term().value()) == 0;
        }
      }
    }
    return answers;
  }

  /**
   * Whether an amount stands right behind the item's name, which may be the heading of its text.
   */
  private boolean isHead(StatedTerm said) {
    Span name = said.subject().span();
    Span number = said.span();
    return name != null
        && number.start() - name.end() <= NEAR
        && said.subject().printed().endsWith(ITEM)
        && HEAD.matcher(texts.between(name, number)).matches();
  }

  private static boolean isOfItem(StatedTerm said, StatedTerm head) {
    return Objects.equals(said.subject().item(), head.subject().item())
        && isAlike(said.frame().year(), head.frame().year());
  }

  private static boolean isAlike(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static boolean isFine(StatedTerm said) {
    String printed = said.term().printed().printed();
    int point = printed.indexOf('.');
    return point >= 0 && printed.length() - point > 2;
  }

  private boolean isAgain(StatedTerm said) {
    return AGAIN.matcher(texts.before(said.span())).find();
  }

  private IdentityAnswer answer(StatedTerm head, StatedTerm again) {
    Relation relation = new Relation(Relation.Kind.SUM, List.of(again.term(), head.term()));
    if (head.term().value().compareTo(again.term().value()) == 0) {
      return IdentityAnswer.holds("item-repeat", relation);
    }
    String first = head.term().text();
    String second = again.term().text();
    CheckResult said =
        FindingDraft.at("item-repeat", texts.place(head.clause()))
            .numbers(first, second)
            .formula(first + " ≠ " + second)
            .other(texts.place(again.clause()))
            .says(first, second);
    return IdentityAnswer.broken(said, again.clause(), relation);
  }
}
