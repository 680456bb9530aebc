package org.mingzhang.statement.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;

/**
 * Decides whether a share that names no part and follows all parts of an amount is that of the
 * amount and not of its last part.
 */
final class ListShareDetector {
  private final DiscourseState discourse;
  private final TopicDisambiguator topicDisambiguator;

  ListShareDetector(DiscourseState discourse, TopicDisambiguator topicDisambiguator) {
    this.discourse = discourse;
    this.topicDisambiguator = topicDisambiguator;
  }

  /**
   * Whether a share after all parts of an amount, of which none has a share of its own, is that of
   * the amount: 涉及资金90万元，分别为清淤60万元、绿化30万元，占项目支出的80%. Not if it is a share of that amount. After a
   * list that may be incomplete, the amounts must agree with it; if they agree with no share, a
   * semicolon must be before it.
   *
   * @param whole the phrase of the whole of the share
   */
  boolean isOfWhole(AmountPhrase whole, ProseToken.Numeral rate) {
    OpenList list = discourse.lists().innermostList();
    Subject divided = list == null ? null : list.wholeSubject();
    if (list == null
        || divided == null
        || !list.isInline()
        || list.memberSubjects().size() < 2
        || whole.subjects().size() > 1
        || (whole.subjects().isEmpty() && whole.flow().isEmpty())
        || whole.subjects().stream().anyMatch(divided::isSameAs)
        || !endWithTwoAmounts(discourse.statements)) {
      return false;
    }
    if (list.introduction == Statement.ListIntroduction.CONSISTS_OF) {
      return true;
    }
    DiscourseTopic agreeing = findTopicOfShare(whole, rate);
    return agreeing == null ? discourse.markBefore == '；' : agreeing == list.outerTopic;
  }

  private static boolean endWithTwoAmounts(List<Statement> statements) {
    return statements.reversed().stream().limit(2).allMatch(Amount.class::isInstance);
  }

  /** The topic or list's whole of whose amount a rate is the share in another; null if none is. */
  private @Nullable DiscourseTopic findTopicOfShare(AmountPhrase whole, ProseToken.Numeral rate) {
    Subject named = whole.subjects().isEmpty() ? null : whole.subjects().getFirst();
    Operand all = named == null ? null : discourse.statedTopics.findLatestAmount(named);
    return all == null || all.quantity() == null
        ? null
        : topicDisambiguator.findTopicOfShare(rate, all.quantity());
  }
}
