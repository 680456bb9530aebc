package org.mingzhang.statement;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.text.PatternTable;

/** Reads the change of an account that is named between a verb and the amount: 压减一般性支出2,130万元. */
final class AccountAdjustmentReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountAdjustmentReader.class);
  private static final Pattern ADJUSTMENT_VERB = PATTERNS.get("adjusting");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final ChangeStatementBuilder changes;

  AccountAdjustmentReader(
      ClauseState clause, DiscourseState discourse, ChangeStatementBuilder changes) {
    this.clause = clause;
    this.discourse = discourse;
    this.changes = changes;
  }

  /**
   * Adds the change of an amount in the open list of the parts of an adjustment:
   * 调增事项343万元，包括校舍改造62万元、管网更新96万元. Adds nothing if the phrase before the amount states a stage or
   * does not name exactly one account.
   *
   * @return whether a change was added
   */
  boolean addPartOfAdjustment(List<ProseToken.Numeral> numbers) {
    OpenList list = discourse.lists().innermostList();
    Direction direction = list == null ? null : list.adjustmentDirectionOfWhole();
    AmountPhrase part = discourse.readPhrase(clause.phraseTokens());
    if (direction == null || part.stage() != null || part.subjects().size() != 1) {
      return false;
    }
    changes.addChanges(false, part, numbers, List.of(direction));
    return true;
  }

  /**
   * Adds the change that a verb before the account states: 压减会议费、差旅费等一般性支出2,130万元. Adds nothing
   * unless the words before the amount are such a verb, possibly after a time or stage, and the
   * name of one account.
   *
   * @return whether a change was added
   */
  boolean addChange(List<ProseToken.Numeral> numbers) {
    List<ProseToken> words = clause.phraseTokens();
    int verb = 0;
    while (verb < words.size()
        && (words.get(verb).isWordOfClass(WordClass.LINK)
            || ChangeReader.isTimeOrStage(words.get(verb)))) {
      verb++;
    }
    if (verb + 1 >= words.size()
        || !isReductionOrAdjustmentWord(words.get(verb))
        || !ADJUSTMENT_VERB.matcher(clause.text(words.get(verb))).matches()) {
      return false;
    }
    int from = verb + 1;
    for (int i = from; i + 1 < words.size(); i++) {
      from = words.get(i).isWordOfClass(WordClass.MORE) ? i + 1 : from;
    }
    AmountPhrase account = discourse.readPhrase(words.subList(from, words.size()));
    if (account.subjects().size() != 1) {
      return false;
    }
    boolean up = clause.text(words.get(verb)).endsWith("增");
    changes.addChanges(
        false, account, numbers, List.of(up ? Direction.INCREASE : Direction.DECREASE));
    return true;
  }

  private static boolean isReductionOrAdjustmentWord(ProseToken token) {
    return token.isWordOfClass(WordClass.DOWN) || token.isWordOfClass(WordClass.ADJUST);
  }
}
