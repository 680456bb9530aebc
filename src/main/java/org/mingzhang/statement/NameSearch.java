package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;

/**
 * Finds a name of the chart among tokens: words around it are taken off one by one until the chart
 * knows it.
 */
final class NameSearch {
  static final int LONGEST_NAME = 40;
  private static final int MOST_STRIPPED = 8;
  private static final String TOTAL = "总计";

  private final FoldedText folded;
  private final Lexicon lexicon;
  private final Names names;
  private final Setting setting;
  private final SpanMaker spans;
  private final Owner owner;
  private final NameMargins margins;

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
    this.margins = new NameMargins(folded, setting.chart());
  }

  /** Words around names. */
  NameMargins margins() {
    return margins;
  }

  /** The longest name of the chart that is left when words around it are taken off. */
  Optional<Names.Found> stripped(List<Token> tokens, PhraseWords said) {
    int leading = 0;
    while (leading < Math.min(tokens.size(), MOST_STRIPPED)
        && margins.strips(tokens, leading, NameMargins.BEFORE)) {
      leading++;
    }
    int kept = tokens.size();
    while (kept > Math.max(0, tokens.size() - MOST_STRIPPED)
        && margins.strips(tokens, kept - 1, NameMargins.BEHIND)) {
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
        if (found.isPresent()
            && !NameMargins.genericFlow(
                folded.text(tokens.get(from).start(), tokens.get(to - 1).end()))) {
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
        ? names
            .exact(
                folded.text(flow) + folded.text(tokens.getFirst()), span(tokens.getFirst(), flow))
            .or(
                () ->
                    folded.text(tokens.getFirst()).startsWith("共")
                        ? Optional.empty()
                        : names.exact(folded.text(flow) + TOTAL, span(tokens.getFirst(), flow)))
        : Optional.empty();
  }

  /** A name of the chart with other text before it: another agency's, or an account of its own. */
  private Optional<Names.Found> suffix(List<Token> core, PhraseWords said) {
    if (core.size() < 2 || !(core.getLast() instanceof Token.Name name)) {
      return Optional.empty();
    }
    Optional<Names.Found> found = lookUp(List.of(name));
    String before = before(core);
    if (found.isEmpty()) {
      return found;
    }
    Optional<Names.Found> other = names.exact(before, null);
    if (other.isPresent()
        && (folded.startsLine(name.start())
            || (lexicon.endsAs(WordClass.ACCOUNT, before)
                && names.relations().areSiblings(other.get().subject(), found.get().subject())))) {
      said.leftOut = true;
      return found;
    }
    if (before.endsWith("中")
        || before.endsWith("等")
        || relative(core)
        || core.get(core.size() - 2).is(WordClass.POSITION)) {
      return found;
    }
    if (names
        .exact(before, null)
        .filter(w -> names.relations().isWhole(w.subject(), found.get().subject()))
        .isPresent()) {
      return found;
    }
    if (owner.isEverybody(before)) {
      return found;
    }
    Optional<Subject> part =
        names.relations().below(found.get().subject(), Names.open(before, null));
    if (part.isPresent()) {
      return Optional.of(new Names.Found(part.get(), found.get().stage()));
    }
    if (lexicon.endsAs(WordClass.ENTITY, before)
        && before.length() <= LONGEST_NAME
        && before.indexOf('、') < 0) {
      Subject subject = found.get().subject();
      return Optional.of(
          owner.isOwn(before)
              ? found.get()
              : new Names.Found(
                  subject.withPerimeter(subject.perimeter(), before), found.get().stage()));
    }
    return Optional.empty();
  }

  /** 人代会批准的: a relative clause before the name, whose verb and 的 are one word. */
  private static boolean relative(List<Token> core) {
    Token last = core.get(core.size() - 2);
    return last.is(WordClass.LINK) && last.end() - last.start() > 2;
  }

  /**
   * The words before the last name; without those for its fund if they are the document's agency.
   */
  private String before(List<Token> core) {
    int end = core.size() - 1;
    while (end > 1
        && (core.get(end - 1).is(WordClass.FUND)
            || core.get(end - 1).is(WordClass.LINK)
            || core.get(end - 1).is(WordClass.VERB))) {
      end--;
    }
    String owned = folded.text(core.getFirst().start(), core.get(end - 1).end());
    return lexicon.endsAs(WordClass.ENTITY, owned) && owner.isOwn(owned)
        ? owned
        : folded.text(core.getFirst().start(), core.getLast().start());
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
        if (!margins.strips(core, to - 1, NameMargins.BEHIND)) {
          break;
        }
      }
      if (!margins.strips(core, from, NameMargins.BEFORE)) {
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
