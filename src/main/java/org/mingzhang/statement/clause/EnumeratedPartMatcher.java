package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/** Decides whether a clause is a part of an enumeration: a name with its amount. */
final class EnumeratedPartMatcher {
  private final ClauseState clause;
  private final DiscourseState discourse;

  EnumeratedPartMatcher(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /** Whether the clause ends its sentence and the list within the sentence already has parts. */
  private boolean endsSentenceWithList() {
    OpenList list = discourse.lists().innermostList();
    return clause.markAfter() == '。' && list != null && list.level == 0 && !list.isEmpty();
  }

  /** Whether the rest of the clause is a name with its amount in an enumeration: 免疫规划182.50万元，. */
  boolean isNameWithAmount(int from) {
    List<ProseToken> rest = clause.tokens().subList(from, clause.tokens().size());
    return rest.size() > 1
        && ("，、；".indexOf(clause.markAfter()) >= 0 || endsSentenceWithList())
        && rest.getLast().isMoney()
        && rest.stream().anyMatch(t -> t instanceof ProseToken.Text || t instanceof ProseToken.Name)
        && rest.subList(0, rest.size() - 1).stream()
            .allMatch(
                t ->
                    t instanceof ProseToken.Text
                        || t instanceof ProseToken.Name
                        || t.isWordOfAnyClass(WordClass.LINK, WordClass.NOUN));
  }
}
