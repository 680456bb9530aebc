package org.mingzhang.statement;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;

/**
 * Finds a name of the chart among tokens: words around it are taken off one by one until the chart
 * knows it.
 */
final class NameSearch {
  static final int LONGEST_NAME = 40;
  private static final int MOST_STRIPPED = 8;
  static final Set<WordClass> BEFORE =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.SCOPE,
          WordClass.FUND,
          WordClass.LINK,
          WordClass.VERB,
          WordClass.AMONG,
          WordClass.CONSISTS,
          WordClass.SUM,
          WordClass.DONE,
          WordClass.BASIS,
          WordClass.SPLIT,
          WordClass.BY,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.STAGE,
          WordClass.ADD,
          WordClass.WITH,
          WordClass.PER_HEAD,
          WordClass.SHARE,
          WordClass.PURPOSE);
  static final Set<WordClass> BEHIND =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.STAGE,
          WordClass.VERB,
          WordClass.DONE,
          WordClass.NOUN,
          WordClass.SUM,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.LINK,
          WordClass.SPLIT,
          WordClass.MORE,
          WordClass.BASIS,
          WordClass.CONSISTS,
          WordClass.TO,
          WordClass.UNSAID,
          WordClass.APPROXIMATE,
          WordClass.POSITION,
          WordClass.FUND,
          WordClass.RATIO);

  private final FoldedText folded;
  private final Lexicon lexicon;
  private final Names names;
  private final Setting setting;
  private final SpanMaker spans;
  private final Owner owner;

  NameSearch(
      FoldedText folded,
      Lexicon lexicon,
      Names names,
      Setting setting,
      SpanMaker spans,
      Owner owner) {
    this.folded = folded;
    this.lexicon = lexicon;
    this.names = names;
    this.setting = setting;
    this.spans = spans;
    this.owner = owner;
  }

  /** The longest name of the chart that is left when words around it are taken off. */
  Optional<Names.Found> stripped(List<Token> tokens, PhraseWords said) {
    int leading = 0;
    while (leading < Math.min(tokens.size(), MOST_STRIPPED) && strips(tokens, leading, BEFORE)) {
      leading++;
    }
    int kept = tokens.size();
    while (kept > Math.max(0, tokens.size() - MOST_STRIPPED) && strips(tokens, kept - 1, BEHIND)) {
      kept--;
    }
    int before = leading;
    int behind = kept;
    return known(tokens, before, behind, false)
        .or(() -> known(tokens, before, behind, true))
        .or(() -> suffix(tokens.subList(Math.min(before, behind), behind), said));
  }

  /**
   * A name of the chart among tokens.
   *
   * @param before most tokens that may be left out at the beginning
   * @param behind fewest tokens that must be kept
   * @param staged whether a word for a stage may end the name
   */
  private Optional<Names.Found> known(List<Token> tokens, int before, int behind, boolean staged) {
    for (int from = 0; from <= Math.min(before, tokens.size() - 1); from++) {
      for (int to = tokens.size(); to >= Math.max(behind, from + 1); to--) {
        Token last = tokens.get(to - 1);
        if (!staged && (last.is(WordClass.STAGE) || last.is(WordClass.DONE))) {
          continue;
        }
        Optional<Names.Found> found = lookUp(tokens.subList(from, to));
        if (found.isPresent() && !genericFlow(tokens.subList(from, to))) {
          return found;
        }
        Optional<Names.Found> sum = sumBefore(tokens.subList(from, to));
        if (sum.isPresent()) {
          return sum;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a token at an end of the tokens is no part of a name. */
  boolean strips(List<Token> tokens, int index, Set<WordClass> types) {
    Token token = tokens.get(index);
    if (token.is(WordClass.FUND)
        && setting.chart() == Chart.governments()
        && index + 1 < tokens.size()
        && (tokens.get(index + 1) instanceof Token.Name
            || folded.is(tokens.get(index + 1), "收入")
            || folded.is(tokens.get(index + 1), "支出"))) {
      return false;
    }
    return token instanceof Token.Time
        || (token instanceof Token.Word word && types.contains(word.type()))
        || (token instanceof Token.Mark mark && mark.mark() == '、' && types.equals(BEFORE))
        || (token instanceof Token.Numeral number
            && number.measure() == Quantity.Measure.BARE
            && types.equals(BEFORE));
  }

  private Optional<Names.Found> lookUp(List<Token> tokens) {
    Token first = tokens.getFirst();
    Token last = tokens.getLast();
    if (last.end() - first.start() > LONGEST_NAME || last.end() - first.start() < 2) {
      return Optional.empty();
    }
    Optional<Names.Found> found =
        names.exact(folded.text(first.start(), last.end()), span(first, last));
    return found.isPresent() && ofOtherBudget(found.get().subject()) ? Optional.empty() : found;
  }

  /** The items of the general budget are no items of a government's other budgets. */
  boolean ofOtherBudget(Subject subject) {
    Fund fund = setting.fund();
    return subject.item() != null
        && setting.chart() == Chart.governments()
        && (fund == Fund.STATE_CAPITAL || fund == Fund.GOVERNMENT_FUND);
  }

  /** 合计收入 is 收入合计. */
  private Optional<Names.Found> sumBefore(List<Token> tokens) {
    if (tokens.size() != 2 || !tokens.getFirst().is(WordClass.SUM)) {
      return Optional.empty();
    }
    Token flow = tokens.getLast();
    return folded.is(flow, "收入") || folded.is(flow, "支出")
        ? names.exact(
            folded.text(flow) + folded.text(tokens.getFirst()), span(tokens.getFirst(), flow))
        : Optional.empty();
  }

  /** 收入 and 支出, also with a stage, name what the text speaks of already. */
  private boolean genericFlow(List<Token> tokens) {
    return genericFlow(folded.text(tokens.getFirst().start(), tokens.getLast().end()));
  }

  /** Whether a text is 收入 or 支出, maybe with a stage, and no more. */
  static boolean genericFlow(String text) {
    return text.matches("(?:收入|支出)(?:决算|预算|年初预算|全年预算|调整预算)?数?");
  }

  /** A name of the chart with other text before it: another agency's, or an account of its own. */
  private Optional<Names.Found> suffix(List<Token> core, PhraseWords said) {
    if (core.size() < 2 || !(core.getLast() instanceof Token.Name name)) {
      return Optional.empty();
    }
    Optional<Names.Found> found = lookUp(List.of(name));
    String before = folded.text(core.getFirst().start(), name.start());
    if (found.isEmpty()) {
      return found;
    }
    if (folded.startsLine(name.start()) && names.exact(before, null).isPresent()) {
      said.leftOut = true;
      return found;
    }
    if (before.endsWith("中")) {
      return found;
    }
    if (lexicon.endsAs(WordClass.ENTITY, before) && before.length() <= LONGEST_NAME) {
      Subject subject = found.get().subject();
      return Optional.of(
          owner.isOwn(before)
              ? found.get()
              : new Names.Found(
                  subject.withPerimeter(subject.perimeter(), before), found.get().stage()));
    }
    return Optional.empty();
  }

  /** 收、支总计 among words that say no name: both accounts, or none. */
  List<Names.Found> pairOf(List<Token> core) {
    int from = 0;
    while (from < Math.min(core.size(), MOST_STRIPPED)) {
      for (int to = core.size(); to > from; to--) {
        int end = core.get(to - 1).end();
        int start = core.get(from).start();
        if (end - start <= LONGEST_NAME) {
          List<Names.Found> pair =
              names.pair(folded.text(start, end), span(core.get(from), core.get(to - 1)));
          if (!pair.isEmpty()) {
            return pair;
          }
        }
        if (!strips(core, to - 1, BEHIND)) {
          break;
        }
      }
      if (!strips(core, from, BEFORE)) {
        break;
      }
      from++;
    }
    return List.of();
  }

  Span span(Token first, Token last) {
    return spans.span(first.start(), last.end());
  }
}
