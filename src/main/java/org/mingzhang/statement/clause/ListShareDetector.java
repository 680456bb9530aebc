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
 * Decides whether a percentage that names no part and follows a divided amount is the share of this
 * amount or of its last part. Reads the discourse and does not change it.
 */
final class ListShareDetector {
  private final DiscourseState discourse;
  private final TopicDisambiguator topicDisambiguator;

  ListShareDetector(DiscourseState discourse, TopicDisambiguator topicDisambiguator) {
    this.discourse = discourse;
    this.topicDisambiguator = topicDisambiguator;
  }

  /**
   * Whether a share after at least two parts of an amount, the last two of which have no share of
   * their own, is the share of the amount: 涉及资金90万元，分别为清淤60万元、绿化30万元，占项目支出的80%. False if the words
   * of the share name that amount as its whole. After a list that may be incomplete, the numbers
   * must confirm it; if they confirm no share at all, a semicolon must precede the share.
   *
   * @param wholeOfShare the phrase that the share is a share of
   */
  boolean isShareOfDividedAmount(AmountPhrase wholeOfShare, ProseToken.Numeral rate) {
    OpenList list = discourse.lists().innermostList();
    Subject divided = list == null ? null : list.wholeSubject();
    if (list == null
        || divided == null
        || !list.isInline()
        || list.memberSubjects().size() < 2
        || wholeOfShare.subjects().size() > 1
        || (wholeOfShare.subjects().isEmpty() && wholeOfShare.flow().isEmpty())
        || wholeOfShare.subjects().stream().anyMatch(divided::isSameAs)
        || !endWithTwoAmounts(discourse.statements)) {
      return false;
    }
    if (list.introduction == Statement.ListIntroduction.CONSISTS_OF) {
      return true;
    }
    DiscourseTopic agreeing = findTopicOfShare(wholeOfShare, rate);
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
