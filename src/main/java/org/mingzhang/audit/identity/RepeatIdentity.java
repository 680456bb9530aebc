package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;

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

  /** An amount with what it is of. */
  private record Said(Subject subject, Frame frame, Term term, Span clause) {
    static @Nullable Said of(Statement statement, Precision precision) {
      Operand of = statement instanceof Statement.Amount amount ? amount.of() : Operand.UNKNOWN;
      Subject subject = of.subject().value().orElse(null);
      Frame frame = of.frame().value().orElse(null);
      Term term = Term.of(of.quantity(), precision);
      return subject == null || frame == null || term == null
          ? null
          : new Said(subject, frame, term, statement.span());
    }

    boolean isOfItemOf(Said head) {
      return Objects.equals(subject.item(), head.subject.item())
          && isAlike(frame.year(), head.frame.year());
    }

    boolean isOfStageOf(Said head) {
      return isAlike(frame.stage(), head.frame.stage());
    }

    private static boolean isAlike(@Nullable Object one, @Nullable Object other) {
      return one == null || other == null || one.equals(other);
    }

    boolean isFine() {
      int point = term.printed().printed().indexOf('.');
      return point >= 0 && term.printed().printed().length() - point > 2;
    }
  }

  /** The answers for a section. */
  List<IdentityAnswer> check(SectionStatements section) {
    List<IdentityAnswer> answers = new ArrayList<>();
    Said head = null;
    boolean planned = false;
    for (Statement statement : section.statements()) {
      Said said = Said.of(statement, precision);
      if (said == null) {
        continue;
      }
      if (isHead(said)) {
        head = said;
        planned = false;
      } else if (head != null && said.isOfItemOf(head)) {
        boolean stage = said.isOfStageOf(head);
        if (stage && !planned && head.isFine() && said.isFine() && isAgain(said)) {
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
  private boolean isHead(Said said) {
    Span name = said.subject().span();
    Span number = said.term().printed().span();
    return name != null
        && number.start() - name.end() <= NEAR
        && said.subject().printed().endsWith(ITEM)
        && HEAD.matcher(texts.between(name, number)).matches();
  }

  private boolean isAgain(Said said) {
    return AGAIN.matcher(texts.before(said.term().printed().span())).find();
  }

  private IdentityAnswer answer(Said head, Said again) {
    Relation relation = new Relation(Relation.Kind.SUM, List.of(again.term(), head.term()));
    if (head.term().value().compareTo(again.term().value()) == 0) {
      return new IdentityAnswer.Holds(IdentityRules.REPEAT, relation);
    }
    String first = head.term().text();
    String second = again.term().text();
    CheckResult said =
        FindingDraft.at("item-repeat", texts.place(head.clause()))
            .numbers(first, second)
            .formula(first + " ≠ " + second)
            .other(texts.place(again.clause()))
            .says(first, second);
    return Violation.answer(IdentityRules.REPEAT, said, again.clause(), relation);
  }
}
