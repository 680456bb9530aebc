package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.clause.SentenceState.ComparisonBase;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.FunctionalItemResolver;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the changes of parts that a reason states against a base of their own:
 * 收入增加0.21万元，主要是一般公共预算拨款较上年减少34.05万元，上年结转较上年增加34.26万元. The topic remains the topic of the explained
 * change.
 */
final class ReasonChangeReader {
  private static final String REVENUE = "收入";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final ChangeStatementBuilder changeBuilder;
  private final ComparisonBaseReader baseReader;

  ReasonChangeReader(
      ClauseState clause,
      DiscourseState discourse,
      ChangeStatementBuilder changeBuilder,
      ComparisonBaseReader baseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.changeBuilder = changeBuilder;
    this.baseReader = baseReader;
  }

  /**
   * Reads a clause, or its rest, if it consists of the name of an account below the topic, what its
   * amount is compared with, a direction and an amount of money. After such a clause, the next
   * clauses of the reason may omit what they are compared with. Adds nothing for other words.
   *
   * @param after index of the first token after the word for the reason, or 0
   * @param isFirstClause whether the clause is the one with the word for the reason
   */
  void readClauseOfReason(int after, boolean isFirstClause) {
    int from = isFirstClause ? clause.skipWordsBeforeNumber(after) : after;
    ComparisonBase known = isFirstClause ? null : discourse.sentence.baseOfReason;
    discourse.sentence.baseOfReason = null;
    List<ProseToken> words = clause.tokens();
    int end = endOfName(from);
    if (end == from
        || words.size() < end + 2
        || !(words.getLast() instanceof ProseToken.Numeral number)
        || number.measure() != Quantity.Measure.MONEY
        || !discourse.lists().isOutsideSentenceList()
        || discourse.context.chart() == ChartOfAccounts.governments()) {
      return;
    }
    ComparisonBase before = discourse.sentence.comparisonBase;
    Subject account = findPartOfTopic(words.subList(from, end));
    List<Integer> explained = discourse.sentence.lastChangeIndices;
    boolean stated = words.get(end).isWordOfClass(WordClass.COMPARISON_START);
    int verb = stated ? baseReader.read(end + 1) : end;
    ComparisonBase base = stated ? discourse.sentence.comparisonBase : known;
    Direction direction = verb + 2 == words.size() ? directionOf(words.get(verb)) : null;
    if (base != null && direction != null && account != null) {
      discourse.sentence.comparisonBase = base;
      addChange(account, number, direction);
      discourse.sentence.baseOfReason = base;
    }
    discourse.sentence.comparisonBase = before;
    discourse.sentence.lastChangeIndices = explained;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < clause.tokens().size()
        && (clause.tokens().get(end).isNameLike()
            || clause.tokens().get(end).isWordOfAnyClass(WordClass.NOUN, WordClass.VERB))) {
      end++;
    }
    return end;
  }

  private static @Nullable Direction directionOf(ProseToken token) {
    return token.isWordOfClass(WordClass.UP)
        ? Direction.INCREASE
        : token.isWordOfClass(WordClass.DOWN) ? Direction.DECREASE : null;
  }

  /**
   * The account of the chart that words name, alone or with the flow of the whole, 一般公共预算拨款 of
   * 收入总计, if it is below an account of the topic or of the change before; otherwise null.
   */
  private @Nullable Subject findPartOfTopic(List<ProseToken> name) {
    String words = clause.textOf(name);
    Stream<Subject> changed =
        discourse.sentence.lastChangeIndices.stream()
            .map(discourse.statements::get)
            .map(ListPart::operandOf)
            .filter(Objects::nonNull)
            .flatMap(operand -> operand.subject().uniqueValue().stream());
    List<Subject> found =
        Stream.concat(discourse.topic().subjects().stream(), changed)
            .distinct()
            .flatMap(
                whole ->
                    Stream.of("", REVENUE, FunctionalItemResolver.EXPENDITURE)
                        .filter(whole.account()::contains)
                        .flatMap(flow -> findPart(words + flow, whole).stream()))
            .toList();
    return found.stream()
        .filter(s -> found.stream().allMatch(s::isSameAs) || isRevenueLikeChangeBefore(s))
        .findFirst()
        .orElse(null);
  }

  /** Whether an account is revenue like the one whose change the reason has stated before. */
  private boolean isRevenueLikeChangeBefore(Subject account) {
    Operand before =
        discourse.statements.isEmpty() ? null : ListPart.operandOf(discourse.statements.getLast());
    return before != null
        && before
            .subject()
            .uniqueValue()
            .filter(s -> s.account().contains(REVENUE) && account.account().contains(REVENUE))
            .isPresent();
  }

  private Optional<Subject> findPart(String name, Subject whole) {
    AccountNameResolver nameResolver = discourse.nameResolver();
    return nameResolver
        .resolve(name, null)
        .filter(found -> found.stage() == null)
        .map(ResolvedName::subject)
        .filter(
            s ->
                s.isInChart() && s.item() == null && nameResolver.relations().isAncestor(whole, s));
  }

  private void addChange(Subject account, ProseToken.Numeral number, Direction direction) {
    DiscourseTopic topic = discourse.topic();
    DiscourseTopic next = discourse.topics.nextSentenceTopic();
    List<Subject> stated = List.copyOf(discourse.sentence.namedSubjects);
    changeBuilder.addChanges(
        false,
        AmountPhrase.EMPTY.withSubjects(List.of(account)),
        List.of(number),
        List.of(direction));
    discourse.sentence.namedSubjects.clear();
    discourse.sentence.namedSubjects.addAll(stated);
    discourse.topics.setNextSentenceTopic(next);
    discourse.topics.setCurrentTopic(topic);
  }
}
