package org.mingzhang.statement.clause;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Finds the bonds that a list of the parts of bonds or debt names only by their kind, of which the
 * whole gives the rest of the name: 专项债务收入（新增5亿元、再融资3亿元） states 新增专项债券 and 再融资专项债券, and no
 * increase.
 */
final class BondPartResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BondPartResolver.class);
  private static final Pattern BOND_KIND = PATTERNS.get("bond-kind");
  private static final Pattern BONDS_OR_DEBT = PATTERNS.get("bonds-or-debt");
  private static final String BONDS = "债券";

  private final ClauseState clause;
  private final DiscourseState discourse;

  BondPartResolver(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * Whether a word with which a clause or a part begins is the name of a part of the bonds: 新增5亿元.
   */
  boolean isNameOfPart(int wordIndex) {
    return clause.tokens().subList(0, wordIndex).stream()
            .allMatch(t -> t.isWordOfClass(WordClass.OF_WHICH))
        && wordIndex + 1 < clause.tokens().size()
        && clause.tokens().get(wordIndex + 1).isMoney()
        && findBondsOfKind(clause.text(clause.tokens().get(wordIndex))) != null;
  }

  /**
   * The bonds whose kind stands before an amount; null if no kind does, or if no list of the parts
   * of bonds or debt is open.
   */
  @Nullable Subject findNamedBonds() {
    return findBondsOfKind(clause.phraseText());
  }

  private @Nullable Subject findBondsOfKind(String words) {
    OpenList list = discourse.lists().innermostList();
    if (list == null || list.level > 0) {
      return null;
    }
    Subject whole = list.wholeSubject();
    Matcher kind = BOND_KIND.matcher(words);
    if (whole == null
        || whole.item() != null
        || !kind.matches()
        || endsWithChange(list.outerTopic)) {
      return null;
    }
    Matcher debt = BONDS_OR_DEBT.matcher(whole.account());
    if (!debt.find()) {
      return null;
    }
    String budget = Stream.of("一般", "专项").filter(whole.account()::contains).findFirst().orElse("");
    String noun = debt.group("limit") == null ? BONDS : debt.group("limit");
    String name = kind.group("kind") + budget + noun;
    return discourse
        .nameResolver()
        .resolve(name, null)
        .map(ResolvedName::subject)
        .orElseGet(() -> Subject.ofUnlistedName(name, null));
  }

  /** Whether the last statement about the whole is a change in money, which parts may add up to. */
  private static boolean endsWithChange(DiscourseTopic whole) {
    return !whole.statements().isEmpty()
        && whole.statements().getLast() instanceof Statement.Change change
        && change.amount() != null;
  }
}
