package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads a word for a sum that names nothing else. The sum of a list is its whole:
 * 三公经费中，运行费3.60万元，接待费 1.26万元，两项合计4.86万元. Any other sum is the topic for the rest of its sentence,
 * so that a share or change after it belongs to the sum and not to the amount before the sum:
 * 办公费10万元，印刷费5万元，合计15万元，占…. The same applies to a sum of which only the change is stated: 共减少3万元.
 */
final class PrecedingSumReader {
  /** Lexicon value of words that add up what was listed before them: 两项合计. */
  private static final String SUM_OF_SEVERAL = "SEVERAL";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantityReader;
  private final AmountStatementBuilder amountBuilder;

  PrecedingSumReader(
      ClauseState clause,
      DiscourseState discourse,
      QuantityReader quantityReader,
      AmountStatementBuilder amountBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantityReader = quantityReader;
    this.amountBuilder = amountBuilder;
  }

  /**
   * Reads the sum and its amount, if one follows. An amount to which the amounts of the sentence do
   * not add up is skipped, unless the word says that it is their sum.
   *
   * @param tokenIndex index of the word, {@link WordClass#SUM}
   * @return index after the amount, or -1 if the word is part of the phrase
   */
  int read(ProseToken.Word word, int tokenIndex) {
    int next = clause.skipWordsBeforeNumber(tokenIndex);
    boolean addsUp = word.value().equals(SUM_OF_SEVERAL);
    if (!clause.phraseTokens().stream().allMatch(t -> t.isWordOfClass(WordClass.VERB))
        || (!addsUp
            && MoneyAmountReader.namesAccountOrFlow(
                discourse.readPhrase(clause.tokens().subList(tokenIndex, next))))) {
      return -1;
    }
    ProseToken.Numeral number =
        next < clause.tokens().size()
                && clause.tokens().get(next) instanceof ProseToken.Numeral found
                && found.isMoney()
            ? found
            : null;
    Quantity total = number == null ? null : quantityReader.read(number);
    List<String> addends =
        (discourse.sentence.namedSubjects.isEmpty()
                ? discourse.sentence.previousNamedSubjects
                : discourse.sentence.namedSubjects)
            .stream().map(s -> s.item() == null ? s.account() : s.item()).distinct().toList();
    boolean changed = number == null && isChangeAfter(tokenIndex);
    DiscourseTopic whole = discourse.topics.dividedWholeOrCurrentTopic();
    if (changed && whole != discourse.topic()) {
      discourse.topics.setCurrentTopic(whole);
      return -1;
    }
    boolean several = (addsUp || changed) && addends.size() > 1;
    boolean ofList = total != null && returnToListWhole(total);
    if (!ofList && (several || (total != null && isSumOfAmountsInSentence(total)))) {
      changeTopicToSum(String.join("、", addends));
    } else if (!ofList) {
      boolean summable =
          !discourse.sentence.namedSubjects.isEmpty() || discourse.topic().subjects().size() > 1;
      return number == null || !summable ? -1 : next + 1;
    }
    if (number == null) {
      return -1;
    }
    clause.phraseTokens().clear();
    amountBuilder.addAmounts(false, AmountPhrase.EMPTY, List.of(number), false);
    return next + 1;
  }

  /** Whether the change of the sum follows in the clause: 合计比上年减少5万元. */
  private boolean isChangeAfter(int tokenIndex) {
    return clause.tokens().stream()
        .skip(tokenIndex)
        .anyMatch(t -> t.isWordOfAnyClass(WordClass.UP, WordClass.DOWN));
  }

  /**
   * Makes the whole of the open list the topic if a total is the amount of that whole. If the text
   * has stated this amount before, the list is marked as complete; if the parts add up to the
   * total, the list is closed.
   *
   * @return false, without a change, if the total does not belong to the whole
   */
  private boolean returnToListWhole(Quantity total) {
    OpenList list = discourse.lists().innermostList();
    if (list == null || !list.isInline() || list.isEmpty()) {
      return false;
    }
    if (list.findRepeatedWhole(total.value()) != null) {
      list.statesTotal = true;
    } else if (list.isSummedUpBy(total)) {
      discourse.lists().closeInnermostList();
    } else {
      return false;
    }
    discourse.topics.setCurrentTopic(list.outerTopic);
    return true;
  }

  /** Changes the topic to a sum, under the names of its addends. */
  private void changeTopicToSum(String addends) {
    Subject sum = Subject.ofUnlistedName(addends + "合计", null).withDoubtful(true);
    discourse.topics.resetNextSentenceTopic(discourse.context.subject());
    discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(List.of(sum)));
    discourse.sentence.lastChangeIndices = List.of();
  }

  /** Whether the last amounts of the sentence, of two accounts or more, add up to a total. */
  private boolean isSumOfAmountsInSentence(Quantity total) {
    Set<Subject> added = new HashSet<>();
    BigDecimal rest = total.value();
    for (Statement statement : discourse.statements.reversed()) {
      Operand operand = statement instanceof Amount amount ? amount.operand() : Operand.UNKNOWN;
      Quantity addend = operand.quantity();
      Subject subject = operand.subject().uniqueValue().orElse(null);
      if (addend == null
          || subject == null
          || rest.signum() <= 0
          || !discourse.sentence.subjectsOfAmounts.contains(subject)) {
        break;
      }
      rest = rest.subtract(addend.value());
      if (subject.balanceInstant() == null) {
        // A balance is no account of its own: in 预算200万元，上年结转30万元，合计230万元 all is of one account.
        added.add(subject);
      }
    }
    return added.size() > 1 && rest.signum() == 0;
  }
}
