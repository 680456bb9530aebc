package org.mingzhang.statement;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sum of several amounts the topic for the rest of its sentence, so that an amount, share
 * or change after 合计 is that of the sum and not of the amount before it: 办公费10万元，印刷费5万元，合计15万元，占….
 */
final class PrecedingSumReader {
  /** Lexicon value of words that add up what was listed before them: 两项合计. */
  private static final String SUM_OF_SEVERAL = "SEVERAL";

  /** Ending of the account of a sum, after the names of its addends. */
  private static final String SUM = "合计";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantities;

  PrecedingSumReader(ClauseState clause, DiscourseState discourse, QuantityReader quantities) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantities = quantities;
  }

  /**
   * Changes the topic if a word for a sum names nothing else and either says that it adds up
   * several amounts or has an amount to which those of the sentence add up. The sum of a list whose
   * whole is the topic is that whole.
   *
   * @param tokenIndex index of the word, {@link WordClass#SUM}
   */
  void read(ProseToken.Word word, int tokenIndex) {
    Quantity total = findAmount(tokenIndex);
    OpenList list = discourse.lists().innermostList();
    boolean isWhole =
        total != null
            && list != null
            && list.isInline()
            && !list.isEmpty()
            && (list.findRepeatedWhole(total) != null || list.isSummedUpBy(total));
    if (!clause.phraseTokens().isEmpty()
        || isWhole
        || (!word.value().equals(SUM_OF_SEVERAL) && !isSumOfSentence(total))) {
      return;
    }
    String addends =
        discourse.sentence.subjectsOfAmounts.stream()
            .map(Subject::printedName)
            .distinct()
            .collect(Collectors.joining("、"));
    Subject sum = Subject.ofUnlistedName(addends + SUM, null).withDoubtful(true);
    discourse.topics.leaveLastSubject(discourse.context.subject());
    discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(List.of(sum)));
    discourse.sentence.lastChangeIndices = List.of();
  }

  /** Whether a topic is a sum of several amounts. */
  static boolean isSum(DiscourseTopic topic) {
    return topic.subjects().size() == 1
        && topic.subjects().getFirst().doubtful()
        && topic.subjects().getFirst().account().endsWith(SUM);
  }

  /** The amount of money after a word, with at most verbs between them; or null. */
  private @Nullable Quantity findAmount(int tokenIndex) {
    for (ProseToken token : clause.tokens().subList(tokenIndex + 1, clause.tokens().size())) {
      if (token instanceof ProseToken.Numeral number && number.isMoney()) {
        return quantities.read(number);
      }
      if (!token.isWordOfAnyClass(WordClass.VERB, WordClass.DONE)) {
        return null;
      }
    }
    return null;
  }

  /** Whether the last amounts of the sentence, of at least two subjects, add up to a total. */
  private boolean isSumOfSentence(@Nullable Quantity total) {
    if (total == null) {
      return false;
    }
    List<Subject> stated = discourse.sentence.subjectsOfAmounts;
    Set<Subject> added = new HashSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Statement statement : discourse.statements.reversed()) {
      Operand operand = statement instanceof Statement.Amount amount ? amount.operand() : null;
      Subject subject = operand == null ? null : operand.subject().uniqueValue().orElse(null);
      Quantity addend = operand == null ? null : operand.quantity();
      if (subject == null || addend == null || !stated.contains(subject)) {
        return false;
      }
      sum = sum.add(addend.value());
      added.add(subject);
      if (sum.compareTo(total.value()) >= 0) {
        return added.size() > 1 && sum.compareTo(total.value()) == 0;
      }
    }
    return false;
  }
}
